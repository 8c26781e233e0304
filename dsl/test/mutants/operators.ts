import { lex } from '../../src/lexer/lex.js';
import type { Span } from '../../src/lexer/lines.js';
import { conceptOf, VOCABULARY } from '../../src/vocabulary/concepts.js';
import { oneOf, type Random } from './random.js';

/** A slip of the hand: what stands in a stretch of the text becomes something else. */
export interface Change extends Span {
  readonly text: string;
}

/** A text, cut up for those who spoil it. */
export interface Victim {
  readonly text: string;
  readonly words: readonly Word[];
  /** With their line ends. */
  readonly lines: readonly Span[];
}

interface Word extends Span {
  readonly image: string;
  readonly isKeyword: boolean;
}

/** Prepares a text for being spoilt many times. */
export function victimOf(text: string): Victim {
  const words = lex(text).tokens.map(({ image, startOffset, tokenType }): Word => {
    const isKeyword = tokenType.name.split('_or_').some((id) => conceptOf(id) !== undefined);
    return { image, start: startOffset, end: startOffset + image.length, isKeyword };
  });
  const lines = [...text.matchAll(/[^\n]+\n?|\n/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  return { text, words, lines };
}

type Operator = (victim: Victim, random: Random) => readonly Change[];

const STRANGE = ['\u0301', '\u0323', '\u00a0', '\u200b', '\ufeff', '\t', '\n', '\r', '\0', '😀', '\ud83d', '//', '\u2028'];
const CHARACTERS = [...'aeuxđơưôấệỵ AZ09.,;:/"[]“”()-–%@#', ...STRANGE];
const PHRASES = VOCABULARY.flatMap(({ vi, en }) => [...vi, ...en]);
const CLOSERS = /["”\]]/g;
const insert = (at: number, text: string): Change => ({ start: at, end: at, text });
const replace = ({ start, end }: Span, text: string): Change => ({ start, end, text });

/** What goes wrong when people type, paste and cut. Each tells what it changes of the text; nothing where it cannot be done. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  'delete a word': ({ words }, random) => [replace(oneOf(words, random), '')],
  'double a word': ({ words }, random) => {
    const { end, image } = oneOf(words, random);
    return [insert(end, ` ${image}`)];
  },
  'swap neighbours': ({ words }, random) => {
    const at = random(words.length - 1);
    return swap(words[at], words[at + 1]);
  },
  'swap two words': ({ words }, random) => swap(oneOf(words, random), oneOf(words, random)),
  'write another word': ({ words }, random) => [replace(oneOf(words, random), oneOf(words, random).image)],
  'delete a character': ({ text }, random) => {
    const at = random(text.length);
    return [replace({ start: at, end: at + 1 }, '')];
  },
  'insert a character': ({ text }, random) => [insert(random(text.length + 1), oneOf(CHARACTERS, random))],
  'cut a line': ({ lines }, random) => [replace(oneOf(lines, random), '')],
  'cut to the end of a line': ({ words, text }, random) => {
    const { start } = oneOf(words, random);
    const end = text.indexOf('\n', start);
    return [replace({ start, end: end === -1 ? text.length : end }, '')];
  },
  'paste a line elsewhere': ({ lines, text }, random) => {
    const { start, end } = oneOf(lines, random);
    return [insert(oneOf(lines, random).start, text.slice(start, end))];
  },
  'move a line': ({ lines, text }, random) => {
    const line = oneOf(lines, random);
    return [replace(line, ''), insert(oneOf(lines, random).start, text.slice(line.start, line.end))];
  },
  'join two lines': ({ lines, text }, random) => {
    const { end } = oneOf(lines, random);
    return text.charAt(end - 1) === '\n' ? [replace({ start: end - 1, end }, ' ')] : [];
  },
  'drop a closing sign': ({ text }, random) => {
    const signs = [...text.matchAll(CLOSERS)];
    return signs.length === 0 ? [] : [replace(spanOf(oneOf(signs, random).index), '')];
  },
  'change case': ({ words }, random) => {
    const word = oneOf(words, random);
    return [replace(word, random(2) === 0 ? word.image.toUpperCase() : word.image.toLowerCase())];
  },
  'lose the marks': ({ words }, random) => {
    const word = oneOf(words, random);
    return [replace(word, word.image.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'))];
  },
  'a foreign keyword': ({ words }, random) => {
    const keywords = words.filter(({ isKeyword }) => isKeyword);
    return keywords.length === 0 ? [] : [replace(oneOf(keywords, random), oneOf(PHRASES, random))];
  },
  'a keyword between': ({ words }, random) => [insert(oneOf(words, random).end, ` ${oneOf(PHRASES, random)}`)],
};

const spanOf = (at: number): Span => ({ start: at, end: at + 1 });

const swap = (a: Word | undefined, b: Word | undefined): readonly Change[] =>
  a && b && a !== b ? [replace(a, b.image), replace(b, a.image)] : [];
