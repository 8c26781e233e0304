import type { LocalDate, PlanRules } from '#engine';
import type { Bilingual } from '#contracts';
import { dateOf } from '../ast/leaves.js';
import type { ClauseNode, ItemNode } from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';
import { clausesIn } from '../semantics/walk.js';
import type { Analysis } from '../service/analysis.js';
import type { Language } from '../vocabulary/concepts.js';
import type { Facts } from './facts.js';
import type { UnitsSaid } from './units-said.js';

/** One item to be said. */
export interface Saying {
  readonly item: Exclude<ItemNode, { readonly kind: 'orphan' }>;
  /** How many of its kind there are up to it. */
  readonly count: number;
  readonly analysis: Analysis;
  readonly facts: Facts;
  readonly rules: PlanRules;
  readonly language: Language;
}

/** What is said of an item. */
export interface Said {
  readonly sentences: readonly string[];
  readonly units: UnitsSaid | null;
  readonly lastDays: readonly (LocalDate | null)[];
}

/** Lines of an item, in the order of the text. */
export const clausesOf = (item: ItemNode): readonly ClauseNode[] => clausesIn(item);

/** A note behind the words that it explains; nothing where there is none. */
export const noted = (note: Bilingual | null, language: Language): string =>
  note === null || note.vi === '' ? '' : ` — ${note[language]}`;

/** Dates that stand in a stretch of the text. */
export const datesIn = ({ start, end }: Span, { lexed }: Analysis): readonly LocalDate[] =>
  lexed.tokens.flatMap((token) => {
    const isWithin = token.tokenType.name === 'Date' && token.startOffset >= start && token.startOffset < end;
    return (isWithin ? dateOf(token)?.value : null) ?? [];
  });
