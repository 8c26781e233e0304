import type { IToken } from 'chevrotain';
import type { Concept, Language } from '../vocabulary/concepts.js';
import type { Keyword } from './keywords.js';

/** A keyword in its place among the tokens of a text. */
export interface PlacedKeyword {
  readonly tokens: readonly IToken[];
  readonly index: number;
  readonly keywords: ReadonlyMap<IToken, Keyword>;
}

/**
 * How a keyword is written in a language, there where it stands. Vietnamese has one form. English has more where the vocabulary
 * lists them: `1 working day`, `each [X] sends to`, `before day 15`.
 */
export function spelling(keyword: Keyword, language: Language, place: PlacedKeyword): string {
  const [canonical = keyword.concept.id, ...others] = keyword.concept[language];
  if (language === 'vi') return canonical;
  const wanted = inflections(canonical, keyword, place);
  return others.find((other) => wanted.includes(other)) ?? canonical;
}

function inflections(canonical: string, { subjects }: Keyword, place: PlacedKeyword): readonly string[] {
  return [
    ...(isOne(place) ? [singular(canonical)] : []),
    ...(subjects === 1 ? [canonical.replace(/^\S+/, '$&s')] : []),
    ...(isBeforeDayOfMonth(place) ? [`${canonical} day`] : []),
  ];
}

const singular = (plural: string): string => plural.replace(/s$/, '');

const isOne = ({ tokens, index }: PlacedKeyword): boolean => {
  const before = tokens[index - 1];
  return before?.tokenType.name === 'Int' && Number(before.image) === 1;
};

/** A bare number follows, and counts nothing: it is a day of a month. */
function isBeforeDayOfMonth({ tokens, index, keywords }: PlacedKeyword): boolean {
  const after = tokens[index + 1];
  const counted = tokens[index + 2];
  const unit = counted && keywords.get(counted);
  return after?.tokenType.name === 'Int' && !(unit && isCountable(unit.concept));
}

const isCountable = ({ en }: Concept): boolean => en.some((other) => en[0] !== other && other === singular(en[0] ?? ''));
