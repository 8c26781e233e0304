import type { LocalDate } from '#engine';
import type { AtomBody, DatesAtom, Every } from './atoms.js';
import { clauseEnd } from './clause-end.js';
import { readQuarterNumber, type Read } from './numbers.js';
import { datesAtom, readAfter, readBefore, readMark, readWhen, type Trimmings } from './read-dates.js';
import { readYearOwner } from './read-day-of.js';
import { readYearAfter } from './read-year.js';
import { phrases, type Text } from './tokens.js';
import { bad, type When } from './when.js';

const LEAD = phrases(
  'trong khoảng thời gian|khoảng thời gian|trong thời gian|thời gian|trong|hoàn thành|xong|tính|kéo dài|thực hiện|:|cho',
);
const PERIOD = phrases('giai đoạn|thời kỳ|nhiệm kỳ');
const FROM = phrases('kể từ|bắt đầu từ|tính từ|từ');
const NOW = phrases('nay|thời điểm này|thời điểm hiện nay|ngày ban hành|khi ban hành|ngày ký|ngày ký ban hành');
const JOIN = phrases('cho đến|đến|tới|cho tới|-|→|~');
const UNTIL_EVENT = phrases('đến khi|cho đến khi|cho tới khi|tới khi|đến lúc');
const UNTIL_NOW = phrases('đến nay');
const ONWARDS = phrases('trở đi|trở về sau|trở lên');
const COMMA = phrases(',');

/** How a stretch begins. */
interface Opening {
  readonly said: boolean;
  readonly from: boolean;
  readonly before: Trimmings;
  readonly start: When;
  /** The year before, or of, the period: a data window that comes back. */
  readonly yearly: boolean;
}

/** `từ … đến …`, `Tháng 11 - 12/2025`, `giai đoạn 2026-2030`, `từ 01/7/2025`. */
export function readRange(text: Text, at: number, issuedOn: LocalDate): Read<AtomBody> | undefined {
  const lead = text.skip(at, LEAD);
  const period = text.after(lead, PERIOD);
  const from = text.after(period || lead, FROM);
  const until = text.after(lead, UNTIL_EVENT);
  if (until) return { value: { is: 'until-event' }, next: clauseEnd(text, until) };
  const opening = readOpening(text, from || period || lead, { issuedOn, from: from > 0 });
  if (!opening) return undefined;
  const said = lead > at || from > 0 || period > 0;
  return readEnding(text, opening.next, { issuedOn, opening: { ...opening.value, said } });
}

function readOpening(
  text: Text,
  at: number,
  { issuedOn, from }: { issuedOn: LocalDate; from: boolean },
): Read<Omit<Opening, 'said'>> | undefined {
  const now = from ? text.after(at, NOW) : 0;
  if (now)
    return { value: { from, before: { weekdays: [] }, start: { unit: 'exactly', date: issuedOn }, yearly: false }, next: now };
  const before = readBefore(text, at);
  const start = readShortStart(text, before.next, from) ?? readWhen(text, before.next, issuedOn);
  if (!start) return undefined;
  const owner = start.value.unit === 'day' ? readYearOwner(text, start.next) : undefined;
  const yearly = owner !== undefined;
  return { value: { from, before: before.value, start: start.value, yearly }, next: owner?.next ?? start.next };
}

const DAY = phrases('ngày|các ngày');

/** `15-20/12/2025`, `từ 15 đến 20/12`: a day whose month follows the end. */
function readShortStart(text: Text, from: number, said: boolean): Read<When> | undefined {
  const at = text.after(from, DAY) || from;
  if (!text.isNumber(at, 1, 31) || text.at(at).digits > 2) return undefined;
  const dashed = text.isSign(at + 1, '-') && text.at(at + 2).kind === 'number' && text.isSign(at + 3, '/');
  const month = text.at(at + 4).kind === 'number' && text.at(at + 4).digits <= 2;
  const joined = said && text.after(at + 1, JOIN) > 0 && !text.isSign(at + 1, '-');
  return (dashed && month) || joined ? { value: { unit: 'day-only', day: text.at(at).value }, next: at + 1 } : undefined;
}

interface Ending {
  readonly issuedOn: LocalDate;
  readonly opening: Opening;
}

function readEnding(text: Text, at: number, ending: Ending): Read<AtomBody> | undefined {
  const { issuedOn, opening } = ending;
  const after = text.skip(at, COMMA);
  const untilNow = text.after(after, UNTIL_NOW);
  if (untilNow) return { value: rangeOf(opening, { unit: 'exactly', date: issuedOn }, { weekdays: [] }), next: untilNow };
  if (opening.from) return readFrom(text, at, ending);
  const onwards = text.after(at, ONWARDS);
  if (onwards && isYear(opening.start)) return { value: openRange(opening), next: onwards };
  return readEnd(text, at, ending);
}

/** What follows "từ …": an end, an event, a frequency, or nothing. */
function readFrom(text: Text, at: number, ending: Ending): Read<AtomBody> {
  const { opening } = ending;
  const after = text.skip(at, COMMA);
  const untilEvent = text.after(after, UNTIL_EVENT);
  if (untilEvent) return { value: openRange(opening), next: clauseEnd(text, untilEvent) };
  const onwards = text.after(at, ONWARDS);
  if (onwards) return { value: openRange(opening), next: onwards };
  const end = readEnd(text, after, ending);
  if (end) return end;
  const suffix = readAfter(text, at, { weekdays: [] });
  if (suffix.value.every) {
    const dates = { ...core(opening, [opening.start]), mark: 'from', range: false } as const;
    return { value: datesAtom(dates, suffix.value), next: suffix.next };
  }
  const unread = text.after(after, JOIN);
  return unread && text.at(unread).kind === 'word'
    ? { value: { ...openRange(opening), doubtful: true }, next: clauseEnd(text, unread) }
    : { value: openRange(opening), next: at };
}

const core = ({ said }: Opening, whens: readonly When[]): Pick<DatesAtom, 'mark' | 'whens' | 'range' | 'strong'> => ({
  mark: 'on',
  whens,
  range: true,
  strong: said,
});

const openRange = (opening: Opening): DatesAtom => datesAtom(core(opening, [opening.start]), { weekdays: [] }, opening.before);

function rangeOf(opening: Opening, end: When, { clock, weekdays, every, wrong }: Trimmings): DatesAtom {
  const often: Every | undefined = every ?? (opening.yearly ? { every: 'year' } : undefined);
  const trimmings: Trimmings = {
    weekdays,
    ...(clock !== undefined && { clock }),
    ...(often && { every: often }),
    ...(wrong && { wrong }),
  };
  return datesAtom(core(opening, [opening.start, end]), trimmings, opening.before);
}

const isYear = (when: When): boolean => when.unit === 'span' && when.name === 'year' && when.year !== null;

function readEnd(text: Text, at: number, { issuedOn, opening }: Ending): Read<AtomBody> | undefined {
  const joined = text.after(at, JOIN);
  if (!joined) return undefined;
  const mark = readMark(text, joined);
  const before = readBefore(text, mark.next);
  const end = readShortEnd(text, before.next, opening.start) ?? readWhen(text, before.next, issuedOn) ?? sameDay(before, opening);
  if (!end || (!opening.from && !isPair(opening.start, end.value))) return undefined;
  const after = readAfter(text, end.next, before.value);
  const closed = text.after(after.next, ONWARDS);
  if (closed) return { value: openRange(opening), next: closed };
  const range = rangeOf(opening, end.value, after.value);
  return { value: mark.value === 'before' ? { ...range, mark: 'before' } : range, next: after.next };
}

/** Without "từ", only two ends of one kind are a stretch: "tháng 11 - 12", not "15/7 - hội nghị tháng 8". */
const isPair = (start: When, end: When): boolean =>
  start.unit === end.unit ||
  (start.unit === 'day-only' && end.unit === 'day') ||
  (start.unit === 'span' && end.unit === 'exactly') ||
  end.unit === 'bad';

/** `8h00 đến 17h00 ngày 20/12`: the hours are of one day, which is read by the opening. */
const sameDay = (before: Read<Trimmings>, { start, from }: Opening): Read<When> | undefined =>
  before.value.clock !== undefined && from ? { value: start, next: before.next } : undefined;

/** The end in short: `- 12/2025`, `- II/2026`, `đến 20 tháng 12`. */
export function readShortEnd(text: Text, at: number, start: When): Read<When> | undefined {
  if (start.unit !== 'span') return undefined;
  if (start.name === 'month') return text.isShort(at, 2) ? shortMonth(text, at) : undefined;
  return start.name === 'quarter' ? shortQuarter(text, at) : undefined;
}

function shortMonth(text: Text, at: number): Read<When> {
  const month = text.at(at).value;
  return shortSpan(text, at + 1, month >= 1 && month <= 12 ? { name: 'month', first: month, last: month } : undefined);
}

function shortQuarter(text: Text, at: number): Read<When> | undefined {
  const quarter = text.at(at).kind === 'number' && !text.isShort(at, 1) ? undefined : readQuarterNumber(text, at);
  if (!quarter) return undefined;
  const last = quarter.value * 3;
  return shortSpan(text, quarter.next, last > 0 ? { name: 'quarter', first: last - 2, last } : undefined);
}

type Months = Pick<Extract<When, { unit: 'span' }>, 'name' | 'first' | 'last'>;

function shortSpan(text: Text, at: number, months: Months | undefined): Read<When> {
  const year = readYearAfter(text, at);
  const value: When = months ? { unit: 'span', ...months, year: year?.value ?? null } : bad('noSuchDate');
  return { value, next: year?.next ?? at };
}
