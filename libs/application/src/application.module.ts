import type { EventStore } from '#event-store';
import type { ReadModels } from '#read-models';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { UnitPlanWrites } from './commands/unit-plan-writes.js';
import { COMMAND_HANDLERS, QUERY_HANDLERS } from './handlers.js';
import { ASKED_LOG, CLOCK, READ_MODELS, WORKFLOW } from './tokens.js';
import type { Clock } from './workflow/clock.js';
import { createWorkflow, type Workflow } from './workflow/workflow.js';

/** What the application runs on. */
export interface ApplicationOptions {
  readonly store: EventStore;
  /** The log as whoever asks may see it; the whole of it unless told. */
  readonly askedLog?: EventStore;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  /** Shared with whoever runs the clock in the same process; made over the store unless given. */
  readonly workflow?: Workflow;
}

/** The command and query buses of `@nestjs/cqrs` over one store. Nothing here waits for an event bus: answers come from the log. */
@Module({})
export class ApplicationModule {
  static register({
    store,
    askedLog = store,
    readModels,
    clock,
    workflow = createWorkflow(store),
  }: ApplicationOptions): DynamicModule {
    const ports = [
      { provide: WORKFLOW, useValue: workflow },
      { provide: ASKED_LOG, useValue: askedLog },
      { provide: READ_MODELS, useValue: readModels },
      { provide: CLOCK, useValue: clock },
    ];
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [...ports, UnitPlanWrites, ...COMMAND_HANDLERS, ...QUERY_HANDLERS],
      exports: [...ports, CqrsModule],
    };
  }
}
