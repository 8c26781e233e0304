import type { ReportView, Page } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { ListReports } from './list-reports.query.js';

@QueryHandler(ListReports)
export class ListReportsHandler implements IQueryHandler<ListReports> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  execute({ tenant, filter, page }: ListReports): Promise<Page<ReportView>> {
    return this.reads.reports(tenant, filter, page);
  }
}
