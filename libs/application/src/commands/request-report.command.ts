import type { ClockTime, DocumentRef, LocalDate } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** What is asked for beyond the regime. */
export interface ReportRequest {
  readonly title: string;
  readonly due: LocalDate;
  /** Null: to the end of the day. */
  readonly time: ClockTime | null;
  readonly document: DocumentRef | null;
}

/** Ask one unit for a report beyond the regime. */
export class RequestReport extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly request: ReportRequest,
  ) {
    super();
  }
}
