import { ApplicationModule, type ApplicationOptions } from '#application';
import type { Readiness } from '#observability';
import { type LogIndex, NO_LOG_INDEX } from '#read-models';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Entry } from './auth/identity.js';
import { TENANT } from './http/params.js';
import { Reads } from './http/reads.js';
import { ProblemsController } from './problems/problems.controller.js';
import { ChangeStreams } from './live/change-streams.js';
import { CHANGES, changesOver, type ChangesOf } from './live/changes.js';
import { LiveStreams } from './live/live-streams.js';
import { AuditWhyController } from './routes/audit-why.controller.js';
import { AuditAsOfController } from './routes/audit-as-of.controller.js';
import { AuditChangesController, LOG_INDEX } from './routes/audit-changes.controller.js';
import { AuditExportController } from './routes/audit-export.controller.js';
import { AuditRecomputeController } from './routes/audit-recompute.controller.js';
import { AuditWhatIfController } from './routes/audit-what-if.controller.js';
import { AuditController, NO_PROOFS, PROOFS, type ProofsOf } from './routes/audit.controller.js';
import { HealthController, READINESS } from './routes/health.controller.js';
import { ItemsController } from './routes/items.controller.js';
import { ListsController } from './routes/lists.controller.js';
import { ChangesController, LiveController } from './routes/live.controller.js';
import { NO_OPERATIONS, OPERATIONS, OperationsController, type OperationsOf } from './routes/operations.controller.js';
import { OrganisationController } from './routes/organisation.controller.js';
import { PlansController } from './routes/plans.controller.js';
import { CalendarsController } from './routes/calendars.controller.js';
import { CompletenessController } from './routes/completeness.controller.js';
import { DELIVERIES, DeliveriesController, type DeliveriesOf, NO_DELIVERIES } from './routes/deliveries.controller.js';
import { DocumentsController } from './routes/documents.controller.js';
import { ExtensionRequestsController } from './routes/extension-requests.controller.js';
import { ReportRequestsController } from './routes/report-requests.controller.js';
import { ReportsController } from './routes/reports.controller.js';
import { RulesController } from './routes/rules.controller.js';
import { TrendController } from './routes/trend.controller.js';
import { UnitPlansController } from './routes/unit-plans.controller.js';
import { UnitsController } from './routes/units.controller.js';

/** What the routes need besides the application. */
export interface ApiModuleOptions extends ApplicationOptions {
  readonly tenant: string;
  readonly readiness?: () => Promise<Readiness>;
  /** What became of notices; none unless told. */
  readonly deliveries?: DeliveriesOf;
  /** Proofs about the sealed log; none unless told. */
  readonly proofs?: ProofsOf;
  /** What finds events of the log; all of it is read unless told. */
  readonly logIndex?: LogIndex;
  /** What tells where the log has changed something; the log is read unless told. */
  readonly changes?: ChangesOf;
  /** How the work in the background goes on; nothing goes on unless told. */
  readonly operations?: OperationsOf;
  /** Who comes in. */
  readonly entry: Pick<Entry, 'providers' | 'controllers'>;
}

/** The routes over the application's buses. */
@Module({})
export class ApiModule {
  static register(options: ApiModuleOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [ApplicationModule.register(options)],
      controllers: [
        RulesController,
        PlansController,
        UnitPlansController,
        ItemsController,
        CalendarsController,
        CompletenessController,
        TrendController,
        AuditController,
        AuditAsOfController,
        AuditChangesController,
        AuditExportController,
        AuditRecomputeController,
        AuditWhatIfController,
        AuditWhyController,
        DeliveriesController,
        DocumentsController,
        OperationsController,
        OrganisationController,
        ExtensionRequestsController,
        ReportRequestsController,
        ReportsController,
        UnitsController,
        ListsController,
        LiveController,
        ChangesController,
        HealthController,
        ProblemsController,
        ...options.entry.controllers,
      ],
      providers: [
        Reads,
        ...options.entry.providers,
        LiveStreams,
        ChangeStreams,
        { provide: CHANGES, useValue: options.changes ?? changesOver(options.store) },
        { provide: TENANT, useValue: options.tenant },
        { provide: READINESS, useValue: options.readiness },
        { provide: DELIVERIES, useValue: options.deliveries ?? NO_DELIVERIES },
        { provide: OPERATIONS, useValue: options.operations ?? NO_OPERATIONS },
        { provide: LOG_INDEX, useValue: options.logIndex ?? NO_LOG_INDEX },
        { provide: PROOFS, useValue: options.proofs ?? NO_PROOFS },
      ],
    };
  }
}
