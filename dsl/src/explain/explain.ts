import type { LocalDate, Place } from '#engine';
import { check } from '../check.js';
import type { ItemNode } from '../ast/nodes.js';
import { format } from '../format/format.js';
import type { CheckEnv } from '../semantics/env.js';
import { Analysis } from '../service/analysis.js';
import type { Language } from '../vocabulary/concepts.js';
import { factsOf, unitsThat } from './facts.js';
import type { Saying } from './saying.js';
import { sayItem } from './sentences.js';
import { countUnits, type UnitsSaid } from './units-said.js';

/** One rule of a text in sentences, with what the engine makes of it. */
export interface ExplainedRule {
  /** Part of the document: `plan`, `group`, `section`, `task`, `goal`, `duty`, `regime`, `escalation`, `conditional`. */
  readonly kind: Exclude<ItemNode['kind'], 'orphan'>;
  /** Where it stands in the text that was given. */
  readonly place: Place;
  /** Plain sentences; the first says what the rule is. */
  readonly sentences: readonly string[];
  /** Who has to act on it; null where nobody has to. */
  readonly units: UnitsSaid | null;
  /** Last days that the calendar gives; null among them: one that no date is known of yet. */
  readonly lastDays: readonly (LocalDate | null)[];
}

/** A text in administrative sentences. */
export interface Explanation {
  readonly language: Language;
  readonly rules: readonly ExplainedRule[];
  /** Every unit that the plan reaches. */
  readonly units: UnitsSaid;
}

/**
 * Says in sentences what a text comes to: who does what, the last days that count, who reports to whom, what happens to the late.
 * Null where the text has errors: {@link check} tells them. Cost: that of checking and of deriving the plan once.
 */
export function explain(text: string, env: CheckEnv, language: Language): Explanation | null {
  const tidy = format(text, language).text;
  const { rules } = check(tidy, env);
  if (!rules) return null;
  const analysis = new Analysis(tidy, env);
  const facts = factsOf(rules, env, analysis.reading.calendar);
  const given = new Analysis(text, env);
  const counters = new Map<string, number>();
  const said = analysis.reading.items.flatMap((item, index): ExplainedRule[] => {
    if (item.kind === 'orphan') return [];
    const count = (counters.get(item.kind) ?? 0) + 1;
    counters.set(item.kind, count);
    const saying: Saying = { item, count, analysis, facts, rules, language };
    const place = given.lexed.lines.placeOf(given.reading.items[index]?.span ?? item.span);
    return [{ kind: item.kind, place, ...sayItem(saying) }];
  });
  return { language, rules: said, units: countUnits(unitsThat(facts, () => true)) };
}

/** An explanation as a text to read: a paragraph for each rule, its further sentences set in. */
export const explanationText = ({ rules }: Explanation): string =>
  rules
    .map(({ sentences }) => sentences.map((sentence, index) => (index === 0 ? sentence : `  ${sentence}`)).join('\n'))
    .join('\n\n');
