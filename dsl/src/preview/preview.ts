import {
  deriveCascade,
  effectivePlan,
  planIdOf,
  yearOf,
  type Instant,
  type LocalDate,
  type Obligations,
  type PlanId,
  type PlanRules,
  type Tier,
  type UnitEntry,
  type UnitId,
} from '#engine';
import { check } from '../check.js';
import { obligationLines, type ObligationLine } from '../diff/obligation-lines.js';
import { explain, type ExplainedRule } from '../explain/explain.js';
import type { Facts } from '../explain/facts.js';
import { countUnits, type UnitsSaid } from '../explain/units-said.js';
import { Parent } from '../semantics/parent.js';
import type { CheckEnv } from '../semantics/env.js';
import { Analysis } from '../service/analysis.js';
import type { Language } from '../vocabulary/concepts.js';

/** A unit of the cascade with numbers of what it would owe. */
export interface PreviewedUnit {
  readonly id: UnitId;
  readonly name: string;
  readonly tier: Tier;
  /** The nearest unit above that is listed too; null at the top. */
  readonly above: UnitId | null;
  /** True where it gets a unit plan; others stand between such units and the issuer. */
  readonly isReached: boolean;
  readonly items: number;
  readonly supports: number;
  readonly reports: number;
  readonly duties: number;
}

/** What falls due on one day under one rule. */
export interface PreviewedDue {
  readonly day: LocalDate;
  readonly what: 'item' | 'report' | 'duty';
  /** As the text numbers it; empty for what has no number. */
  readonly no: string;
  readonly title: string;
  /** `2022-Q3`, `9M`; null where there are no periods. */
  readonly period: string | null;
  readonly for: UnitsSaid;
}

/** What issuing a text would derive, as far as it shows without the unit plans that stand already. */
export interface PlanPreview {
  readonly plan: PlanId;
  /** The issuer first; units in the order of their ids. */
  readonly units: readonly PreviewedUnit[];
  readonly totals: { readonly unitPlans: number; readonly items: number; readonly reports: number; readonly duties: number };
  /** By day, then by kind, then in the order of the text. */
  readonly due: readonly PreviewedDue[];
  /** Items that have no date. */
  readonly undated: number;
  /** True where more follows in later years: the periods of each are opened on its first day. */
  readonly goesOn: boolean;
  /** Every rule in sentences, with whom it reaches. */
  readonly rules: readonly ExplainedRule[];
}

/** When, and in which words. */
export interface PreviewOptions {
  /** When it would be issued: of what returns, only the periods of that year are derived at once. */
  readonly at: Instant;
  /** Language of the sentences. */
  readonly language: Language;
}

/**
 * What issuing a text would derive; null where it has errors. Under no other plan it is what the server derives, unit by unit; below
 * another plan everything that units will owe, whatever of it they hold already. Cost: that of deriving the plan twice.
 */
export function previewPlan(text: string, env: CheckEnv, { at, language }: PreviewOptions): PlanPreview | null {
  const { rules } = check(text, env);
  if (!rules) return null;
  const facts = factsAt(rules, new Analysis(text, env), at);
  return {
    plan: facts.plan.id,
    units: unitsOf(facts),
    totals: totalsOf([...facts.owed.values()]),
    due: dueOf(facts),
    undated: [...facts.owed.values()].reduce((sum, { items }) => sum + items.filter(({ due }) => due === null).length, 0),
    goesOn: goesOn(rules, at),
    rules: explain(text, env, language)?.rules ?? [],
  };
}

function factsAt(rules: PlanRules, { env, reading: { calendar } }: Analysis, at: Instant): Facts {
  const plan = effectivePlan(rules, planIdOf(rules.plan), env.parent ? new Parent(env.parent).plan : null);
  const cascade = deriveCascade(plan, { directory: env.directory, calendar, at, states: new Map() });
  const owed = new Map(
    cascade.map(({ unit, event }) => [unit, event.type === 'UnitPlanDerived' ? event.data : event.data.added]),
  );
  return { plan, env, calendar, owed };
}

const goesOn = ({ horizon, regimes, tasks }: PlanRules, at: Instant): boolean =>
  yearOf(horizon) > Number(at.slice(0, 4)) &&
  (regimes.length > 0 || tasks.some(({ deadline }) => deadline?.kind === 'recurring'));

function totalsOf(owed: readonly Obligations[]): PlanPreview['totals'] {
  const sum = (of: (each: Obligations) => number): number => owed.reduce((total, each) => total + of(each), 0);
  return {
    unitPlans: owed.length,
    items: sum(({ items }) => items.length),
    reports: sum(({ reports }) => reports.length),
    duties: sum(({ duties }) => duties.length),
  };
}

/** Those that get something, and all between them and the issuer. */
function unitsOf({ owed, plan, env: { directory } }: Facts): readonly PreviewedUnit[] {
  const { issuer } = plan.rules.plan;
  const shown = new Set<UnitId>([issuer]);
  for (const reached of owed.keys()) {
    for (let at: UnitId | null = reached; at !== null && !shown.has(at); at = directory.units.get(at)?.superior ?? null) {
      shown.add(at);
    }
  }
  const entries = [...shown].flatMap((id) => directory.units.get(id) ?? []);
  const below = entries.filter(({ id }) => id !== issuer && directory.isWithin(id, issuer)).sort(byId);
  return [...entries.filter(({ id }) => id === issuer), ...below].map((entry) => unitOf(entry, issuer, owed.get(entry.id)));
}

const byId = (a: UnitEntry, b: UnitEntry): number => (a.id < b.id ? -1 : Number(a.id > b.id));

const unitOf = ({ id, name, tier, superior }: UnitEntry, issuer: UnitId, owed: Obligations | undefined): PreviewedUnit => ({
  id,
  name,
  tier,
  above: id === issuer ? null : superior,
  isReached: owed !== undefined,
  items: owed?.items.length ?? 0,
  supports: (owed?.supports.length ?? 0) + (owed?.joint.length ?? 0),
  reports: owed?.reports.length ?? 0,
  duties: owed?.duties.length ?? 0,
});

const WHATS: readonly ObligationLine['what'][] = ['item', 'duty', 'report'];

function dueOf(facts: Facts): readonly PreviewedDue[] {
  const found = new Map<string, { readonly line: ObligationLine; readonly units: UnitEntry[] }>();
  for (const unit of facts.owed.keys()) {
    const entry = facts.env.directory.units.get(unit);
    for (const line of entry ? obligationLines(facts, unit).values() : []) {
      if (line.due === null || !entry) continue;
      const key = JSON.stringify([line.due, line.what, line.no, line.period]);
      const known = found.get(key);
      if (known) known.units.push(entry);
      else found.set(key, { line, units: [entry] });
    }
  }
  const order = new Map([...facts.plan.byNumber.keys()].map((no, index) => [no, index]));
  const rank = ({ what, no }: ObligationLine): number =>
    WHATS.indexOf(what) * 100_000 + (order.get(no) ?? (Number.parseFloat(no) || 0));
  return [...found.values()]
    .toSorted(({ line: a }, { line: b }) => compare(a.due ?? '', b.due ?? '') || rank(a) - rank(b))
    .map(({ line, units }) => dueLine(line, units));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const dueLine = ({ due, what, no, title, period }: ObligationLine, units: readonly UnitEntry[]): PreviewedDue => ({
  day: due as LocalDate,
  what: what as PreviewedDue['what'],
  no,
  title,
  period,
  for: countUnits(units),
});
