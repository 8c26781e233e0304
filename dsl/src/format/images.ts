import type { IToken } from 'chevrotain';
import { monthOf, yearOf } from '#engine';
import { dateOf, nameOf, textOf } from '../ast/leaves.js';
import { writeDate } from '../diagnostics/describe.js';

/** Canonical writing of what is no keyword, by kind of token. Kinds not named here are written as they stand. */
const WRITERS: Readonly<Record<string, (token: IToken) => string>> = {
  Text: (token) => `"${textOf(token)?.value ?? ''}"`,
  Name: (token) => `[${nameOf(token)?.value ?? ''}]`,
  Date: dateImage,
  Roman: ({ image }) => image.toUpperCase(),
  YearPart: ({ image }) => image.replace(/\s/g, ''),
};

/** A token as the formatter writes it: a date as Decree 30/2020 has it, a text in straight quotes, single spaces in a name. */
export const imageOf = (token: IToken): string => WRITERS[token.tokenType.name]?.(token) ?? token.image;

function dateImage(token: IToken): string {
  const value = dateOf(token)?.value;
  return value ? writeDate(Number(value.slice(8)), monthOf(value), yearOf(value)) : token.image;
}
