import {
  localDate,
  type ClockTime,
  type DayOffPolicy,
  type DeadlineRule,
  type LocalDate,
  type Term,
  type YearDay,
} from '#engine';
import type { Bilingual } from '#contracts';
import type { ClockNode } from '../ast/due-nodes.js';
import type { DateNode, DueNode } from '../ast/nodes.js';
import { noSuchDate } from '../diagnostics/no-such-date.js';
import { daysOf, findingOf, monthOfEveryYear, NOTHING, within, type Read } from './points.js';

/** What the plan says of all its deadlines. */
export interface Ground {
  readonly issuedOn: LocalDate | undefined;
  /** First day of the plan's effect, where that is not the day of issue. */
  readonly effectiveOn: LocalDate | undefined;
  /** "Before day D" takes D in. */
  readonly isInclusive: boolean;
  readonly dayOff: DayOffPolicy | undefined;
}

/** A deadline that depends on no other task. */
export type PlainDue = Exclude<DueNode, { readonly kind: 'after' | 'provisional' | 'then' }>;

const AMOUNT = { vi: 'Số ngày hoặc tháng', en: 'The number of days or months' };
const LONGEST_TERM = 3650;
const ONE_CLOCK: Bilingual = { vi: 'Một ngày cụ thể chỉ có một giờ hạn.', en: 'A single date has one clock time.' };
const BY_MONTHS: Bilingual = {
  vi: '“hằng năm” đi với tháng: “tháng 12 hằng năm”, “từ tháng 3 đến tháng 11 hằng năm”.',
  en: '“yearly” goes with months: “month 12 yearly”, “from month 3 to month 11 yearly”.',
};
const DAY_AND_MONTH: Bilingual = {
  vi: 'Viết ngày và tháng, không có năm: “trước ngày 01/6 và 15/11 hằng năm”.',
  en: 'Write day and month without a year: “before 01/6 and 15/11 yearly”.',
};
const DAY_OF_MONTH: Bilingual = {
  vi: 'Ngày của tháng cuối kỳ chỉ dùng trong chế độ báo cáo; ở đây viết ngày cụ thể hoặc “hằng tháng”.',
  en: 'A day of the last month belongs to a reporting regime; here write a date or “monthly”.',
};

const form = ({ span }: DueNode, words: Bilingual): Read<never> => findingOf({ code: 'KH4010', span, args: { form: words } });

/** The clock times of a limit, or the one that does not exist. */
export function timesOf(clocks: readonly ClockNode[]): Read<readonly ClockTime[]> {
  const wrong = clocks.find(({ value }) => value === null);
  if (wrong) return findingOf({ code: 'KH4015', span: wrong.span, args: { time: wrong.written } });
  return { value: clocks.map(({ value }) => value as ClockTime) };
}

/** Day and month of a date written without its year; undefined where there is no such day in any year. */
export function yearDayOf({ written }: DateNode): YearDay | undefined {
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(written) ?? [];
  const LEAP = 2000;
  return localDate(LEAP, Number(month), Number(day)) ? { month: Number(month), day: Number(day) } : undefined;
}

/** Reads a deadline that depends on no other task. */
export function readPlain(due: PlainDue, ground: Ground): Read<DeadlineRule> {
  if ('amount' in due) return readCounted(due, ground);
  if ('clocks' in due) return readLimit(due, ground);
  switch (due.kind) {
    case 'quarter': {
      const days = daysOf(due);
      return 'value' in days
        ? { value: { kind: 'quarter', year: due.year.value, quarter: due.quarter.value as 1 | 2 | 3 | 4 } }
        : days;
    }
    case 'stretch':
      return due.yearly ? readSeason(due) : readStretch(due, ground);
    case 'recurring':
      return { value: readRecurring(due) };
    case 'event':
      return { value: readEvent(due) };
    case 'unknown':
      return findingOf({ code: 'KH4009', span: due.span, args: { found: due.written } });
    default:
      return { value: readUndated(due) };
  }
}

type Named<K extends DueNode['kind']> = DueNode & { readonly kind: K };

function readUndated(due: Named<'on-request' | 'standing' | 'regulated' | 'scheduled'>): DeadlineRule {
  switch (due.kind) {
    case 'on-request':
      return { kind: 'on-request' };
    case 'standing':
      return {
        kind: 'standing',
        ...(due.onRequest ? { onRequest: true } : {}),
        ...(due.reviewed ? { reviewed: due.reviewed } : {}),
      };
    case 'regulated':
      return { kind: 'as-regulated', reference: due.reference?.value ?? null };
    case 'scheduled':
      return { kind: 'as-regulated', reference: due.reference?.value ?? null, basis: 'schedule' };
  }
}

/** "định kỳ" alone tells no rhythm: somebody has to name one. */
function readRecurring({ every, event }: Named<'recurring'>): DeadlineRule {
  if (every === null) return { kind: 'as-regulated', reference: event?.value ?? null, basis: 'unstated-rhythm' };
  return { kind: 'recurring', every, ...(event ? { event: event.value } : {}) };
}

function readEvent({ when, event }: Named<'event'>): DeadlineRule {
  const term: Term | null = when === 'at-once' ? { amount: 0, unit: 'day' } : null;
  return { kind: 'on-event', event: event.value, direction: when === 'before' ? 'before' : 'after', term };
}

const withPolicy = ({ dayOff }: Ground): { readonly dayOff?: DayOffPolicy } => (dayOff === undefined ? {} : { dayOff });

function readCounted(due: Extract<PlainDue, { readonly amount: unknown }>, ground: Ground): Read<DeadlineRule> {
  const finding = within(due.amount, AMOUNT, [1, LONGEST_TERM]);
  if (finding) return { finding };
  const term: Term = { amount: due.amount.value, unit: due.unit };
  switch (due.kind) {
    case 'term':
      return { value: { ...fromAnchor(due.from, term, ground), ...withPolicy(ground) } };
    case 'from-date':
      return fromDate('after', due.date, { term, ground });
    case 'from-event':
      return { value: { kind: 'on-event', event: due.event.value, direction: 'after', term } };
    case 'ahead':
      if (due.date) return fromDate('ahead', due.date, { term, ground });
      return due.event ? { value: { kind: 'on-event', event: due.event.value, direction: 'before', term } } : NOTHING;
  }
}

/** A plan that names no day of effect takes effect when it is issued. */
function fromAnchor(
  from: Named<'term'>['from'],
  term: Term,
  { effectiveOn }: Ground,
): DeadlineRule & { kind: 'within' | 'after' } {
  if (from !== 'effect') return { kind: 'within', ...term, from };
  return effectiveOn ? { kind: 'after', ...term, date: effectiveOn } : { kind: 'within', ...term, from: 'issue' };
}

function fromDate(
  kind: 'after' | 'ahead',
  date: DateNode,
  { term, ground }: { readonly term: Term; readonly ground: Ground },
): Read<DeadlineRule> {
  if (date.value === null) return findingOf(noSuchDate(date));
  return { value: { kind, ...term, date: date.value, ...withPolicy(ground) } };
}

type LimitDue = Extract<PlainDue, { readonly clocks: unknown }>;

function readLimit(due: LimitDue, ground: Ground): Read<DeadlineRule> {
  const times = timesOf(due.clocks);
  if (!('value' in times)) return times;
  const clock = times.value.length > 0 ? { times: times.value } : {};
  const exclusive = due.exclusive && !ground.isInclusive;
  switch (due.kind) {
    case 'date':
    case 'point':
      return times.value.length > 1 ? form(due, ONE_CLOCK) : readNamedDay(due, times.value[0], ground);
    case 'yearly':
      return readYearly(due, exclusive, clock);
    case 'weekday':
      return {
        value: { kind: 'recurring', every: 'week', at: { kind: 'weekday', weekday: due.weekday, exclusive }, ...clock },
      };
    case 'daily':
      return { value: { kind: 'recurring', every: 'day', ...clock } };
    case 'day':
      return due.of === 'each-month' ? readDayOfMonth(due, exclusive, clock) : form(due, DAY_OF_MONTH);
  }
}

function readYearly(due: Named<'yearly'>, exclusive: boolean, clock: Clock): Read<DeadlineRule> {
  const dates = readYearDays(due);
  if (!('value' in dates)) return dates;
  return { value: { kind: 'recurring', every: 'year', at: { kind: 'dates', dates: dates.value, exclusive }, ...clock } };
}

interface Clock {
  readonly times?: readonly ClockTime[];
}

const DAY = { vi: 'Ngày trong tháng', en: 'The day of the month' };
const LONGEST_MONTH = 31;

/** What is wrong with a day of the month, if anything. */
export const wrongDay = ({ day }: Named<'day'>): ReturnType<typeof within> => within(day, DAY, [1, LONGEST_MONTH]);

function readDayOfMonth(due: Named<'day'>, exclusive: boolean, clock: Clock): Read<DeadlineRule> {
  const finding = wrongDay(due);
  if (finding) return { finding };
  const at = { kind: 'month-day', day: due.day.value, exclusive, of: 'last' } as const;
  return { value: { kind: 'recurring', every: 'month', at, ...clock } };
}

/** The days of the year that a limit names. */
export function readYearDays({ dates }: Named<'yearly'>): Read<readonly YearDay[]> {
  const found: YearDay[] = [];
  for (const date of dates) {
    if (date.value !== null) return findingOf({ code: 'KH4010', span: date.span, args: { form: DAY_AND_MONTH } });
    const day = yearDayOf(date);
    if (!day) return findingOf(noSuchDate(date));
    found.push(day);
  }
  return { value: found };
}

/** "Before" a month or a quarter ends the day before it begins; "no later than" one, with it. */
function readNamedDay(due: Named<'date' | 'point'>, time: ClockTime | undefined, ground: Ground): Read<DeadlineRule> {
  const days = daysOf(due.kind === 'date' ? { kind: 'date', span: due.span, date: due.date } : due.point);
  if (!('value' in days)) return days;
  const rest = { ...(time === undefined ? {} : { time }), ...withPolicy(ground) };
  if (!due.exclusive) return { value: { kind: 'by', date: days.value.last, ...rest } };
  const inclusive = ground.isInclusive && due.kind === 'date' ? ({ inclusive: true } as const) : {};
  return { value: { kind: 'before', date: days.value.first, ...inclusive, ...rest } };
}

function readSeason(due: Named<'stretch'>): Read<DeadlineRule> {
  const [from, until] = [monthOfEveryYear(due.from), monthOfEveryYear(due.until)];
  if (from === undefined || until === undefined) return form(due, BY_MONTHS);
  return { value: { kind: 'recurring', every: 'year', at: { kind: 'season', from, until } } };
}

function readStretch(due: Named<'stretch'>, { issuedOn }: Ground): Read<DeadlineRule> {
  const begin = due.from && daysOf(due.from);
  const end = due.until && daysOf(due.until);
  if (begin && !('value' in begin)) return begin;
  if (end && !('value' in end)) return end;
  const from = begin ? begin.value.first : issuedOn;
  if (due.event) return { value: { kind: 'until-event', from: from ?? null, event: due.event.value } };
  return from === undefined ? NOTHING : fromDay(due, from, end ? end.value.last : null);
}

const fromDay = (due: Named<'stretch'>, from: LocalDate, until: LocalDate | null): Read<DeadlineRule> =>
  until === null ? { value: { kind: 'standing', from } } : readWindow(due, from, until);

function readWindow(due: Named<'stretch'>, from: LocalDate, until: LocalDate): Read<DeadlineRule> {
  // What the plan is already past the end of is said of its issue, not of its beginning.
  if (until < from && due.from) return findingOf({ code: 'KH4013', span: due.span, args: { from, until } });
  return { value: { kind: 'window', from: until < from ? until : from, until } };
}
