import type { Bilingual } from '#contracts';
import { localDateOf, type Instant, type LocalDate, type TermUnit } from '#engine';
import type { PlanName, UnitName } from '../named.js';

/** Sayings of a group of statements: a sentence of each, in both languages, from its facts alone. */
export type Sayings<F> = { readonly [C in keyof F]: (facts: F[C]) => Bilingual };

export const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** A day as Decree 30/2020 writes it. */
export const day = (date: LocalDate): string => {
  const month = Number(date.slice(5, 7));
  return `${date.slice(8, 10)}/${month < 3 ? `0${month}` : month}/${date.slice(0, 4)}`;
};

const WEEKDAYS: readonly Bilingual[] = [
  both('thứ Hai', 'Monday'),
  both('thứ Ba', 'Tuesday'),
  both('thứ Tư', 'Wednesday'),
  both('thứ Năm', 'Thursday'),
  both('thứ Sáu', 'Friday'),
  both('thứ Bảy', 'Saturday'),
  both('Chủ nhật', 'Sunday'),
];

export const weekdayWord = (weekday: number): Bilingual => WEEKDAYS[weekday - 1] ?? both('', '');

/** `09:30 ngày 5/7/2022`. */
export const moment = (at: Instant): Bilingual => {
  const time = at.slice(11, 19).replace(/:00$/, '');
  return both(`${time} ngày ${day(localDateOf(at))}`, `${time} on ${day(localDateOf(at))}`);
};

/** A day that may be missing. */
export const dayOrNone = (date: LocalDate | null): Bilingual =>
  date === null ? both('không có ngày', 'no date') : both(day(date), day(date));

/** `kế hoạch 239/KH-UBND ngày 30/6/2022`. */
export const planWord = ({ number, issuedOn }: PlanName): Bilingual =>
  both(`Kế hoạch ${number} ngày ${day(issuedOn)}`, `plan ${number} of ${day(issuedOn)}`);

const TERM_UNITS: Readonly<Record<TermUnit, readonly [vi: string, one: string, many: string]>> = {
  day: ['ngày', 'day', 'days'],
  workday: ['ngày làm việc', 'working day', 'working days'],
  week: ['tuần', 'week', 'weeks'],
  month: ['tháng', 'month', 'months'],
  year: ['năm', 'year', 'years'],
  hour: ['giờ', 'hour', 'hours'],
  workhour: ['giờ làm việc', 'working hour', 'working hours'],
};

/** `5 ngày làm việc`, `1 working day`. */
export const term = (amount: number, unit: TermUnit): Bilingual => {
  const [vi, one, many] = TERM_UNITS[unit];
  return both(`${amount} ${vi}`, `${amount} ${amount === 1 ? one : many}`);
};

const SHOWN = 5;

/** The first names of some units, and how many more there are. */
export function names(units: readonly UnitName[]): Bilingual {
  const first = units.slice(0, SHOWN).map(({ name }) => name);
  const more = units.length - first.length;
  const list = first.join(', ');
  return more > 0 ? both(`${list} và ${more} đơn vị khác`, `${list} and ${more} more`) : both(list, list);
}

/** `việc 1.2`, `báo cáo 1@2022-9M`, `nghĩa vụ 1` from an obligation's key. */
export function obligationWord(key: string): Bilingual {
  const [kind = '', ...rest] = key.split(' ');
  const id = rest.join(' ');
  return both(`${KINDS[kind]?.vi ?? kind} ${id}`, `${KINDS[kind]?.en ?? kind} ${id}`);
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  item: both('việc', 'item'),
  report: both('báo cáo', 'report'),
  duty: both('nghĩa vụ ban hành kế hoạch', 'duty to issue a plan'),
};

/** A phrase, or nothing. */
export const when = (condition: boolean, phrase: Bilingual): Bilingual => (condition ? phrase : both('', ''));
