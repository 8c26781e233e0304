import type { Bilingual } from '#contracts';
import type { DateNode, NumberNode } from '../ast/leaf-nodes.js';
import type { Finding, Fix } from './diagnostic.js';

/** Years that plans are written for. */
export const YEARS = [2000, 2100] as const;
const [FIRST, LAST] = YEARS;

/** KH4001: a date that is none. Where its year is short or far off, that is said, and the year that was surely meant is offered. */
export function noSuchDate({ span, written }: DateNode): Finding {
  const year = /(?:[/\s])(\d+)$/.exec(written)?.[1] ?? /^(\d{4})-/.exec(written)?.[1];
  const parts = written.match(/\d+/g)?.length ?? 0;
  const isOff = year !== undefined && parts === 3 && !isUsual(year);
  if (!isOff) return { code: 'KH4001', span, args: { date: written, why: '' } };
  const meant = meantYear(year);
  const args = { date: written, why: offYear(year) };
  if (meant === undefined) return { code: 'KH4001', span, args };
  const text = written.startsWith(`${year}-`) ? meant + written.slice(4) : written.slice(0, -year.length) + meant;
  return { code: 'KH4001', span, args, fix: changeTo(text, span) };
}

/** The change of a short or far year to the one that was surely meant; undefined where that is not sure. */
export function yearFix({ span, written }: NumberNode): Fix | undefined {
  const meant = meantYear(written);
  return meant === undefined ? undefined : changeTo(meant, span);
}

function changeTo(text: string, { start, end }: Finding['span']): Fix {
  return { title: { vi: `Sửa thành ${text}`, en: `Change to ${text}` }, start, end, text };
}

const isUsual = (year: string): boolean => year.length === 4 && Number(year) >= FIRST && Number(year) <= LAST;

const offYear = (year: string): Bilingual =>
  year.length < 4
    ? { vi: ` Năm “${year}” chưa đủ bốn chữ số.`, en: ` The year “${year}” lacks some of its four digits.` }
    : { vi: ` Năm ${year} nằm ngoài ${FIRST}–${LAST}.`, en: ` The year ${year} lies outside ${FIRST} to ${LAST}.` };

/** Two digits are of this century; of a longer slip the year that two swapped digits, one wrong or one too many would give. */
function meantYear(written: string): string | undefined {
  if (/^\d{2}$/.test(written)) return `20${written}`;
  for (const slips of [swapped, lessOne, changed]) {
    const years = new Set(slips(written).filter(isUsual));
    if (years.size === 1) return [...years][0];
  }
  return undefined;
}

const each = (year: string, slip: (at: number) => readonly string[]): readonly string[] =>
  Array.from(year, (_, at) => slip(at)).flat();

const swapped = (year: string): readonly string[] =>
  each(year, (at) => [year.slice(0, at) + year.slice(at + 1, at + 2) + year.charAt(at) + year.slice(at + 2)]);

const lessOne = (year: string): readonly string[] => each(year, (at) => [year.slice(0, at) + year.slice(at + 1)]);

/** Of the century only: any other digit is anybody's guess. */
const changed = (year: string): readonly string[] =>
  year.length === 4
    ? [`20${year.slice(2)}`].filter((other) => other.charAt(0) === year.charAt(0) || other.charAt(1) === year.charAt(1))
    : [];
