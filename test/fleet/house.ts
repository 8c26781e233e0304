import { createWorkflow, Knowledge, openSession, type Workflow } from '#workflow';
import {
  rulesStream,
  type CalendarData,
  type Instant,
  type PlanId,
  type PlanRules,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { ConcurrencyConflict, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { chance, type Chance } from './chance.js';
import { AnswerLost, Crash, FaultyStore, type FaultCount } from './faults.js';
import { Interleaver } from './interleaver.js';
import { MirroringStore, stateOf } from './mirror.js';
import type { Parts } from './parts.js';

export const TENANT = 'fleet';
/** More failures in a row than any storm of faults makes. */
const MOST_TRIES = 40;

export interface Conditions {
  readonly seed: number;
  readonly life: number;
  /** Null: nothing fails. */
  readonly faults: FaultCount | null;
  readonly parts: Parts;
}

/** When somebody looks. */
export interface Seeing {
  readonly at: Instant;
  /** True where units have ended that the clock has not come to. */
  readonly isAnother: boolean;
}

/** The machines of one life: one log, two processes with caches of their own, and what fails between them. */
export class House {
  private readonly memory = new InMemoryEventStore();
  readonly mirror = new MirroringStore(this.memory);
  private readonly store: FaultyStore;
  private readonly observer = new Knowledge(this.memory);
  readonly faults: FaultCount | null;
  readonly roll: Chance;
  private readonly interleaver: Interleaver;
  private processes: Workflow[];
  readonly violations: string[] = [];

  constructor({ seed, life, faults, parts }: Conditions) {
    this.faults = faults;
    this.roll = chance(seed, life, 'faults');
    this.interleaver = new Interleaver(chance(seed, life, 'order'), () => faults?.note('slow read'));
    const plan = { count: faults ?? NEVER, roll: this.roll, interleaver: this.interleaver, rate: faults ? RATE : 0 };
    this.store = new FaultyStore(parts.store(this.mirror), plan);
    this.open = () => parts.workflow(this.store);
    this.processes = [this.open(), this.open()];
  }

  private readonly open: () => Workflow;

  /** Does something on one of the processes until it is answered: after a crash on a new one, which knows nothing. */
  async insist<T>(which: number, work: (workflow: Workflow, attempt: number) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const workflow = this.processes[which] ?? this.restarted(which);
      try {
        return await work(workflow, attempt);
      } catch (error) {
        if (error instanceof Crash) this.restarted(which);
        else if (!(error instanceof AnswerLost) && !(error instanceof ConcurrencyConflict)) throw error;
        if (attempt >= MOST_TRIES) throw error;
      }
    }
  }

  private restarted(which: number): Workflow {
    const fresh = this.open();
    this.processes[which] = fresh;
    return fresh;
  }

  together(...courses: readonly (() => Promise<void>)[]): Promise<void> {
    return this.interleaver.together(courses);
  }

  /** Puts a rules document there, as if its text had been published. */
  async publish(rules: PlanRules, hash: string, at: Instant): Promise<void> {
    const data = { hash, text: '', rules };
    const events = [{ type: 'RulesPublished', v: 1, data, because: null, at, actor: rules.plan.issuer }];
    await this.memory.append(TENANT, [{ stream: rulesStream(hash), expected: 0, events }]);
  }

  /** A unit plan as it will be at an instant once time has caught up: what people see before they act. Writes nothing. */
  async seen(plan: PlanId, unit: UnitId, { at, isAnother }: Seeing): Promise<UnitPlanState | undefined> {
    if (isAnother) return this.foreseen(`unit-plan/${plan}/${unit}`, at);
    const stream = `unit-plan/${plan}/${unit}`;
    const session = await openSession(this.observer.of(TENANT), await this.memory.readStreams(TENANT, [stream]), at);
    session.catchUp(stream);
    return session.state(plan, unit);
  }

  /** With what becomes of the units by then: lived through beside the log. */
  private async foreseen(stream: string, at: Instant): Promise<UnitPlanState | undefined> {
    const beside = createWorkflow(this.memory.copy());
    await beside.clock.runUntil(TENANT, at);
    const events = await beside.store.readStream(TENANT, stream);
    return events.length === 0 ? undefined : stateOf(events);
  }

  log(after = 0): Promise<readonly RecordedEvent[]> {
    return this.memory.readAll(TENANT, after, Number.MAX_SAFE_INTEGER);
  }

  earliestWakeUp(): Promise<Instant | undefined> {
    return this.memory.earliestWakeUp(TENANT);
  }

  recorded(key: string): Promise<unknown> {
    return this.memory.recorded(TENANT, key);
  }
}

/** Probability that an append meets a fault. */
const RATE = 0.16;
const NEVER = { of: new Map(), note: () => undefined } as unknown as FaultCount;

/** A calendar with one more day off. */
export const withDayOff = (calendar: CalendarData, day: string, version: string): CalendarData => {
  const year = day.slice(0, 4);
  const { off = [], makeup = [] } = calendar.years[year] ?? {};
  return { version, years: { ...calendar.years, [year]: { off: [...off, day as never], makeup } } };
};
