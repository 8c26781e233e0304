import { DOCUMENTS_STREAM, type Instant, type PlanId, type PlanIssued, type UnitId } from '#engine';
import type { NewEvent, RecordedEvent, StreamWrite } from '#event-store';
import { AppError } from '#contracts';
import { Awaited, type Means } from './awaited.js';
import { Diagnosis } from './diagnosis.js';
import { Engine } from './engine.js';
import { Foresight } from './foresight.js';
import { inOrder, misplaced, missing } from './gaps.js';
import { HeldStates } from './held-states.js';
import type { PrefixStore } from './prefix-store.js';
import { checkText } from './rules-text.js';
import { isSame } from './same-event.js';
import { isOfShare, type Share } from './share.js';
import { UnitPlanCheck } from './unit-plan-check.js';

const UNIT_PLAN = 'unit-plan/';
const PLAN = 'plan/';
const RULES = 'rules/';

/** What one recomputation goes by. */
export interface Scope {
  /** Only of the cascade below this plan; null for all. */
  readonly root: PlanId | null;
  /** Most unit plans that are kept in memory. */
  readonly most: number;
  /** Whether rules texts are read again. */
  readonly texts: boolean;
  /** Which unit plans. */
  readonly share: Share;
}

/** A log as it is recomputed, one event after another. */
export class Recomputation {
  /** Events of plans and facts that were found the same. */
  private same = { recomputed: 0, acts: 0 };
  private readonly engine: Engine;
  private readonly diagnosis: Diagnosis;
  private readonly unitPlans: UnitPlanCheck;
  /** By stream: what has to be recorded there next, besides in unit plans. */
  private readonly awaited = new Map<string, Awaited>();

  constructor(
    private readonly store: PrefixStore,
    tenant: string,
    private readonly scope: Scope,
  ) {
    this.engine = new Engine(store, tenant);
    const states = new HeldStates(store, tenant, scope.most);
    const foresight = new Foresight(this.engine, states);
    this.diagnosis = new Diagnosis(this.engine, states);
    this.unitPlans = new UnitPlanCheck(
      { engine: this.engine, states, foresight, diagnosis: this.diagnosis },
      {
        begin: (event, plan) => this.begin(event, plan),
        isMeant: (stream) => this.isMeant(stream) && isOfShare(stream, scope.share),
      },
    );
  }

  get counts(): { readonly recomputed: number; readonly acts: number } {
    const { recomputed, acts } = this.unitPlans;
    // Everybody looks at facts and plans; one counts them.
    const same = this.scope.share.index === 0 ? this.same : { recomputed: 0, acts: 0 };
    return { recomputed: recomputed + same.recomputed, acts: acts + same.acts };
  }

  /** Recomputes the next event. @throws Apart where it is not what it must be */
  async take(event: RecordedEvent): Promise<void> {
    if (event.position !== this.store.position + 1) throw misplaced(event, this.store.position + 1);
    if (event.stream.startsWith(UNIT_PLAN)) {
      if (this.isMeant(event.stream)) await this.unitPlans.take(event);
    } else {
      inOrder(event, this.store.lengthOf(event.stream));
      await this.fact(event);
    }
    this.store.take(event);
    if (event.type === 'PlanIssued') await this.engine.issued((event.data as PlanIssued).id);
  }

  /** What is missing at the end, where the clock is known to have come to an instant. @throws Apart */
  async end(until: Instant | null): Promise<void> {
    const position = this.store.position + 1;
    this.unitPlans.allMet(position);
    for (const [stream, { first }] of this.awaited)
      if (first) throw missing({ stream, version: this.store.lengthOf(stream) + 1, position }, first);
    if (until === null) return;
    for (const plan of this.engine.issuedPlans) await this.ended(plan, until);
    await this.unitPlans.end(until);
  }

  private isMeant(stream: string): boolean {
    return this.scope.root === null || stream.startsWith(`${UNIT_PLAN}${this.scope.root}/`);
  }

  /** A cascade that has not come though its plan was issued, or a reorganisation that has not though its day had. */
  private async ended(plan: PlanId, until: Instant): Promise<void> {
    const issued = await this.engine.known.issued(plan);
    if (!issued || (this.scope.root !== null && issued.root !== this.scope.root)) return;
    const stream = `${PLAN}${plan}`;
    const [issue] = await this.store.readStream(this.engine.tenant, stream);
    const isWhole = this.store.has(stream, 'PlanCascaded');
    if (isWhole || !issue || issue.at > until) return;
    const [write] = await this.engine.cascade(plan);
    const [first] = write?.events ?? [];
    if (write && first)
      throw missing({ stream: write.stream, version: write.expected + 1, position: this.store.position + 1 }, first);
  }

  private async fact(event: RecordedEvent): Promise<void> {
    const { stream, type } = event;
    if (type === 'PlanIssued') return this.issue(event);
    if (stream.startsWith(PLAN)) return this.closing(event);
    if (stream.startsWith(RULES) && this.scope.texts) return checkText(event, this.engine);
    if (stream === DOCUMENTS_STREAM && this.awaited.get(stream)?.first) await this.meet(event);
  }

  private async issue(event: RecordedEvent): Promise<void> {
    const { rules, root } = event.data as PlanIssued;
    if (this.scope.root !== null && root !== this.scope.root) return;
    await this.expect(event, ({ engine }) => engine.issue(rules, event.actor as UnitId, event.at));
    await this.meet(event);
    this.same.acts += 1;
  }

  /** The end of a cascade, or of a reorganisation: everything that belongs to it stands before it. */
  private async closing(event: RecordedEvent): Promise<void> {
    const id = event.stream.slice(PLAN.length) as PlanId;
    if (this.scope.root !== null && (await this.engine.known.issued(id))?.root !== this.scope.root) return;
    if (!this.awaited.get(event.stream)?.first) await this.begin(event, id);
    this.unitPlans.allMet(event.position);
    await this.meet(event);
    this.same.recomputed += 1;
  }

  /** Works out a cascade or a reorganisation, of which this is the first event. */
  private begin(event: RecordedEvent, plan: PlanId): Promise<void> {
    const isCascade = event.type === 'PlanCascaded' || event.type === 'UnitPlanDerived' || event.type === 'UnitPlanReplaced';
    return this.expect(event, ({ engine }) => (isCascade ? engine.cascade(plan) : engine.reorganisation(plan, event.at)));
  }

  /** Awaits what work comes to; the refusal of it is a difference at the event. @throws Apart */
  private async expect(event: RecordedEvent, work: (means: Means) => Promise<readonly StreamWrite[]>): Promise<void> {
    const of = async (stream: string, means: Means): Promise<readonly NewEvent[]> =>
      (await work(means)).find((write) => write.stream === stream)?.events ?? [];
    try {
      for (const { stream, events } of await work(this.unitPlans.means)) {
        const awaited = new Awaited(events, (means) => of(stream, means));
        if (stream.startsWith(UNIT_PLAN)) await this.unitPlans.await(stream, awaited);
        else this.awaited.set(stream, awaited);
      }
    } catch (error) {
      throw error instanceof AppError ? this.diagnosis.refused(event, error.code) : error;
    }
  }

  /** Holds an event to what its stream waits for. @throws Apart */
  private async meet(event: RecordedEvent): Promise<void> {
    const awaited = this.awaited.get(event.stream) ?? null;
    if (!awaited?.first || !isSame(awaited.first, event)) throw await this.diagnosis.of(event, awaited);
    awaited.meet();
  }
}
