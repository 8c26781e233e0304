import type { ConceptId, Language } from '../vocabulary/concepts.js';
import { neighboursOf, type Neighbours, type PlacedKeyword } from './neighbours.js';
import type { Keyword } from './keywords.js';
export type { PlacedKeyword } from './neighbours.js';

/** A spelling that reads better than the canonical one next to some words. */
interface Variant {
  /** Concepts that it is for; any that has such a spelling where none are named. */
  readonly of?: readonly ConceptId[];
  /** Where it reads better. */
  readonly where: (at: Neighbours) => boolean;
  /** The canonical spelling, changed: one of the vocabulary, or the canonical one stays. */
  readonly write: (canonical: string) => string;
}

const LIMITS: readonly ConceptId[] = ['BEFORE', 'NO_LATER', 'NO_LATER_BEFORE'];
const ENDS: readonly ConceptId[] = ['FROM', 'UNTIL'];
const MOVEMENTS: readonly ConceptId[] = ['INCREASE', 'DECREASE'];

/** `trước ngày 15/7`, but `trước 16h00`; `từ tháng 3`, but `từ ngày 15/7`; `hạn: đến hết năm 2025`. The first that fits counts. */
const VIETNAMESE: readonly Variant[] = [
  { of: LIMITS, where: (at) => at.isBeforeOtherThanDay, write: (said) => said.replace(/ ngày$/, '') },
  { of: ['UNTIL'], where: (at) => at.isBeforeDay && at.isOpening, write: (said) => `${said} hết ngày` },
  { of: ENDS, where: (at) => at.isBeforeDay, write: (said) => `${said} ngày` },
  { of: ['UNTIL'], where: (at) => at.isBeforePoint && at.isOpening, write: (said) => `${said} hết` },
  { of: ['AFTER_EVENT'], where: (at) => at.isAfterRhythm, write: () => 'khi' },
  { of: ['ON_REQUEST'], where: (at) => at.previous === 'STANDING', write: () => 'theo yêu cầu' },
];

/** `1 working day`, `each [X] sends to the direct superior`, `before day 15`, `before 16:00 on 15/7`. The first that fits counts. */
const ENGLISH: readonly Variant[] = [
  { where: (at) => at.isOne, write: (said) => said.replace(/s$/, '') },
  { of: ['SEND_TO'], where: (at) => at.subjects === 1, write: (said) => said.replace(/^\S+/, '$&s') },
  { of: ['ISSUE_PLAN'], where: (at) => at.subjects === 1, write: (said) => said.replace('own', 'its own') },
  { of: ['ISSUE_PLAN'], where: (at) => at.subjects !== null, write: (said) => said.replace('own plan', 'their own plans') },
  { of: [...LIMITS, ...ENDS], where: (at) => at.isBeforeDayOfMonth, write: (said) => `${said} day` },
  { of: ['UNTIL'], where: (at) => at.isOpening && at.previous !== 'FROM_NOW', write: (said) => `up ${said}` },
  { of: ['DATED'], where: (at) => at.isAfterClock, write: () => 'on' },
  { of: ['AFTER_EVENT'], where: (at) => at.isAfterRhythm, write: () => 'when' },
  { of: ['AS_SCHEDULED'], where: (at) => at.isBeforeText, write: (said) => `${said} in` },
  { of: ['REACH'], where: (at) => at.isAimed, write: (said) => `${said}ing` },
  { of: ['INCREASE'], where: (at) => at.isAimed, write: (said) => `an ${said} of` },
  { of: ['DECREASE'], where: (at) => at.isAimed, write: (said) => `a ${said} of` },
  { of: MOVEMENTS, where: (at) => at.isBeforeFigure, write: (said) => `${said} of` },
  { where: (at) => at.isTarget, write: (said) => `the ${said}` },
];

const VARIANTS: Readonly<Record<Language, readonly Variant[]>> = { vi: VIETNAMESE, en: ENGLISH };

/**
 * How a keyword is written in a language, there where it stands: the canonical spelling, or the one of the vocabulary that reads
 * better beside its neighbours. The formatter and the translator both write by it, so that there and back gives the same bytes.
 */
export function spelling(keyword: Keyword, language: Language, place: PlacedKeyword): string {
  const { id, [language]: spellings } = keyword.concept;
  const [canonical = id, ...others] = spellings;
  if (others.length === 0) return canonical;
  const at = neighboursOf(keyword, place);
  for (const { of, where, write } of VARIANTS[language]) {
    if (of && !of.includes(id)) continue;
    const written = write(canonical);
    if (others.includes(written) && where(at)) return written;
  }
  return canonical;
}
