import type { ReportView, Page, PageRequest } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** What to list; `asOf` is the moment that lateness is judged for. */
export interface ReportFilter {
  readonly plan?: string;
  readonly unit?: string;
  readonly period?: string;
  /** Only of these units: those whose work the asker may see; null: of all. */
  readonly among?: readonly string[] | null;
  readonly asOf: string;
}

/** Reports of all unit plans, by plan, unit or period. */
export class ListReports extends Query<Page<ReportView>> {
  constructor(
    readonly tenant: string,
    readonly filter: ReportFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
