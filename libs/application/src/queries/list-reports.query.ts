import type { ReportView, Page, PageRequest } from '#contracts';
import type { ReportFilter } from '#read-models';
import { Query } from '@nestjs/cqrs';

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
