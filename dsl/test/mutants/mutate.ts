import type { Span } from '../../src/lexer/lines.js';
import { OPERATORS, type Change, type Victim } from './operators.js';
import { oneOf, type Random } from './random.js';

/** A spoilt text. */
export interface Mutant {
  readonly text: string;
  /** What was done to it. */
  readonly how: readonly string[];
  /** Stretches of the good text that were changed; empty ones where something was put in. */
  readonly touched: readonly Span[];
}

const NAMES = Object.keys(OPERATORS);

/** Other writings of a whole text: they change no word of it, so they touch nothing. */
const WRITINGS: Readonly<Record<string, (text: string) => string>> = {
  decomposed: (text) => text.normalize('NFD'),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with Windows line ends': (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
};
const WRITING_NAMES = Object.keys(WRITINGS);
/** One mutant in so many is also written another way. */
const REWRITTEN = 8;

/** Every way to spoil a text, by name. */
export const WAYS: readonly string[] = [...NAMES, ...WRITING_NAMES];

/** Spoils a text once, or up to three times in different places. */
export function mutate(victim: Victim, random: Random): Mutant {
  const times = 1 + Math.max(0, random(10) - 7);
  const changes: Change[] = [];
  const how: string[] = [];
  for (let time = 0; time < times; time++) {
    const name = oneOf(NAMES, random);
    const added = OPERATORS[name]?.(victim, random) ?? [];
    if (added.length === 0 || added.some((change) => changes.some((other) => overlap(change, other)))) continue;
    changes.push(...added);
    how.push(name);
  }
  const spoilt = apply(victim.text, changes);
  if (random(REWRITTEN) !== 0) return { text: spoilt, how, touched: changes };
  const writing = oneOf(WRITING_NAMES, random);
  return { text: WRITINGS[writing]?.(spoilt) ?? spoilt, how: [...how, writing], touched: changes };
}

const overlap = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

function apply(text: string, changes: readonly Change[]): string {
  let spoilt = '';
  let at = 0;
  for (const { start, end, text: written } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    spoilt += text.slice(at, start) + written;
    at = Math.max(at, end);
  }
  return spoilt + text.slice(at);
}
