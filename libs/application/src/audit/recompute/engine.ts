import { planStream, type Instant, type PlanId, type RulesContext, type UnitId } from '#engine';
import type { StreamWrite } from '#event-store';
import { CascadeReorganiser } from '../../workflow/cascade-reorganiser.js';
import { PlanService } from '../../workflow/plan-service.js';
import { RulesService } from '../../workflow/rules-service.js';
import { Knowledge, type TenantKnowledge } from '../../workflow/tenant-knowledge.js';
import { caught, type PrefixStore } from './prefix-store.js';

/** The services of the workflow over the beginning of a log: what they would append is answered instead of recorded. */
export class Engine {
  readonly known: TenantKnowledge;
  readonly rules: RulesService;
  private readonly plans: PlanService;
  private readonly reorganiser: CascadeReorganiser;
  private readonly contexts = new Map<number, RulesContext>();
  private fact = -1;
  /** In the order of their issue. */
  readonly issuedPlans: PlanId[] = [];

  constructor(
    readonly store: PrefixStore,
    readonly tenant: string,
  ) {
    const knowledge = new Knowledge(store);
    this.known = knowledge.of(tenant);
    this.rules = new RulesService(store, knowledge);
    this.plans = new PlanService(store, knowledge);
    this.reorganiser = new CascadeReorganiser(store, knowledge);
  }

  /** Issue, what it does to earlier plans, and the issuer's own plan under the one above. */
  issue(hash: string, actor: UnitId, at: Instant): Promise<readonly StreamWrite[]> {
    return caught(() => this.plans.issue(this.tenant, { hash, actor }, at));
  }

  cascade(plan: PlanId): Promise<readonly StreamWrite[]> {
    return caught(() => this.plans.completeCascade(this.tenant, planStream(plan)));
  }

  reorganisation(plan: PlanId, at: Instant): Promise<readonly StreamWrite[]> {
    return caught(() => this.reorganiser.reorganise(this.tenant, planStream(plan), at));
  }

  /** What effects and decisions of an instant go by, as far as it was known then; plans that have been issued are at hand. */
  async context(at: Instant): Promise<RulesContext> {
    const { fact, turn } = this.basis(at);
    if (fact !== this.fact) this.contexts.clear();
    this.fact = fact;
    const known = this.contexts.get(turn);
    if (known) return known;
    const context = await this.known.rulesContext([], at);
    this.contexts.set(turn, context);
    return context;
  }

  /** The stretch of time around an instant through which the same holds, as far as it is known. */
  basis(at: Instant): Basis {
    const { turns, fact } = this.store;
    return { fact, turn: turns.findLastIndex((each) => each <= at) };
  }

  /** When something else came to hold after an instant, in order. */
  turnsAfter(at: Instant): readonly Instant[] {
    return this.store.turns.filter((turn) => turn > at);
  }

  /** Plans that have been issued, for the effects of what they set. */
  async issued(plan: PlanId): Promise<void> {
    await this.known.plan(plan);
    this.issuedPlans.push(plan);
  }

  /** Takes over the plans of another engine over the same log. */
  async knowPlansOf({ issuedPlans }: Engine): Promise<void> {
    for (const plan of issuedPlans) await this.issued(plan);
  }
}

/** Through which the same holds: what was recorded, and since when it does. */
export interface Basis {
  readonly fact: number;
  readonly turn: number;
}
