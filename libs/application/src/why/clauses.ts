import {
  consolidationRules,
  dutyRuleOf,
  type ConsolidationRule,
  type DerivedReport,
  type Directory,
  type EffectivePlan,
  type PlanId,
  type RegimeRule,
  type ReportRoute,
  type TaskRule,
} from '#engine';
import type { Clause } from './membership.js';
import type { LoggedPlan, WhyLog } from './why-log.js';

/** A task as one plan of a cascade writes it. */
export interface WrittenTask {
  readonly plan: LoggedPlan;
  readonly rule: TaskRule;
  readonly leads: Clause;
  readonly supports: Clause;
}

/** What the plans from the top down to one write of a task, in an organisation. */
export function writtenTasks(
  log: WhyLog,
  plan: PlanId,
  { task, directory }: { readonly task: string; readonly directory: Directory },
): readonly WrittenTask[] {
  const found: WrittenTask[] = [];
  for (let at: EffectivePlan | null = log.running(plan, directory)?.effective ?? null; at; at = at.parent) {
    const logged = log.plan(at.id);
    const { byNumber, rules } = at;
    if (!logged) continue;
    for (const rule of rules.tasks) {
      if (byNumber.get(rule.no)?.key !== task) continue;
      const original = logged.effective.rules.tasks.find(({ place }) => place === rule.place);
      const place = log.rule(logged, `task ${rule.no}`, rule.place);
      const below = rules.plan.issuer;
      found.push({
        plan: logged,
        rule,
        leads: { actors: rule.leads, ...(original && { written: original.leads }), below, role: 'lead', place },
        supports: { actors: rule.supports, ...(original && { written: original.supports }), below, role: 'support', place },
      });
    }
  }
  return found.toReversed();
}

/** The regime that asks for a report, with the plan that has it. */
export interface WrittenRegime {
  readonly plan: LoggedPlan;
  readonly effective: EffectivePlan;
  readonly regime: RegimeRule;
}

/** The regime of a plan by the name that reports bear, in an organisation. */
export function writtenRegime(
  log: WhyLog,
  { source, regime: name }: Pick<DerivedReport, 'source' | 'regime'>,
  directory: Directory,
): WrittenRegime | undefined {
  const [plan, effective] = [log.plan(source), log.running(source, directory)?.effective];
  const regime = effective?.rules.regimes.find(({ id }) => effective.prefix + id === name);
  return plan && effective && regime && { plan, effective, regime };
}

/** The clause of a route that names senders. */
export const sendersClause = (log: WhyLog, { plan, effective, regime }: WrittenRegime, route: ReportRoute): Clause => ({
  actors: route.from,
  below: effective.rules.plan.issuer,
  role: 'sender',
  place: log.rule(plan, `regime ${regime.id}`, route.place),
});

/** The consolidation that a report is, by the level that its id tells: `…:all`, `…:all2`. */
export function consolidationOf(regime: RegimeRule, id: string): ConsolidationRule | undefined {
  const level = /:all(\d*)(?:~\d+)?$/.exec(id)?.[1];
  return level === undefined ? undefined : consolidationRules(regime)[Number(level || 1) - 1];
}

/** The clause that puts a duty on units; undefined where the plan has no such duty. */
export function dutyClause(
  log: WhyLog,
  { source, id }: { readonly source: PlanId; readonly id: string },
  directory: Directory,
): Clause | undefined {
  const [plan, effective] = [log.plan(source), log.running(source, directory)?.effective];
  const rule = effective && dutyRuleOf(effective, stemOf(id));
  if (!plan || !rule) return undefined;
  return {
    actors: rule.units,
    below: effective.rules.plan.issuer,
    role: 'duty',
    place: log.rule(plan, `duty ${rule.id}`, rule.place),
  };
}

/** `1.2` of `1.2~2`: what goes by a name of its own since a reorganisation. */
export const stemOf = (id: string): string => id.replace(/~\d+$/, '');
