import { check, peekHeader, type CheckResult } from '#dsl';
import type { Directory, PlanRules, TaskRule, Tier, UnitEntry } from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot } from '#organisation';
import { textOf } from './folders.js';

/** A plan of an example, read against its organisation on the day of issue. */
export interface ReadPlan {
  readonly rules: PlanRules;
  readonly directory: Directory;
  /** Codes of what the checks say, notes left out. */
  readonly warnings: readonly string[];
}

/**
 * Reads a rules file of an example, held against the plan above it where one is given.
 * @throws TypeError where its organisation cannot be read or the text has errors
 */
export function readPlan(example: string, file: string, parent?: PlanRules): ReadPlan {
  const text = textOf(example, file);
  const read = readOrganisationFile(JSON.parse(textOf(example, 'organisation.json')));
  if (!read.ok) throw new TypeError(`${example}: the organisation file has problems`);
  const header = peekHeader(text);
  if (!header) throw new TypeError(`${example}/${file} has no header`);
  const directory = snapshot(foldOrganisation(read.events), header.issuedOn);
  const result = check(text, { directory, ...(parent && { parent }) });
  if (!result.rules) throw new TypeError(`${example}/${file}: ${codesOf(result).join(' ')}`);
  return { rules: result.rules, directory, warnings: codesOf(result) };
}

const codesOf = ({ diagnostics }: CheckResult): readonly string[] =>
  diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

/** How many units lead a task, by tier; whoever is not named ("cơ quan liên quan") is not counted. */
export function leadersOf(task: TaskRule, plan: ReadPlan): Readonly<Partial<Record<Tier, number>>> {
  const counts: Partial<Record<Tier, number>> = {};
  for (const { tier } of unitsLeading(task, plan)) counts[tier] = (counts[tier] ?? 0) + 1;
  return counts;
}

function unitsLeading({ leads }: TaskRule, { rules, directory }: ReadPlan): readonly UnitEntry[] {
  return leads.flatMap((lead) => {
    if (lead.kind === 'open') return [];
    if (lead.kind === 'each') return directory.select(lead.of, lead.within ?? rules.plan.issuer);
    const ids = lead.kind === 'listed' ? lead.units : [lead.kind === 'committee' ? lead.office : lead.unit];
    return ids.flatMap((id) => directory.units.get(id) ?? []);
  });
}

/** The number of (task, leading unit) pairs of a plan. */
export const assignmentsOf = (plan: ReadPlan): number =>
  plan.rules.tasks.flatMap((task) => Object.values(leadersOf(task, plan))).reduce((sum, count) => sum + count, 0);
