import type { LocalDate } from '#engine';
import type { AtomBody, DatesAtom } from './atoms.js';
import { readClock } from './clock.js';
import type { Read } from './numbers.js';
import { beforeDate, datesAtom, readAfter, readBefore, readMark, readWhen, type Trimmings } from './read-dates.js';
import { readShortEnd } from './read-range.js';
import { phrases, type Text } from './tokens.js';
import type { Mark, When } from './when.js';

const AND = phrases(', và|; và|và|,|;|&|+');
const NAMED = phrases('ngày|tháng|quý|thứ');

/** One date, several that share their words, or a time of day or weekday alone. */
export function readGroup(text: Text, at: number, issuedOn: LocalDate): Read<AtomBody> | undefined {
  const mark = readMark(text, at);
  const before = readBefore(text, mark.next);
  const inner =
    before.next > mark.next
      ? readMark(text, beforeDate(text, before.next, issuedOn))
      : { value: 'on' as Mark, next: before.next };
  const first = readWhen(text, inner.next, issuedOn);
  if (!first) return readTimeOnly(text, before, mark.value);
  const whens = readMore(text, first, { issuedOn, mark: mark.value });
  const after = readAfter(text, whens.next, before.value);
  const strong = mark.next > at || before.next > mark.next || first.value.unit === 'day-of' || after.value.every !== undefined;
  const late = before.value.clock === undefined && after.value.clock !== undefined && mark.value === 'before';
  const atom = datesAtom(
    { mark: mark.value, whens: whens.value, range: false, strong: strong || text.after(at, NAMED) > 0 },
    after.value,
  );
  return { value: late ? { ...atom, doubtful: true } : atom, next: after.next };
}

/** `trước 16h00 thứ Sáu`, `trước 9h00 và 16h00 hằng ngày`: the day comes from elsewhere. */
function readTimeOnly(text: Text, before: Read<Trimmings>, mark: Mark): Read<AtomBody> | undefined {
  const { clock, weekdays, wrong } = before.value;
  if (clock === undefined && weekdays.length === 0 && !wrong) return undefined;
  const clocks = readClocks(text, before.next);
  const after = readAfter(text, clocks.next, before.value);
  const atom: DatesAtom = datesAtom({ mark, whens: [], range: false, strong: true }, after.value);
  return { value: clocks.value.length > 0 ? { ...atom, clocks: clocks.value } : atom, next: after.next };
}

function readClocks(text: Text, at: number): Read<readonly string[]> {
  const value: string[] = [];
  let next = at;
  for (;;) {
    const joined = text.after(next, AND);
    const clock = joined ? readClock(text, readMark(text, joined).next) : undefined;
    if (clock?.value === undefined) return { value, next };
    value.push(clock.value);
    next = clock.next;
  }
}

function readMore(text: Text, first: Read<When>, { issuedOn, mark }: { issuedOn: LocalDate; mark: Mark }): Read<readonly When[]> {
  const value = [first.value];
  let next = first.next;
  for (;;) {
    const joined = text.after(next, AND);
    const repeated = joined ? readMark(text, joined) : undefined;
    if (!repeated || (repeated.value !== 'on' && repeated.value !== mark)) return { value, next };
    const more = readShort(text, repeated.next, value) ?? readWhen(text, repeated.next, issuedOn);
    if (!more || !goesWith(first.value, more.value)) return { value, next };
    value.push(more.value);
    next = more.next;
  }
}

/** A further date may be only a number: `ngày 15 và 30 hằng tháng`, `tháng 6, 12`, `Quý III, IV/2025`. */
function readShort(text: Text, at: number, sofar: readonly When[]): Read<When> | undefined {
  const last = sofar.at(-1);
  if (last?.unit === 'day-only') return readShortDay(text, at);
  const number = text.at(at).kind === 'number';
  if (last === undefined || !(number || /^[ivl]+$/.test(text.at(at).key))) return undefined;
  const isDate = number && (isCounting(text, at + 1) || (text.isSign(at + 1, '/') && text.isNumber(at + 2, 1, 12)));
  return isDate ? undefined : readShortEnd(text, at, last);
}

function readShortDay(text: Text, at: number): Read<When> | undefined {
  if (!text.isShort(at, 2) || !text.isNumber(at, 1, 31) || text.isSign(at + 1, '/.') || isCounting(text, at + 1))
    return undefined;
  return { value: { unit: 'day-only', day: text.at(at).value }, next: at + 1 };
}

const COUNTED = phrases('tháng|ngày|năm|lần|giờ|h|tuần|%');
const isCounting = (text: Text, at: number): boolean => text.after(at, COUNTED) > 0 && !text.isYear(at + 1);

/** Only dates of one kind share the words around them; a month may follow a day that it shares. */
function goesWith(first: When, more: When): boolean {
  if (more.unit === 'bad') return true;
  if (first.unit === 'span') return more.unit === 'span' && more.name === first.name;
  if (first.unit === 'day') return more.unit === 'day' || (more.unit === 'span' && more.name === 'month');
  return first.unit === 'day-only' && (more.unit === 'day-only' || more.unit === 'day');
}
