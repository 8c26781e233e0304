import { parse, type Parsed } from '../parser/parse.js';

const SPACES = /\s+/g;

/**
 * What a text says, apart from where and how it is written: its tree without spans, and its comments. Two texts that say the same
 * give the same string.
 */
export const meaningOf = (text: string): string => meaningIn(parse(text));

/** What a text says that has been read already. */
export function meaningIn({ lexed, document }: Parsed): string {
  const comments = lexed.comments.map((span) => lexed.lines.slice(span).trimEnd()).toSorted();
  return JSON.stringify([document, comments], (key, value: unknown) => spanless(key, value));
}

function spanless(key: string, value: unknown): unknown {
  if (key === 'written' && typeof value === 'string') return value.replace(SPACES, ' ');
  if (typeof value !== 'object' || value === null) return value;
  if (isSpan(value)) return true;
  return isReadAlike(value) ? { value: value.value } : value;
}

const isSpan = (value: object): boolean => 'start' in value && 'end' in value && Object.keys(value).length === 2;

const FIGURES = /^[\dIVX.]+$/;

/** A date that exists is the same however it is written, and so is a number that words stand for. */
const isReadAlike = (value: object): value is { readonly value: string | number } =>
  'written' in value &&
  'value' in value &&
  (typeof value.value === 'string' || (typeof value.value === 'number' && !FIGURES.test(String(value.written))));
