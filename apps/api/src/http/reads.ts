import { CLOCK, type Clock, WORKFLOW, type Workflow } from '#application';
import { parseInstant, parseLocalDate } from '#engine';
import { Inject, Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestFault } from '../problems/faults.js';

const LONGEST_WAIT_MS = 2_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

/** Asks queries, once the log has what the asker has seen. */
@Injectable()
export class Reads {
  constructor(
    private readonly bus: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws RequestFault when the log has not reached `minPosition` after two seconds */
  async ask<T>(tenant: string, minPosition: number | undefined, query: Query<T>): Promise<T> {
    if (minPosition !== undefined) await this.reach(tenant, minPosition);
    return this.bus.execute(query);
  }

  /** The moment asked about, to the second: the end of a day, or now. */
  asOf(asked: string | undefined): string {
    const day = asked === undefined ? undefined : parseLocalDate(asked);
    if (day) return `${day}T23:59:59+07:00`;
    return (asked === undefined ? undefined : parseInstant(asked)) ?? this.clock.now();
  }

  /** Looks again after pauses that double; read models are written with the events, so the log's head is theirs. */
  private async reach(tenant: string, position: number): Promise<void> {
    let waited = 0;
    for (
      let next = FIRST_PAUSE_MS;
      (await this.workflow.store.head(tenant)) < position;
      next = Math.min(next * 2, LONGEST_PAUSE_MS)
    ) {
      if (waited >= LONGEST_WAIT_MS) throw new RequestFault('position.not-reached');
      const rest = Math.min(next, LONGEST_WAIT_MS - waited);
      await pause(rest);
      waited += rest;
    }
  }
}
