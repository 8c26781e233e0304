import type { LocalDate } from '#engine';
import type {
  DayOwner,
  DeadlineReading,
  Frequency,
  RecurringReading,
  RelativeReading,
  TermStart,
  TermUnitRead,
} from './reading.js';

type Language = 'vi' | 'en';
type Words = Readonly<Record<Language, string>>;

const FREQUENCY: Readonly<Record<Frequency, Words>> = {
  day: { vi: 'ngày', en: 'day' },
  week: { vi: 'tuần', en: 'week' },
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  half: { vi: '6 tháng', en: 'half-year' },
  year: { vi: 'năm', en: 'year' },
  periods: { vi: 'kỳ báo cáo', en: 'report period' },
};
const UNIT: Readonly<Record<TermUnitRead, Words>> = {
  day: { vi: 'ngày', en: 'days' },
  workday: { vi: 'ngày làm việc', en: 'working days' },
  hour: { vi: 'giờ', en: 'hours' },
  week: { vi: 'tuần', en: 'weeks' },
  month: { vi: 'tháng', en: 'months' },
  year: { vi: 'năm', en: 'years' },
};
const START: Readonly<Record<TermStart, Words>> = {
  issue: { vi: 'ngày ban hành', en: 'the day of issue' },
  receipt: { vi: 'ngày nhận', en: 'receipt' },
  effective: { vi: 'ngày có hiệu lực', en: 'the day it takes effect' },
  event: { vi: 'sự kiện', en: 'the event' },
  due: { vi: 'ngày đến hạn', en: 'the due date' },
  expiry: { vi: 'ngày hết hạn', en: 'the expiry' },
  'period-end': { vi: 'ngày kết thúc kỳ', en: 'the end of the period' },
};
const OWNER: Readonly<Record<DayOwner, Words>> = {
  month: { vi: 'của tháng', en: 'of the month' },
  'first-month-of-period': { vi: 'của tháng đầu kỳ', en: 'of the period’s first month' },
  'last-month-of-period': { vi: 'của tháng cuối kỳ', en: 'of the period’s last month' },
  'next-month': { vi: 'của tháng tiếp theo', en: 'of the next month' },
  'next-year': { vi: 'năm sau', en: 'of the next year' },
  'previous-year': { vi: 'năm trước', en: 'of the year before' },
  'event-year': { vi: 'của năm diễn ra sự kiện', en: 'of the year of the event' },
};
const STANDING: Words = { vi: 'thường xuyên', en: 'standing work' };
const REFERENCE: Words = { vi: 'theo văn bản khác', en: 'as another document decides' };
const UNKNOWN: Words = { vi: 'không rõ', en: 'unknown' };
const WEEKDAY: Readonly<Record<Language, readonly string[]>> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** A day as the texts of a language write it. */
const shown = (date: LocalDate, language: Language): string =>
  language === 'en' ? date : `${Number(date.slice(8))}/${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;

/** A reading as one sentence for a person, in Vietnamese or English; doubts are said, other readings listed by the caller. */
export function describeReading(reading: DeadlineReading, language: Language): string {
  const sentence = plainly(reading, language);
  if (reading.sure !== false || reading.kind === 'composite') return sentence;
  return `${sentence} ${language === 'vi' ? '(chưa chắc)' : '(not certain)'}`;
}

function plainly(reading: DeadlineReading, language: Language): string {
  switch (reading.kind) {
    case 'by':
      return byWords(reading, language);
    case 'window':
      return windowWords(reading, language);
    case 'standing':
      return STANDING[language];
    case 'recurring':
      return recurringWords(reading, language);
    case 'relative':
      return relativeWords(reading, language);
    case 'event':
      return eventWords(reading, language);
    case 'reference':
      return REFERENCE[language];
    case 'composite':
      return reading.parts.map((part) => describeReading(part, language)).join('; ');
    case 'unknown':
      return `${UNKNOWN[language]}: ${reading.why}`;
  }
}

type Of<Kind extends DeadlineReading['kind']> = Extract<DeadlineReading, { kind: Kind }>;

function byWords({ due, time, exclusive }: Of<'by'>, language: Language): string {
  const date = shown(due, language);
  if (time !== undefined && exclusive) return language === 'vi' ? `trước ${time} ngày ${date}` : `before ${time} on ${date}`;
  const day = time === undefined ? date : `${time} ${date}`;
  return language === 'vi' ? `chậm nhất ${day}` : `by ${day}`;
}

function windowWords({ start, due, startTime, time }: Of<'window'>, language: Language): string {
  const at = (date: LocalDate, clock?: string): string => [clock, shown(date, language)].filter(Boolean).join(' ');
  const from = start === undefined ? '' : `${language === 'vi' ? 'từ' : 'from'} ${at(start, startTime)}`;
  if (due !== null) return `${from} ${language === 'vi' ? 'đến' : 'to'} ${at(due, time)}`.trim();
  const open = language === 'vi' ? 'không ghi ngày kết thúc' : 'with no end date';
  return from === '' ? open : `${from}, ${open}`;
}

function recurringWords(reading: RecurringReading, language: Language): string {
  return [frequencyWords(reading, language), monthsWords(reading, language), dayWords(reading, language)]
    .filter(Boolean)
    .join(', ');
}

function frequencyWords({ every, interval, times, periods }: RecurringReading, language: Language): string {
  const vi = language === 'vi';
  const unit = FREQUENCY[every][language];
  const often =
    interval === undefined
      ? `${vi ? 'mỗi' : 'every'} ${unit}`
      : `${vi ? '' : 'every '}${interval} ${unit}${vi ? ' một lần' : 's'}`;
  const count = times === undefined ? '' : vi ? ` ${times} lần` : `, ${times} times`;
  return `${often}${count}${periods === undefined ? '' : ` (${periods.join(', ')})`}`;
}

function monthsWords({ months, window }: RecurringReading, language: Language): string {
  const vi = language === 'vi';
  const list = months === undefined ? '' : `${vi ? 'tháng' : 'month'} ${months.join(', ')}`;
  const season = window === undefined ? '' : vi ? `từ ${window.from} đến ${window.to}` : `from ${window.from} to ${window.to}`;
  return [list, season].filter(Boolean).join(', ');
}

function dayWords({ day, fromDay, weekday, time, of, exclusive }: RecurringReading, language: Language): string {
  const vi = language === 'vi';
  const from = fromDay === undefined ? '' : `${vi ? 'từ ngày' : 'from day'} ${fromDay} ${vi ? 'đến' : 'to'}`;
  const week = weekday === undefined ? '' : WEEKDAY[language][weekday - 1];
  const owner = of === undefined ? '' : OWNER[of][language];
  const words = [from, time, week, dayNamed(day, language), owner].filter(Boolean).join(' ');
  return exclusive && words !== '' ? `${vi ? 'trước' : 'before'} ${words}` : words;
}

function dayNamed(day: number | undefined, language: Language): string {
  if (day === undefined) return '';
  if (day === -1) return language === 'vi' ? 'ngày cuối' : 'the last day';
  return `${language === 'vi' ? 'ngày' : 'day'} ${day}`;
}

function relativeWords(reading: RelativeReading, language: Language): string {
  const { amount, unit, from, direction, bound, due } = reading;
  const vi = language === 'vi';
  const many = UNIT[unit][language];
  const term = `${amount} ${language === 'en' && amount === 1 ? many.slice(0, -1) : many}`;
  const back = direction === 'before';
  const start =
    from === undefined ? '' : ` ${vi ? (back ? 'trước' : 'kể từ') : back ? 'before' : 'from'} ${START[from][language]}`;
  const least = bound === undefined ? '' : vi ? 'không sớm hơn ' : 'not before ';
  return `${least}${term}${start}${due === undefined ? '' : vi ? `: chậm nhất ${shown(due, language)}` : `: by ${due}`}`;
}

function eventWords({ immediate, on, direction }: Of<'event'>, language: Language): string {
  const vi = language === 'vi';
  if (on === 'request') return vi ? 'khi có yêu cầu' : 'on request';
  if (immediate) return vi ? 'ngay khi sự kiện xảy ra' : 'at once when the event happens';
  if (direction === 'before') return vi ? 'trước khi sự kiện xảy ra' : 'before the event happens';
  return vi ? 'khi sự kiện xảy ra' : 'when the event happens';
}
