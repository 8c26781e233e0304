import { check, type Diagnostic } from '#dsl';
import {
  effectivePlan,
  type LocalDate,
  type Obligations,
  obligationsBelow,
  type PlanRules,
  type UnitId,
  workingCalendar,
} from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot, VIETNAM_CALENDAR } from '#organisation';
import { textOf } from './folders.js';

/** What a rules text of an example says by itself: no scenario, no plan above it. */
export interface Facts {
  /** Null where the text has errors. */
  readonly rules: PlanRules | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What every unit owes; nobody anything where the text has errors. */
  readonly owed: ReadonlyMap<UnitId, Obligations>;
}

/** Reads a rules text of an example against its organisation on a day, as it stands or changed. */
export function factsOf(
  example: string,
  { file, day, change = (text) => text }: { file: string; day: string; change?: (text: string) => string },
): Facts {
  const read = readOrganisationFile(JSON.parse(textOf(example, 'organisation.json')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  const directory = snapshot(foldOrganisation(read.events), day as LocalDate);
  const calendar = workingCalendar(VIETNAM_CALENDAR);
  const { rules, diagnostics } = check(change(textOf(example, file)), { directory, calendar });
  if (!rules) return { rules: null, diagnostics, owed: new Map() };
  return { rules, diagnostics, owed: obligationsBelow(effectivePlan(rules, '', null), { directory, calendar }) };
}

/** How many there are of each. */
export const tallied = (words: Iterable<string>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Map.groupBy(words, (word) => word)
      .entries()
      .map(([word, all]) => [word, all.length] as const),
  );
