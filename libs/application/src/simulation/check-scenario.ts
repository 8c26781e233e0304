import { closestWord, type Bilingual } from '#contracts';
import { localDateOf, type Instant, type UnitId } from '#engine';
import { snapshot, type OrganisationHistory } from '#organisation';
import type { RulesOfScenario } from './check-rules.js';
import { draftersOf } from './drafters.js';
import { ScenarioProblems, type ScenarioProblem } from './problems.js';
import type { Action, Scenario } from './scenario.js';

/** Reports that no rule foretells: they are there once somebody asks. */
const IS_ASKED = /^(request|case)@/;

/** Holds a scenario against its organisation and rules: every unit, task and report that it names must be there. */
export function checkScenario(
  scenario: Scenario,
  history: OrganisationHistory,
  rules: RulesOfScenario,
): readonly ScenarioProblem[] {
  const problems = new ScenarioProblems();
  const checker = new Checker(history, rules, problems);
  for (const [index, action] of scenario.actions.entries()) checker.action(action, `/actions/${index}`);
  const begins = scenario.actions[0]?.at;
  for (const [index, { who }] of begins === undefined ? [] : scenario.habits.entries()) {
    const path = `/habits/${index}/who`;
    for (const [place, unit] of who.units?.entries() ?? []) checker.unit(unit, begins as Instant, `${path}/units/${place}`);
    if (who.within) checker.unit(who.within, begins as Instant, `${path}/within`);
  }
  return problems.list();
}

class Checker {
  constructor(
    private readonly history: OrganisationHistory,
    private readonly rules: RulesOfScenario,
    private readonly problems: ScenarioProblems,
  ) {}

  action(action: Action, path: string): void {
    const { at } = action;
    if (action.do === 'issue') this.issue(action, path);
    else if (action.do === 'issue-draft') this.drafters(action, path);
    else if ('unit' in action) this.unit(action.unit, at, `${path}/unit`);
    this.acting(action, path);
    if (action.do === 'declare') this.named(action, path);
    if ('item' in action) this.item(action, path);
    if ('report' in action && !IS_ASKED.test(action.report)) this.report(action, path);
  }

  private named({ units, at }: Action & { do: 'declare' }, path: string): void {
    for (const [index, unit] of units?.entries() ?? []) this.unit(unit, at, `${path}/units/${index}`);
  }

  private acting(action: Action, path: string): void {
    const { at } = action;
    if ('by' in action && action.by) this.unit(action.by, at, `${path}/by`);
    if ('document' in action && action.document) this.unit(action.document.issuer, at, `${path}/document/issuer`);
  }

  /** A unit that exists on the day of an instant. */
  unit(unit: UnitId, at: Instant, path: string): void {
    const { units } = snapshotOn(this.history, at);
    if (units.has(unit)) return;
    this.problems.add('scenario.unknown-unit', path, { unit, date: localDateOf(at), suggestion: suggestion(unit, units.keys()) });
  }

  private issue({ rules, at }: Action & { do: 'issue' }, path: string): void {
    const issued = this.rules.issuedOn.get(rules);
    if (issued !== undefined && localDateOf(at) < issued) this.problems.add('scenario.before-plan', `${path}/at`, { issued, at });
  }

  private drafters({ who, at }: Action & { do: 'issue-draft' }, path: string): void {
    if ('unit' in who) return this.unit(who.unit, at, `${path}/unit`);
    this.unit(who.below, at, `${path}/below`);
    for (const [index, unit] of who.except.entries()) this.unit(unit, at, `${path}/except/${index}`);
    if (draftersOf(who, snapshotOn(this.history, at)).length === 0) {
      this.problems.add('scenario.nobody', `${path}/each`, { date: localDateOf(at) });
    }
  }

  private item({ unit, item }: { readonly unit: UnitId; readonly item: string }, path: string): void {
    const held = this.rules.held.get(unit);
    if (held?.has(`item ${item}`) || held?.has(explained(item) ?? '') || this.mayInherit(unit, `item ${item}`)) return;
    if (this.anyone(`item ${item}`)) this.problems.add('scenario.not-held', `${path}/item`, { unit, obligation: item });
    else this.problems.add('scenario.unknown-task', `${path}/item`, { item, suggestion: suggestion(item, this.known('item ')) });
  }

  private report({ unit, report }: { readonly unit: UnitId; readonly report: string }, path: string): void {
    if (this.rules.held.get(unit)?.has(`report ${report}`) || this.mayInherit(unit, `report ${report}`)) return;
    if (this.anyone(`report ${report}`)) this.problems.add('scenario.not-held', `${path}/report`, { unit, obligation: report });
    else
      this.problems.add('scenario.unknown-report', `${path}/report`, {
        report,
        suggestion: suggestion(report, this.known('report ')),
      });
  }

  /** Units that others' ends have made successors may hold whatever those had. */
  private mayInherit(unit: UnitId, key: string): boolean {
    const isSuccessor = this.history.lives.values().some(({ successors }) => successors.includes(unit));
    return isSuccessor && this.anyone(key);
  }

  private anyone(key: string): boolean {
    return this.rules.held.values().some((keys) => keys.has(key));
  }

  private known(prefix: string): Iterable<string> {
    const keys = [...this.rules.held.values()].flatMap((held) => [...held]);
    return new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  }
}

/** What a demanded explanation is about: `item 1.2` of `explain:item 1.2#1`. */
const explained = (item: string): string | undefined => /^explain:(.+)#\d+$/.exec(item)?.[1];

const snapshots = new WeakMap<OrganisationHistory, Map<string, ReturnType<typeof snapshot>>>();

function snapshotOn(history: OrganisationHistory, at: Instant): ReturnType<typeof snapshot> {
  const kept = snapshots.get(history) ?? new Map<string, ReturnType<typeof snapshot>>();
  snapshots.set(history, kept);
  const date = localDateOf(at);
  const found = kept.get(date) ?? snapshot(history, date);
  kept.set(date, found);
  return found;
}

function suggestion(word: string, known: Iterable<string>): Bilingual {
  const near = closestWord(word, known);
  return near === undefined ? { vi: '.', en: '.' } : { vi: `: có phải “${near}”?`, en: `: did you mean “${near}”?` };
}
