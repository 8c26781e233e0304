import type { DocumentRef, LocalDate, ReportId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Move the due date of a report to a later day, by a document that orders it. */
export class ExtendReport extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly report: ReportId,
    readonly to: LocalDate,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
