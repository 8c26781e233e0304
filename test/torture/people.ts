import { createWorkflow, type Executed, Refused, type Workflow } from '#workflow';
import type { PlanId, UnitId } from '#engine';
import { ConcurrencyConflict } from '#event-store';
import { createPool, PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { AFTER, communes, handIn, isActing, noteOf } from './world.js';

/** How many send the same request at the same moment. */
const CROWD = 100;

/** What people were told had been done: by key, the answer. */
export type Acknowledged = ReadonlyMap<string, Executed>;

/**
 * People who hand in their tasks, as they would over a bad line: each request has a key and is sent again until it is answered.
 * Every tenth is sent a hundred times at once; on every seventh two people act at the same moment.
 */
export class People {
  private readonly pool: Pool;
  private readonly workflow: Workflow;
  readonly acknowledged = new Map<string, Executed>();
  /** Answers that differed from an earlier answer to the same request, and doubled acts: none is right. */
  readonly wrongs: string[] = [];
  /** Requests that got no answer and were sent again. */
  unanswered = 0;

  constructor(
    url: string,
    private readonly tenant: string,
    private readonly plan: PlanId,
  ) {
    this.pool = createPool({ url, max: 12 });
    this.workflow = createWorkflow(new PostgresEventStore(this.pool));
  }

  /** All of them, eight at a time. */
  async act(count: number): Promise<void> {
    const acting = communes(count).filter((_, index) => isActing(index));
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < acting.length) {
        const index = next++;
        await this.one(acting[index] as UnitId, index);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  private async one(unit: UnitId, index: number): Promise<void> {
    if (index % 7 === 3) return this.two(unit);
    const width = index % 10 === 5 ? CROWD : 1;
    const answers = await Promise.all(Array.from({ length: width }, () => this.untilAnswered(unit, `in/${unit}`)));
    for (const answer of answers) this.note(`in/${unit}`, answer);
  }

  /** Two people hand the same task in: one of them is told that somebody did. */
  private async two(unit: UnitId): Promise<void> {
    const keys = [`in/${unit}`, `in/${unit}/2`];
    const answers = await Promise.all(keys.map((key) => this.untilAnswered(unit, key)));
    const done = answers.filter((answer) => answer !== 'refused');
    if (done.length !== 1) this.wrongs.push(`${unit}: ${done.length} of two people handed the same task in`);
    answers.forEach((answer, index) => this.note(keys[index] as string, answer));
  }

  private note(key: string, answer: Executed | 'refused'): void {
    if (answer === 'refused') return;
    const before = this.acknowledged.get(key);
    if (before && before.position !== answer.position)
      this.wrongs.push(`${key}: answered ${before.position}, then ${answer.position}`);
    this.acknowledged.set(key, answer);
  }

  private async untilAnswered(unit: UnitId, idempotencyKey: string): Promise<Executed | 'refused'> {
    for (;;) {
      try {
        const options = { idempotencyKey, fingerprint: unit };
        return await this.workflow.unitPlans.execute(this.tenant, handIn(this.plan, unit, noteOf(unit)), AFTER, options);
      } catch (error) {
        if (error instanceof Refused) return 'refused';
        if (!(error instanceof ConcurrencyConflict)) this.unanswered += 1;
        await new Promise(setImmediate);
      }
    }
  }
}
