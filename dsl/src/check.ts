import type { PlanRules } from '#engine';
import { lower } from './compile/lower.js';
import { CATALOGUE, type Code } from './diagnostics/codes.js';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.js';
import type { Lines } from './lexer/lines.js';
import { LONGEST_TEXT, parse } from './parser/parse.js';
import { checkAgencies } from './semantics/checks/agencies.js';
import type { Check } from './semantics/checks/check.js';
import { checkConformance } from './semantics/checks/conformance.js';
import { checkEscalation } from './semantics/checks/escalation.js';
import { checkLines } from './semantics/checks/lines.js';
import { checkReporting } from './semantics/checks/reporting.js';
import { checkRoles } from './semantics/checks/roles.js';
import { checkStructure } from './semantics/checks/structure.js';
import { checkTargets } from './semantics/checks/targets.js';
import { checkTime } from './semantics/checks/time.js';
import { Deadlines } from './semantics/deadlines.js';
import type { CheckEnv } from './semantics/env.js';
import { Reading } from './semantics/reading.js';
import type { Language } from './vocabulary/concepts.js';

/** What a check found. */
export interface CheckResult {
  /** Language of most keywords of the text. */
  readonly language: Language;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the engine runs; null where there are errors. */
  readonly rules: PlanRules | null;
}

const CHECKS: readonly Check[] = [
  checkLines,
  checkStructure,
  checkAgencies,
  checkRoles,
  checkTargets,
  checkTime,
  checkReporting,
  checkEscalation,
];

/**
 * Reads a rules document and holds it against the organisation, the calendar and the plan it carries out. Never throws on any
 * text: what is wrong is said in the diagnostics, each with a code, an exact place and, where one is safe, a fix.
 * Cost: linear in the text, and in the size of the organisation for each name that it does not know.
 */
export function check(text: string, env: CheckEnv): CheckResult {
  const parsed = parse(text);
  const { lexed, findings } = parsed;
  if (text.length > LONGEST_TEXT)
    return { language: lexed.language, diagnostics: findings.map((finding) => diagnosticOf(finding, lexed.lines)), rules: null };
  const reading = new Reading(parsed.document, lexed, env);
  const deadlines = new Deadlines(reading);
  const found = [
    ...findings,
    ...newIn(
      CHECKS.flatMap((run) => [...run(reading, deadlines)]),
      findings,
    ),
  ];
  const rules = lower({ reading, deadlines });
  found.push(...checkConformance(reading, rules, found.some(isError)));
  const diagnostics = found.map((finding) => diagnosticOf(finding, lexed.lines)).sort((a, b) => a.place.start - b.place.start);
  return { language: lexed.language, diagnostics, rules: found.some(isError) ? null : rules };
}

/** The rules of a text that checks without errors, else null: `check(text, env).rules`. */
export const compile = (text: string, env: CheckEnv): PlanRules | null => check(text, env).rules;

/** What the parser could not go on with is not said again to be not understood. */
function newIn(found: readonly Finding[], syntax: readonly Finding[]): readonly Finding[] {
  const stops = new Set(syntax.map(({ span }) => span.start));
  return found.filter(({ code, span }) => !NOT_UNDERSTOOD.has(code) || !stops.has(span.start));
}

const NOT_UNDERSTOOD: ReadonlySet<Code> = new Set<Code>(['KH1002', 'KH4009']);

const isError = ({ code }: Finding): boolean => CATALOGUE[code].severity === 'error';

const diagnosticOf = ({ code, span, args, fix }: Finding, lines: Lines): Diagnostic => ({
  code,
  severity: CATALOGUE[code].severity,
  place: lines.placeOf(span),
  args: args ?? {},
  ...(fix ? { fix } : {}),
});
