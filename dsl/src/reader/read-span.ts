import { addDays, monthOf, yearOf, type LocalDate } from '#engine';
import { phrases, type Text, type Wordings } from './tokens.js';
import { readNumber, readQuarterNumber, readWordNumber, type Read } from './numbers.js';
import { readNamedYear, readYearAfter } from './read-year.js';
import { bad, type When } from './when.js';

/** The reader of one stretch of time. */
export type SpanReader = (text: Text, at: number, issuedOn: LocalDate) => Read<When> | undefined;

type Span = Extract<When, { unit: 'span' }>;

const span = (name: Span['name'], [first, last]: readonly [number, number], year: number | null): Span => ({
  unit: 'span',
  name,
  first,
  last,
  year,
});

const yearAfter = (text: Text, at: number, issuedOn: LocalDate): Read<number | null> =>
  readYearAfter(text, at) ?? readNamedYear(text, at, issuedOn) ?? { value: null, next: at };

const MONTH = phrases('tháng');
const LUNAR = phrases('tháng giêng|tháng chạp|âm lịch');

/** `Tháng 12/2025`, `tháng mười hai`, `12/2025`, `T12/2025`. */
const readMonth: SpanReader = (text, at, issuedOn) => {
  const lunar = text.after(at, LUNAR);
  if (lunar) return { value: bad('lunar'), next: lunar };
  const named = text.after(at, MONTH);
  const month = named ? readMonthNumber(text, named) : readBareMonth(text, at);
  if (!month) return undefined;
  const year = yearAfter(text, month.next, issuedOn);
  if (!named && year.value === null) return undefined;
  const { value } = month;
  return { value: value >= 1 && value <= 12 ? span('month', [value, value], year.value) : bad('noSuchDate'), next: year.next };
};

const readMonthNumber = (text: Text, at: number): Read<number> | undefined =>
  text.isShort(at, 2)
    ? { value: text.at(at).value, next: at + 1 }
    : text.at(at).kind === 'word'
      ? readWordNumber(text, at)
      : undefined;

/** `12/2025`, `T12/2025`: a slash must follow. */
function readBareMonth(text: Text, at: number): Read<number> | undefined {
  const number = text.at(at).key === 't' ? at + 1 : at;
  return text.isShort(number, 2) && text.isSign(number + 1, '/') ? { value: text.at(number).value, next: number + 1 } : undefined;
}

const QUARTER = phrases('quý');

/** `Quý III/2022`, `Quí IV-2025`, `quý 4 năm 2025`, `Q4/2025`. */
const readQuarter: SpanReader = (text, at, issuedOn) => {
  const short = text.at(at).key === 'q' && text.isNumber(at + 1, 1, 4) ? at + 1 : 0;
  const start = text.after(at, QUARTER) || short;
  const quarter = start ? readQuarterNumber(text, start) : undefined;
  if (!quarter) return undefined;
  const year = yearAfter(text, quarter.next, issuedOn);
  const last = quarter.value * 3;
  return { value: last > 0 ? span('quarter', [last - 2, last], year.value) : bad('noSuchDate'), next: year.next };
};

const MONTHS_AT_START = phrases('tháng đầu năm|tháng đầu của năm');
const MONTHS_AT_END = phrases('tháng cuối năm|tháng cuối của năm');
const LAST_MONTHS = phrases('những tháng cuối năm|các tháng cuối năm|nửa cuối năm');
const FIRST_HALF = phrases('nửa đầu năm');

/** `6 tháng đầu năm 2026`, `03 tháng cuối năm`, `những tháng cuối năm 2025`. */
const readMonthsOfYear: SpanReader = (text, at, issuedOn) => {
  const whole = text.after(at, LAST_MONTHS) || text.after(at, FIRST_HALF);
  const count = whole ? { value: 6, next: at } : readNumber(text, at);
  if (!count || count.value < 1 || count.value > 12) return undefined;
  const atStart = whole ? text.after(at, FIRST_HALF) : text.after(count.next, MONTHS_AT_START);
  const next = whole || atStart || text.after(count.next, MONTHS_AT_END);
  if (!next) return undefined;
  const year = yearAfter(text, next, issuedOn);
  return { value: span('months', atStart ? [1, count.value] : [13 - count.value, 12], year.value), next: year.next };
};

const YEAR = phrases('năm ngân sách|năm tài chính|năm kế hoạch|năm');
const SCHOOL_YEAR = phrases('năm học');
const IN_SENTENCE_YEAR = phrases('trong năm|hết năm|cuối năm');

/** `Năm 2026`, `2026`, `năm nay`, `trong năm`. */
const readYear: SpanReader = (text, at, issuedOn) => {
  if (text.after(at, SCHOOL_YEAR)) return { value: bad('vague'), next: text.after(at, SCHOOL_YEAR) };
  const relative = readNamedYear(text, at, issuedOn);
  if (relative) return { value: span('year', [1, 12], relative.value), next: relative.next };
  const number = text.after(at, YEAR) || at;
  if (text.isYear(number)) return { value: span('year', [1, 12], text.at(number).value), next: number + 1 };
  const bare = number > at && at > 0 && text.after(at - 1, IN_SENTENCE_YEAR) > 0;
  return bare && text.at(number).kind !== 'number' ? { value: span('year', [1, 12], null), next: number } : undefined;
};

const THIRDS = [phrases('thượng tuần'), phrases('trung tuần'), phrases('hạ tuần')];
const THIRD_DAYS = [
  [1, 10],
  [11, 20],
  [21, 31],
] as const;

/** `trung tuần tháng 11/2025`: days 11 to 20. */
const readThird: SpanReader = (text, at, issuedOn) => {
  const third = THIRDS.findIndex((words) => text.after(at, words) > 0);
  const month = third < 0 ? undefined : readMonth(text, at + 2, issuedOn);
  const days = THIRD_DAYS[third];
  if (month?.value.unit !== 'span' || !days) return undefined;
  return { value: { ...month.value, fromDay: days[0], toDay: days[1] }, next: month.next };
};

const THIS_MONTH = phrases('tháng này');
const NEXT_MONTH = phrases('tháng sau|tháng tới');
const THIS_QUARTER = phrases('quý này');
const NEXT_QUARTER = phrases('quý sau|quý tới');
const TODAY = phrases('hôm nay|ngày hôm nay');
const TOMORROW = phrases('ngày mai');

/** `tháng này`, `quý sau`, `hôm nay`: counted from the day of issue. */
const readNearby: SpanReader = (text, at, issuedOn) => {
  const months: readonly [Wordings, number, number][] = [
    [THIS_MONTH, 1, 0],
    [NEXT_MONTH, 1, 1],
    [THIS_QUARTER, 3, 0],
    [NEXT_QUARTER, 3, 3],
  ];
  for (const [words, length, ahead] of months) {
    const next = text.after(at, words);
    if (next) return { value: nearby(issuedOn, length, ahead), next };
  }
  for (const [words, ahead] of [
    [TODAY, 0],
    [TOMORROW, 1],
  ] as const) {
    const next = text.after(at, words);
    if (next) return { value: { unit: 'exactly', date: addDays(issuedOn, ahead) }, next };
  }
  return undefined;
};

function nearby(issuedOn: LocalDate, length: number, ahead: number): When {
  const index = monthOf(issuedOn) - 1 + ahead;
  const first = Math.floor((index % 12) / length) * length + 1;
  return span(length === 1 ? 'month' : 'quarter', [first, first + length - 1], yearOf(issuedOn) + Math.floor(index / 12));
}

const END_OF = phrases('cuối|hết');
const EDGE = phrases('đầu|giữa|nửa đầu|nửa cuối|tuần đầu|tuần cuối|tuần|khoảng giữa');
const MONTH_WITHOUT_YEAR = phrases('tháng');

const PLAIN: readonly SpanReader[] = [readThird, readMonthsOfYear, readNearby, readQuarter, readMonth, readYear];

/** A month, quarter, part of a year or year; its beginning or middle alone is too vague to be a date. */
export const readSpan: SpanReader = (text, at, issuedOn) => {
  const vague = text.after(at, EDGE);
  if (vague && !text.after(at, LAST_MONTHS) && !text.after(at, FIRST_HALF)) return readVague(text, vague, issuedOn);
  const start = text.after(at, END_OF) || at;
  for (const reader of PLAIN) {
    const found = reader(text, start, issuedOn);
    if (found) return found;
  }
  return undefined;
};

function readVague(text: Text, at: number, issuedOn: LocalDate): Read<When> | undefined {
  const number = readNumber(text, at)?.next ?? at;
  const of = readQuarter(text, number, issuedOn) ?? readMonth(text, number, issuedOn) ?? readYear(text, number, issuedOn);
  const unnamed = text.after(number, MONTH_WITHOUT_YEAR);
  const next = of?.next ?? unnamed;
  return next ? { value: bad('vague'), next } : undefined;
}
