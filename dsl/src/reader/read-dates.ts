import type { LocalDate } from '#engine';
import type { DatesAtom, Every } from './atoms.js';
import type { DayOwner } from './reading.js';
import { readClock, readWeekday } from './clock.js';
import type { Read } from './numbers.js';
import { readDayOf, readYearOwner } from './read-day-of.js';
import { readDay } from './read-day.js';
import { readEverySuffix } from './read-every.js';
import { readSpan } from './read-span.js';
import { LONGEST_RUN, phrases, type Wordings, type Text } from './tokens.js';
import { bad, type Mark, type When } from './when.js';

const MARKS: readonly (readonly [Wordings, Mark])[] = [
  [phrases('không sớm hơn|không trước|sớm nhất là|sớm nhất từ|sớm nhất'), 'from'],
  [phrases('trước hoặc trong|trước hoặc vào|trước hoặc đúng|trong hoặc trước|vào hoặc trước'), 'by'],
  [phrases('trước'), 'before'],
  [
    phrases(
      'không muộn hơn|không chậm hơn|không trễ hơn|không quá|không sau|chậm nhất|muộn nhất|trễ nhất|hạn chót|hạn cuối cùng',
    ),
    'by',
  ],
  [
    phrases('cho đến hết|đến hết|cho đến|tính đến|cho tới|tới|đến|hết|hạn cuối|thời hạn|hạn|trong|xong|hoàn thành|kết thúc'),
    'by',
  ],
  [phrases('kể từ|bắt đầu từ|từ|bắt đầu'), 'from'],
  [phrases('kể từ sau|từ sau|sau'), 'after'],
];
/** Words that may stand between a mark and its date without changing it. */
const NEUTRAL = phrases('vào|là|khoảng thời gian|thời gian|thời điểm|:|vào thời điểm|cuối ngày|hết ngày|mốc');
const RANK: Readonly<Record<Mark, number>> = { on: 0, by: 1, after: 2, from: 3, before: 4 };

/** The words before a date: the strongest of them decides ("chậm nhất trước ngày" excludes the day). */
export function readMark(text: Text, at: number): Read<Mark> {
  let value: Mark = 'on';
  let next = at;
  for (let count = 0; count < LONGEST_RUN; count++) {
    const step = markAt(text, next);
    if (!step) break;
    if (RANK[step.value] > RANK[value]) value = step.value;
    next = step.next;
  }
  return { value, next };
}

function markAt(text: Text, at: number): Read<Mark> | undefined {
  let longest: Read<Mark> | undefined;
  for (const [words, value] of MARKS) {
    const next = text.after(at, words);
    if (next > (longest?.next ?? 0)) longest = { value, next };
  }
  const neutral = text.after(at, NEUTRAL);
  if (longest && longest.next >= neutral) return longest;
  return neutral ? { value: 'on', next: neutral } : undefined;
}

/** One day or stretch of time. */
export const readWhen = (text: Text, at: number, issuedOn: LocalDate): Read<When> | undefined =>
  readDayOf(text, at) ?? preferSpan(text, at, issuedOn);

/** `12/2025` is a month, `12/10/2025` a day: the reading that takes more words. */
function preferSpan(text: Text, at: number, issuedOn: LocalDate): Read<When> | undefined {
  const day = readDay(text, at);
  const span = readSpan(text, at, issuedOn);
  if (!day || !span) return day ?? span;
  return span.next > day.next ? span : day;
}

/** What may stand before or after the date itself. */
export interface Trimmings {
  readonly clock?: string;
  readonly weekdays: readonly number[];
  readonly every?: Every;
  readonly of?: DayOwner;
  readonly wrong?: true;
}

const GLUE = phrases(', ngày|của|vào|, vào|ngày');
const CLOCK_GLUE = phrases(',|của|vào|(|)|trong');

/** Passes a comma or bracket between a clock time and its date, where a date follows. */
export function beforeDate(text: Text, at: number, issuedOn: LocalDate): number {
  const glued = text.skip(at, CLOCK_GLUE);
  return readWhen(text, readMark(text, glued).next, issuedOn) ? glued : at;
}

/** A clock time and weekdays before a date. */
export function readBefore(text: Text, at: number): Read<Trimmings> {
  let value: Trimmings = { weekdays: [] };
  let next = at;
  for (;;) {
    const step = trimmingAt(text, text.skip(next, CLOCK_GLUE), value);
    if (!step || step.value.every || step.value.of) return { value, next };
    const closed = text.isSign(step.next, ')') ? step.next + 1 : step.next;
    [value, next] = [step.value, closed];
  }
}

function trimmingAt(text: Text, at: number, sofar: Trimmings): Read<Trimmings> | undefined {
  const clock = sofar.clock === undefined ? readClock(text, at) : undefined;
  if (clock) {
    const { value, next } = clock;
    return { value: value === undefined ? { ...sofar, wrong: true } : { ...sofar, clock: value }, next };
  }
  const weekday = readWeekday(text, text.after(at, GLUE) || at);
  if (!weekday) return undefined;
  const { value, next } = weekday;
  return { value: value === 0 ? { ...sofar, wrong: true } : { ...sofar, weekdays: [...sofar.weekdays, value] }, next };
}

const OPEN = phrases(', (|(|,|;');
const AND = phrases('và|, và');

/** What follows a date: clock, weekday, `hằng năm`, `năm sau`, in brackets or after a comma. */
export function readAfter(text: Text, at: number, sofar: Trimmings): Read<Trimmings> {
  let [value, next] = [sofar, at];
  for (;;) {
    const opened = text.after(next, OPEN) || next;
    const step = suffixAt(text, opened, value) ?? (value.weekdays.length > 0 ? anotherWeekday(text, next, value) : undefined);
    if (!step || (opened > next && text.isSign(opened - 1, ',;') && step.value.every && !fits(value, step.value.every)))
      return { value, next };
    next = text.isSign(step.next, ')') && text.isSign(opened - 1, '(') ? step.next + 1 : step.next;
    value = step.value;
  }
}

/** After a comma a frequency belongs to what stands before it only where it completes it. */
const fits = (sofar: Trimmings, every: Every): boolean =>
  sofar.every === undefined &&
  (every.every === 'year' || every.every === 'month' || (every.every === 'week' && sofar.weekdays.length > 0));

function anotherWeekday(text: Text, at: number, sofar: Trimmings): Read<Trimmings> | undefined {
  const next = text.after(at, AND) || (text.isSign(at, ',') ? at + 1 : 0);
  return next ? trimmingAt(text, next, { ...sofar, clock: sofar.clock ?? '' }) && weekdayOnly(text, next, sofar) : undefined;
}

function weekdayOnly(text: Text, at: number, sofar: Trimmings): Read<Trimmings> | undefined {
  const weekday = readWeekday(text, at);
  return weekday && weekday.value > 0
    ? { value: { ...sofar, weekdays: [...sofar.weekdays, weekday.value] }, next: weekday.next }
    : undefined;
}

function suffixAt(text: Text, at: number, sofar: Trimmings): Read<Trimmings> | undefined {
  const every = sofar.every === undefined ? readEverySuffix(text, at) : undefined;
  if (every) return { value: { ...sofar, every: every.value }, next: every.next };
  const owner = sofar.of === undefined ? readYearOwner(text, at) : undefined;
  if (owner) {
    const { every: frequency, of } = owner.value;
    const base = { ...sofar, every: sofar.every ?? { every: frequency } };
    return { value: of === undefined ? base : { ...base, of }, next: owner.next };
  }
  return trimmingAt(text, at, sofar);
}

/** The atom of a date group with its trimmings. */
export function datesAtom(
  core: Pick<DatesAtom, 'mark' | 'whens' | 'range' | 'strong'>,
  trimmings: Trimmings,
  start?: Trimmings,
): DatesAtom {
  const { clock, weekdays, every, of } = trimmings;
  const wrong = trimmings.wrong || start?.wrong;
  return {
    is: 'dates',
    ...core,
    whens: wrong ? [...core.whens, bad('noSuchDate')] : core.whens,
    weekdays,
    ...(clock !== undefined && { clock }),
    ...(start?.clock !== undefined && { startClock: start.clock }),
    ...(every !== undefined && { every }),
    ...(of !== undefined && { of }),
  };
}
