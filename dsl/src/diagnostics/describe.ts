import type { Bilingual } from '#contracts';
import type { Language } from '../vocabulary/concepts.js';
import { CATALOGUE } from './codes.js';
import type { Argument, Diagnostic } from './diagnostic.js';

/** What a diagnostic says to a person, in both languages. `hint` tells how to mend it; null where the message says all. */
export interface Description {
  readonly message: Bilingual;
  readonly hint: Bilingual | null;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The words of a diagnostic. */
export function describe({ code, args }: Diagnostic): Description {
  const { message, hint } = CATALOGUE[code];
  return { message: fill(message, args), hint: hint && fill(hint, args) };
}

const fill = ({ vi, en }: Bilingual, args: Diagnostic['args']): Bilingual => ({
  vi: fillOne(vi, args, 'vi'),
  en: fillOne(en, args, 'en'),
});

const fillOne = (template: string, args: Diagnostic['args'], language: Language): string =>
  capitalised(template.replace(/\{(\w+)\}/g, (_, name: string) => said(args[name], language)));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function said(argument: Argument | undefined, language: Language): string {
  if (argument === undefined) return '';
  if (typeof argument === 'number') return String(argument);
  return typeof argument === 'string' ? administrativeDate(argument) : argument[language];
}

/** A date as Decree 30/2020 writes it: `05/7/2022`, `03/01/2025`. Any other text as it is. */
export function administrativeDate(text: string): string {
  const match = ISO_DATE.exec(text);
  return match ? writeDate(Number(match[3]), Number(match[2]), match[1] ?? '') : text;
}

/** Day, month and year as Decree 30/2020 writes them: a leading zero for days below 10 and for months 1 and 2. */
export const writeDate = (day: number, month: number, year: string | number): string =>
  `${day < 10 ? `0${day}` : day}/${month < 3 ? `0${month}` : month}/${year}`;
