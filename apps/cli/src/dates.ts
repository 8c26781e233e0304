import { parseLocalDate, type LocalDate } from '#engine';
import { UsageFault } from './faults.js';
import type { Typed } from './verb.js';

/**
 * The date that an option names.
 * @throws UsageFault when there is no such day
 */
export function dateOption(typed: Typed, name: string): LocalDate | undefined {
  const text = typed.value(name);
  if (text === undefined) return undefined;
  const date = parseLocalDate(text);
  if (date) return date;
  throw new UsageFault(
    { vi: `--${name}: không có ngày “${text}”.`, en: `--${name}: there is no date “${text}”.` },
    { vi: 'Viết ngày có thật theo dạng YYYY-MM-DD.', en: 'Write a day that exists as YYYY-MM-DD.' },
  );
}

/** A day as administrative texts of a language write it: `5/7/2022`, `2022-07-05`. */
export const shownDate = (date: string, language: 'vi' | 'en'): string =>
  language === 'en' ? date : `${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;
