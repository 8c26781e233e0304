import type { Directory, UnitId } from '../ir/directory.js';
import type {
  Actor,
  Addressee,
  ConsolidationRule,
  EscalationTarget,
  PlanRules,
  RegimeRule,
  TaskRule,
  Via,
} from '../ir/plan-rules.js';
import type { EffectivePlan, EffectiveTask } from './effective-plan.js';
import { handsOf, heirOf } from './heirs.js';

/** By organisation and plan: plans as they read once units that they name are no more. */
const KNOWN = new WeakMap<Directory, WeakMap<EffectivePlan, EffectivePlan>>();

/**
 * A plan as it reads on a later day, for whoever stands in place of the units that it names: those that took over work lead it,
 * those that answer for the others are reported to, and a class below an issuer that is no more goes on meaning what has become of
 * the units that lay below that one, and none that others' reach has added. The plan itself where all that it names still
 * stands. Its identity and its text stay as issued. Linear in its rules, once for each organisation.
 */
export function succeededPlan(plan: EffectivePlan, directory: Directory): EffectivePlan {
  const plans = KNOWN.get(directory) ?? new WeakMap<EffectivePlan, EffectivePlan>();
  KNOWN.set(directory, plans);
  const known = plans.get(plan) ?? rewritten(plan, directory);
  plans.set(plan, known);
  return known;
}

function rewritten(plan: EffectivePlan, directory: Directory): EffectivePlan {
  const parent = plan.parent && succeededPlan(plan.parent, directory);
  const places = new Places(directory);
  const { issuer } = plan.rules.plan;
  const tasks = new Map(plan.tasks.map((task) => [task, taskOf(task, places)]));
  const rules = rulesOf(plan.rules, places.below(issuer));
  if (!places.moved && parent === plan.parent) return plan;
  const renewed = (named: ReadonlyMap<string, EffectiveTask>): ReadonlyMap<string, EffectiveTask> =>
    new Map([...named].map(([name, task]) => [name, tasks.get(task) ?? task]));
  const { byKey, byNumber } = plan;
  return { ...plan, parent, rules, tasks: [...tasks.values()], byKey: renewed(byKey), byNumber: renewed(byNumber) };
}

/** Who stands for whom on one day. */
class Places {
  /** True once anything read otherwise than it was written. */
  moved = false;

  constructor(readonly directory: Directory) {}

  /** The places of a text whose classes mean units below its issuer. */
  below(issuer: UnitId): PlacesBelow {
    return { all: this, issuer };
  }

  one(unit: UnitId): UnitId {
    const heir = heirOf(unit, this.directory) ?? unit;
    if (heir !== unit) this.moved = true;
    return heir;
  }

  /** Those that do what units were named for. One that nobody stands for stays: nobody has it, as nobody knows it. */
  several(units: readonly UnitId[]): readonly UnitId[] {
    if (units.every((unit) => this.directory.units.has(unit))) return units;
    const found = units.flatMap((unit) => {
      const hands = handsOf(unit, this.directory);
      return hands.length === 0 ? [unit] : hands;
    });
    const others = [...new Set(found)];
    if (others.length !== units.length || others.some((unit, at) => unit !== units[at])) this.moved = true;
    return others;
  }

  /** True where a class below a unit means what has become of those that lay below it. */
  isGone(root: UnitId): boolean {
    const isGone = !this.directory.units.has(root) && this.directory.succession(root) !== undefined;
    if (isGone) this.moved = true;
    return isGone;
  }
}

interface PlacesBelow {
  readonly all: Places;
  readonly issuer: UnitId;
}

const actorsOf = (actors: readonly Actor[], places: PlacesBelow): readonly Actor[] =>
  actors.flatMap((actor) => actorsFor(actor, places));

function actorsFor(actor: Actor, { all, issuer }: PlacesBelow): readonly Actor[] {
  switch (actor.kind) {
    case 'unit':
      return all.several([actor.unit]).map((unit) => (unit === actor.unit ? actor : { ...actor, unit }));
    case 'listed':
      return [{ ...actor, units: all.several(actor.units) }];
    case 'committee':
      return [{ ...actor, office: all.one(actor.office), members: all.several(actor.members) }];
    case 'each':
      return [actor.within === undefined && all.isGone(issuer) ? { ...actor, within: issuer } : actor];
    default:
      return [actor];
  }
}

const addresseeOf = (to: Addressee, { all }: PlacesBelow): Addressee =>
  to.kind === 'unit' ? { ...to, unit: all.one(to.unit) } : to;

const viaOf = (via: Via, { all }: PlacesBelow): Via => (via.kind === 'unit' ? { ...via, unit: all.one(via.unit) } : via);

const targetOf = (target: EscalationTarget, { all }: PlacesBelow): EscalationTarget =>
  target.kind === 'unit' ? { ...target, unit: all.one(target.unit) } : target;

const taskOf = (task: EffectiveTask, places: Places): EffectiveTask => ({
  ...task,
  assigned: task.assigned.map(({ below, leads, supports }) => {
    const here = places.below(below);
    return { below: places.one(below), leads: actorsOf(leads, here), supports: actorsOf(supports, here) };
  }),
  rule: taskRuleOf(task.rule, places.below(task.assigned[0]?.below ?? ('' as UnitId))),
});

function taskRuleOf(rule: TaskRule, places: PlacesBelow): TaskRule {
  const { report, moreReports, resolver, others } = rule;
  return {
    ...rule,
    leads: actorsOf(rule.leads, places),
    supports: actorsOf(rule.supports, places),
    report: report && { ...report, to: addresseeOf(report.to, places) },
    ...(moreReports && { moreReports: moreReports.map((each) => ({ ...each, to: addresseeOf(each.to, places) })) }),
    ...(resolver !== undefined && { resolver: places.all.one(resolver) }),
    ...(others && { others: others.map((each) => ({ ...each, actors: actorsOf(each.actors, places) })) }),
  };
}

function rulesOf(rules: PlanRules, places: PlacesBelow): PlanRules {
  const { all } = places;
  const { plan, focal, resolver, followUp, conditional } = rules;
  return {
    ...rules,
    plan: { ...plan, issuer: all.one(plan.issuer) },
    focal: focal && all.one(focal),
    ...(resolver !== undefined && { resolver: all.one(resolver) }),
    tasks: rules.tasks.map((task) => taskRuleOf(task, places)),
    duties: rules.duties.map((duty) => ({
      ...duty,
      units: actorsOf(duty.units, places),
      sendTo: duty.sendTo && addresseeOf(duty.sendTo, places),
    })),
    regimes: rules.regimes.map((regime) => regimeOf(regime, places)),
    escalation: rules.escalation.map((step) => ({
      ...step,
      actions: step.actions.map(({ action, target }) => ({ action, target: targetOf(target, places) })),
    })),
    ...(followUp && { followUp: followUp.map((each) => ({ ...each, target: targetOf(each.target, places) })) }),
    ...(conditional && {
      conditional: conditional.map((each) => ({
        ...each,
        from: actorsOf(each.from, places),
        to: addresseeOf(each.to, places),
        via: each.via.map((via) => viaOf(via, places)),
        copies: each.copies.map((copy) => addresseeOf(copy, places)),
      })),
    }),
  };
}

const regimeOf = (regime: RegimeRule, places: PlacesBelow): RegimeRule => ({
  ...regime,
  routes: regime.routes.map((route) => ({
    ...route,
    from: actorsOf(route.from, places),
    to: addresseeOf(route.to, places),
    via: route.via && viaOf(route.via, places),
    copies: route.copies.map((copy) => addresseeOf(copy, places)),
    ...(route.viaNext && { viaNext: route.viaNext.map((via) => viaOf(via, places)) }),
  })),
  consolidation: regime.consolidation && consolidationOf(regime.consolidation, places),
  ...(regime.chain && { chain: regime.chain.map((rule) => consolidationOf(rule, places)) }),
});

const consolidationOf = (rule: ConsolidationRule, places: PlacesBelow): ConsolidationRule => ({
  ...rule,
  by: places.all.one(rule.by),
  to: addresseeOf(rule.to, places),
  ...(rule.via && { via: viaOf(rule.via, places) }),
  ...(rule.copies && { copies: rule.copies.map((copy) => addresseeOf(copy, places)) }),
});
