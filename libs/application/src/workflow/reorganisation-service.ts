import { ORGANISATION_STREAM, type CascadeReorganised, type Instant, type OrganisationEvent } from '#engine';
import type { AppendOptions, EventStore, StreamWrite } from '#event-store';
import { type Problem, validateHistory } from '#organisation';
import type { ClockRunner } from './clock-runner.js';
import { OrganisationRefused } from './organisation-refused.js';
import { retryOnConflict } from './retry-on-conflict.js';
import { effectiveAt } from './known-organisation.js';
import type { Knowledge } from './tenant-knowledge.js';

/** What changing an organisation came to. */
export interface Reorganisation {
  readonly position: number;
  readonly replayed: boolean;
  /** Instants at which something takes effect, in order: those that lie ahead are the clock's. */
  readonly effective: readonly Instant[];
  /** What it has done to running cascades by now; cascades to which nothing happened are left out. */
  readonly cascades: readonly CascadeReorganised[];
}

const ATTEMPTS = 5;

/** Changes the organisation under running plans. */
export class ReorganisationService {
  /** By tenant: the running plans' change that is under way. */
  private readonly atWork = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly clock: ClockRunner,
  ) {}

  /**
   * Records changes of the organisation, and lets those that have taken effect by now change every running cascade, each in an
   * append of its own. Should the process die meanwhile, the clock completes it. Changes that lie ahead happen on their day.
   *
   * @throws OrganisationRefused where the changes do not fit the organisation's history
   */
  async apply(
    tenant: string,
    changes: readonly OrganisationEvent[],
    at: Instant,
    options: AppendOptions = {},
  ): Promise<Reorganisation> {
    const key = options.idempotencyKey;
    const earlier = key === undefined ? undefined : await this.store.recorded(tenant, key);
    const appended = await retryOnConflict(ATTEMPTS, async () => {
      const writes = earlier ? [] : [await this.factOf(tenant, changes, at)];
      return this.store.append(tenant, writes, options);
    });
    if (!(await this.clock.isHeld(tenant))) await this.inTurn(tenant, () => this.clock.runUntil(tenant, at));
    const effective = await this.effectiveOf(tenant, appended.position);
    return { ...appended, effective, cascades: await this.doneSince(tenant, appended.position, new Set(effective)) };
  }

  /** When the changes of an append take effect, by its last position: asked again under its key, the answer is the same. */
  private async effectiveOf(tenant: string, position: number): Promise<readonly Instant[]> {
    const recorded = await this.store.readStream(tenant, ORGANISATION_STREAM);
    const last = recorded.findLastIndex((event) => event.position === position);
    const found = new Set<Instant>();
    for (let index = last; index >= 0; index--) {
      const event = recorded[index];
      if (!event || event.at !== recorded[last]?.at || event.position !== position - (last - index)) break;
      found.add(effectiveAt((event.data as OrganisationEvent['data']).from, event.at));
    }
    return [...found].sort();
  }

  /** Who asks again while it is being done waits for it, and finds nothing left to do. */
  private async inTurn(tenant: string, work: () => Promise<unknown>): Promise<void> {
    const mine = (this.atWork.get(tenant) ?? Promise.resolve()).catch(() => undefined).then(work);
    this.atWork.set(tenant, mine);
    await mine;
    if (this.atWork.get(tenant) === mine) this.atWork.delete(tenant);
  }

  /** Everything that is wrong with changes; empty where they fit the organisation's history. */
  async check(tenant: string, changes: readonly OrganisationEvent[]): Promise<readonly Problem[]> {
    const { history } = await this.knowledge.of(tenant).organisation();
    return validateHistory(changes, history);
  }

  private async factOf(tenant: string, changes: readonly OrganisationEvent[], at: Instant): Promise<StreamWrite> {
    const { version } = await this.knowledge.of(tenant).organisation();
    const problems = await this.check(tenant, changes);
    if (problems.length > 0) throw new OrganisationRefused(problems);
    const events = changes.map(({ type, data }) => ({ type, v: 1, data, because: null, at, actor: null }));
    const [first] = changes.map(({ data }) => effectiveAt(data.from, at)).sort();
    const fact: StreamWrite = { stream: ORGANISATION_STREAM, expected: version, events, isFact: true };
    return first === undefined ? fact : { ...fact, wakeNoLater: first };
  }

  private async doneSince(
    tenant: string,
    position: number,
    effective: ReadonlySet<Instant>,
  ): Promise<readonly CascadeReorganised[]> {
    const done: CascadeReorganised[] = [];
    for (let after = position; ; ) {
      const events = await this.store.readAll(tenant, after);
      const last = events.at(-1);
      if (!last) return done;
      for (const { type, data, at } of events)
        if (type === 'CascadeReorganised' && effective.has(at)) done.push(data as CascadeReorganised);
      after = last.position;
    }
  }
}
