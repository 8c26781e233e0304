import type { LocalDate, Tier, UnitEntry, UnitId, UnitKind } from '#engine';
import { check } from '../check.js';
import { factsOf, type Facts } from '../explain/facts.js';
import { countUnits, type UnitsSaid } from '../explain/units-said.js';
import type { CheckEnv } from '../semantics/env.js';
import { Analysis } from '../service/analysis.js';
import { obligationLines, type ObligationLine } from './obligation-lines.js';
import { ruleChanges, type RuleChange } from './rule-changes.js';

/** Units of one class that a change concerns. */
export interface ChangedFor extends UnitsSaid {
  readonly kind: UnitKind;
  readonly tier: Tier;
}

/** What changes for units: something is owed anew, no longer, by another day, or to others. */
export interface DutyChange {
  readonly change: 'added' | 'withdrawn' | 'moved' | 'rerouted';
  readonly what: ObligationLine['what'];
  /** As the text numbers it: task, duty, or regime. */
  readonly no: string;
  /** `2022-Q3`, `9M`; null where there are no periods. */
  readonly period: string | null;
  readonly title: string;
  /** Last days before and after; null where none is known. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly for: readonly ChangedFor[];
  /** Number of units. */
  readonly count: number;
}

/** How one version of a text differs from another. */
export interface TextDiff {
  /** What changes for whom, as the engine derives both versions. */
  readonly duties: readonly DutyChange[];
  /** What changes in the words of the rules, whomever it concerns: titles, deliverables, steps. */
  readonly rules: readonly RuleChange[];
  /** Units for which anything changes. */
  readonly units: UnitsSaid;
  /** Obligations that stay as they are. */
  readonly unchanged: number;
}

/**
 * What changes for whom between two versions of a text; null where either has errors. Both are derived with the engine against the
 * same organisation and calendar, and compared unit by unit. Cost: that of deriving both.
 */
export function diff(oldText: string, newText: string, env: CheckEnv): TextDiff | null {
  const before = derived(oldText, env);
  const after = derived(newText, env);
  if (!before || !after) return null;
  const comparison = new Comparison(env);
  for (const unit of [...new Set([...before.owed.keys(), ...after.owed.keys()])].toSorted()) comparison.add(unit, before, after);
  return { ...comparison.result(), rules: ruleChanges(before.plan.rules, after.plan.rules) };
}

function derived(text: string, env: CheckEnv): Facts | null {
  const { rules } = check(text, env);
  return rules && factsOf(rules, env, new Analysis(text, env).reading.calendar);
}

type Change = Pick<DutyChange, 'change' | 'what' | 'no' | 'period' | 'title' | 'from' | 'to'>;

class Comparison {
  private readonly found = new Map<string, { readonly change: Change; readonly units: UnitEntry[] }>();
  private readonly touched = new Set<UnitId>();
  private unchanged = 0;

  constructor(private readonly env: CheckEnv) {}

  add(unit: UnitId, before: Facts, after: Facts): void {
    const old = obligationLines(before, unit);
    const now = obligationLines(after, unit);
    for (const [key, line] of old) if (!now.has(key)) this.note(unit, changeOf('withdrawn', line, null));
    for (const [key, line] of now) {
      const was = old.get(key);
      if (!was) this.note(unit, changeOf('added', null, line));
      else if (was.due !== line.due) this.note(unit, changeOf('moved', was, line));
      else if (was.route !== line.route) this.note(unit, changeOf('rerouted', was, line));
      else this.unchanged += 1;
    }
  }

  result(): Pick<TextDiff, 'duties' | 'units' | 'unchanged'> {
    const duties = [...this.found.values()].map(({ change, units }) => ({
      ...change,
      for: classesOf(units),
      count: units.length,
    }));
    const touched = [...this.touched].flatMap((unit) => this.env.directory.units.get(unit) ?? []);
    return { duties: duties.toSorted(inOrder), units: countUnits(touched), unchanged: this.unchanged };
  }

  private note(unit: UnitId, change: Change): void {
    const entry = this.env.directory.units.get(unit);
    if (!entry) return;
    this.touched.add(unit);
    const key = JSON.stringify(change);
    const known = this.found.get(key);
    if (known) known.units.push(entry);
    else this.found.set(key, { change, units: [entry] });
  }
}

function changeOf(change: Change['change'], before: ObligationLine | null, after: ObligationLine | null): Change {
  const { what = 'item', no = '', period = null, title = '' } = after ?? before ?? {};
  return { change, what, no, period, title, from: before?.due ?? null, to: after?.due ?? null };
}

function classesOf(units: readonly UnitEntry[]): readonly ChangedFor[] {
  const classes = Map.groupBy(units, ({ tier, kind }) => `${tier} ${kind}`);
  return [...classes.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ kind: first.kind, tier: first.tier, ...countUnits(members) }] : [];
  });
}

const WHATS: readonly ObligationLine['what'][] = ['item', 'joint', 'support', 'duty', 'report'];

/** By kind, then by number, then by period. */
const inOrder = (a: DutyChange, b: DutyChange): number =>
  WHATS.indexOf(a.what) - WHATS.indexOf(b.what) || byNumber(a.no, b.no) || compare(a.period ?? '', b.period ?? '');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** `1.2` before `1.10`. */
function byNumber(a: string, b: string): number {
  const [as, bs] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(as.length, bs.length); index++) {
    const [left = '', right = ''] = [as[index], bs[index]];
    const difference = Number(left) - Number(right) || compare(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}
