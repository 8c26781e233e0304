import type { AtomBody, Every } from './atoms.js';
import type { Frequency, PeriodCode } from './reading.js';
import { readNumber, readQuarterNumber, type Read } from './numbers.js';
import { phrases, type Wordings, type Text } from './tokens.js';

/** One member of a list like "quý I, 6 tháng, 9 tháng và năm". */
type Item = Frequency | 'H1' | 'H2' | '9M' | 'Q1' | 'Q2' | 'Q3' | 'Q4';

const EACH = phrases('hằng|mỗi|từng|theo từng|trong mỗi|hằng mỗi');
const BY = phrases('theo');
const PERIODICALLY = phrases('định kỳ|theo định kỳ');
const REPORT_WORDS =
  'sơ kết|tổng kết|báo cáo sơ kết|báo cáo tổng kết|đối với báo cáo|báo cáo|kỳ báo cáo|các kỳ báo cáo|báo cáo định kỳ|đối với báo cáo định kỳ|các báo cáo';
const INTRODUCTION = phrases(`${REPORT_WORDS}|định kỳ|theo định kỳ`);
const ABOUT = phrases('đối với');
const UNITS: readonly (readonly [Wordings, Frequency])[] = [
  [phrases('ngày làm việc|ngày'), 'day'],
  [phrases('tuần'), 'week'],
  [phrases('tháng'), 'month'],
  [phrases('quý'), 'quarter'],
  [phrases('nửa năm'), 'half'],
  [phrases('cả năm|năm'), 'year'],
];
const ALL_OF: readonly (readonly [Wordings, Frequency])[] = [
  [phrases('các tháng trong năm|tất cả các tháng|các tháng'), 'month'],
  [phrases('các quý trong năm|tất cả các quý|các quý|4 quý|bốn quý'), 'quarter'],
  [phrases('các tuần'), 'week'],
];
const YEAR_ITEM = phrases('cả năm|tổng kết năm|báo cáo năm|báo cáo tổng kết năm|hằng năm|năm|01 năm|1 năm|một năm|12 tháng');
const QUARTER = phrases('quý');
const MONTHS = phrases('tháng');
const FIRST_OF_YEAR = phrases('đầu năm');
const END_OF_YEAR = phrases('cuối năm');
const SEPARATOR = phrases(', và|; và|,|;|và|/|hoặc|&|+|-');

/** Not followed by what would make it a date (`năm 2025`) or a noun of another kind. */
function unitAt(text: Text, at: number): Read<Frequency> | undefined {
  const unit = UNITS.find(([words]) => text.after(at, words) > 0);
  if (!unit) return undefined;
  const next = text.after(at, unit[0]);
  const dated = text.at(next).kind === 'number' && DATED.has(unit[1]) && !isTimes(text, next);
  return dated || (unit[1] === 'quarter' && isQuarterNumber(text, next)) ? undefined : { value: unit[1], next };
}

/** Units that a number after them makes a date. */
const DATED = new Set<Frequency>(['day', 'month', 'year']);
const TIMES = phrases('lần');
const isTimes = (text: Text, at: number): boolean => text.after(at + 1, TIMES) > 0;
const isQuarterNumber = (text: Text, at: number): boolean => /^(?:[ivxl]+|[1-4])$/.test(text.at(at).key) && !isTimes(text, at);

/** `hằng quý`, `mỗi tháng`, `theo quý`. */
function readEach(text: Text, at: number): Read<Frequency> | undefined {
  const all = ALL_OF.find(([words]) => text.after(at, words) > 0);
  if (all) return { value: all[1], next: text.after(at, all[0]) };
  const by = text.after(at, BY);
  // "theo quy định", "theo quy chế": a rule, not a quarter.
  if (by && text.at(by).key === 'quy') return undefined;
  const start = text.after(at, EACH) || by;
  return start ? unitAt(text, start) : undefined;
}

/** `Quý I`, `6 tháng`, `9 tháng`, `cả năm` as a report period; a year number makes it a date instead. */
function readItem(text: Text, at: number): Read<Item> | undefined {
  const quarter = text.after(at, QUARTER);
  const number = quarter && isQuarterNumber(text, quarter) ? readQuarterNumber(text, quarter) : undefined;
  if (number && number.value > 0) return { value: `Q${number.value}` as Item, next: number.next };
  const months = readMonths(text, at);
  if (months) return months;
  const each = readEach(text, at);
  if (each) return each;
  const year = text.after(at, YEAR_ITEM);
  if (year && !text.isYear(year)) return { value: 'year', next: year };
  // "báo cáo ngay" is "at once", not "daily" typed without its mark.
  return text.at(at).key === 'ngay' ? undefined : unitAt(text, at);
}

function readMonths(text: Text, at: number): Read<Item> | undefined {
  const count = readNumber(text, at);
  const months = count ? text.after(count.next, MONTHS) : 0;
  if (!count || !months || (count.value !== 6 && count.value !== 9)) return undefined;
  if (count.value === 9) return { value: '9M', next: text.after(months, FIRST_OF_YEAR) || months };
  const second = text.after(months, END_OF_YEAR);
  return second ? { value: 'H2', next: second } : { value: 'H1', next: text.after(months, FIRST_OF_YEAR) || months };
}

/** The list from here on, and whether a year closes an item of it, which makes it a list of dates. */
function readItems(text: Text, at: number): Read<readonly Item[]> | undefined {
  const first = readItem(text, at);
  if (!first) return undefined;
  const items = [first.value];
  let next = first.next;
  for (let more = nextItem(text, next, items); more; more = nextItem(text, next, items)) {
    items.push(more.value);
    next = more.next;
  }
  return isDated(text, next) ? undefined : { value: items, next };
}

const isDated = (text: Text, at: number): boolean =>
  text.isYear(at) || (text.isSign(at, '/-.,') && text.isYear(at + 1)) || (text.after(at, YEAR_ITEM) > 0 && text.isYear(at + 1));

function nextItem(text: Text, at: number, items: readonly Item[]): Read<Item> | undefined {
  const start = text.after(at, SEPARATOR);
  // "báo cáo 6 tháng năm": the year alone may follow without a comma.
  if (!start) return text.after(at, YEAR_ITEM) ? onlyYear(readItem(text, at)) : undefined;
  return bareQuarter(text, start, items) ?? readItem(text, start);
}

const onlyYear = (item: Read<Item> | undefined): Read<Item> | undefined => (item?.value === 'year' ? item : undefined);

/** `Quý I, II, III`: further quarters by number alone. */
function bareQuarter(text: Text, at: number, items: readonly Item[]): Read<Item> | undefined {
  if (!items.at(-1)?.startsWith('Q') || !isQuarterNumber(text, at)) return undefined;
  const quarter = readQuarterNumber(text, at);
  return quarter && quarter.value > 0 ? { value: `Q${quarter.value}` as Item, next: quarter.next } : undefined;
}

const CUMULATIVE = /^(?:Q\d|H\d|9M)$/;

/** Frequencies in order; cumulative periods, and the year among them, are one list. */
function everysOf(items: readonly Item[]): readonly Every[] {
  const cumulative = items.some((item) => CUMULATIVE.test(item));
  const isPeriod = (item: Item): boolean => CUMULATIVE.test(item) || (cumulative && item === 'year');
  const found: Every[] = [];
  const first = items.findIndex(isPeriod);
  items.forEach((item, index) => {
    if (!isPeriod(item)) found.push({ every: item as Frequency });
    else if (index === first) found.push(periodsOf(items.filter(isPeriod)));
  });
  return found;
}

function periodsOf(items: readonly Item[]): Every {
  const codes: string[] = [...new Set(items.map((item) => (item === 'year' ? 'Y' : item)))];
  if (['Q1', 'Q2', 'Q3', 'Q4'].every((code) => codes.includes(code))) return { every: 'quarter' };
  if (codes.some((code) => code === 'Q2' || code === 'Q4')) return { every: 'quarter', doubtful: true };
  return { every: 'periods', periods: codes as PeriodCode[] };
}

/** `định kỳ …`, `hằng …`, `báo cáo quý, 6 tháng và năm`, or a bare list that can only be report periods. */
function readList(text: Text, at: number): Read<AtomBody> | undefined {
  const lead = text.skip(at, INTRODUCTION);
  const list = readItems(text, lead);
  if (!list) return undefined;
  const introduced = lead > at || readEach(text, at) !== undefined || text.isSign(list.next, '(');
  if (!introduced && !isOwnList(list.value)) return undefined;
  const everys = lead > at && text.after(lead - 2, PERIODICALLY) ? soleMonths(list.value) : undefined;
  const about = text.after(at, ABOUT) > 0;
  return { value: { is: 'every', list: everys ?? everysOf(list.value), about, strong: true }, next: list.next };
}

const isOwnList = (items: readonly Item[]): boolean =>
  (items.length > 3 && items.every((item) => item.startsWith('Q'))) ||
  (items.length > 1 &&
    items.some((item) => item === 'H1' || item === 'H2' || item === '9M') &&
    items.some((item) => item !== 'H1'));

/** "Định kỳ 6 tháng" alone is every half-year, not one cumulative period. */
const soleMonths = (items: readonly Item[]): readonly Every[] | undefined =>
  items.length === 1 && items[0] === 'H1' ? [{ every: 'half' }] : undefined;

const ONCE = phrases('một lần|01 lần|1 lần|/ lần|/ 1 lần|/ 01 lần|/ một lần|lần');
const AT_LEAST = phrases('ít nhất|tối thiểu|không ít hơn|tổ chức|báo cáo|họp|thực hiện|kiểm tra');
const PER = phrases('/|mỗi|trong|trong mỗi|một|trong một|hằng|mỗi một|trên');

interface Count {
  readonly count: number;
  readonly unit: Frequency;
}

/** `03 tháng`. */
function readCount(text: Text, at: number): Read<Count> | undefined {
  const count = readNumber(text, at);
  const unit = count ? unitAt(text, count.next) : undefined;
  return count && unit && count.value >= 1 && count.value <= 120
    ? { value: { count: count.value, unit: unit.value }, next: unit.next }
    : undefined;
}

/** `03 tháng một lần`, `2 tuần/lần`, `định kỳ 03 tháng`. */
function readInterval(text: Text, at: number): Read<AtomBody> | undefined {
  const lead = text.skip(at, PERIODICALLY);
  const each = text.after(lead, EACH) || text.after(lead, BY) || lead;
  const term = readCount(text, each);
  if (!term) return undefined;
  const once = text.after(term.next, ONCE);
  const introduced = each > lead || (lead > at && term.value.unit !== 'day');
  if (!once && !introduced) return undefined;
  return { value: one(intervalOf(term.value)), next: once || term.next };
}

const one = (every: Every): AtomBody => ({ is: 'every', list: [every], about: false, strong: true });

function intervalOf({ count, unit }: Count): Every {
  if (count === 1) return { every: unit };
  if (unit === 'month' && count === 3) return { every: 'quarter' };
  if (unit === 'month' && count === 6) return { every: 'half' };
  if (unit === 'month' && count === 12) return { every: 'year' };
  return { every: unit, interval: count };
}

/** `02 lần/ngày`, `mỗi năm ít nhất 02 lần`, `1 lần/6 tháng`. */
function readTimes(text: Text, at: number): Read<AtomBody> | undefined {
  const before = readEach(text, at) ?? readPerBefore(text, at);
  const times = readNumberOfTimes(text, before ? text.skip(before.next, AT_LEAST) : at);
  if (!times) return undefined;
  if (before) return { value: manyTimes(times.value, { every: before.value }), next: times.next };
  const after = readPerAfter(text, times.next);
  return after && { value: manyTimes(times.value, after.value), next: after.next };
}

function readNumberOfTimes(text: Text, at: number): Read<number> | undefined {
  const times = readNumber(text, at);
  const next = times ? text.after(times.next, TIMES) : 0;
  return times && next && times.value >= 1 && times.value <= 100 ? { value: times.value, next } : undefined;
}

const manyTimes = (times: number, every: Every): AtomBody => one(times === 1 ? every : { ...every, times });

const ONE_OF = phrases('một|01|1');

/** `một năm` before "hai lần". */
function readPerBefore(text: Text, at: number): Read<Frequency> | undefined {
  const start = text.after(at, ONE_OF);
  const unit = start ? unitAt(text, start) : undefined;
  return unit && readNumber(text, unit.next) ? unit : undefined;
}

function readPerAfter(text: Text, at: number): Read<Every> | undefined {
  const per = text.skip(at, PER);
  if (per === at) return undefined;
  const unit = unitAt(text, per);
  if (unit) return { value: { every: unit.value }, next: unit.next };
  const term = readCount(text, per);
  return term && { value: intervalOf(term.value), next: term.next };
}

/** Any wording of how often. */
export const readEvery = (text: Text, at: number): Read<AtomBody> | undefined =>
  readTimes(text, at) ?? readLoneInterval(text, at) ?? readList(text, at);

/** An interval, unless it opens a list of report periods ("định kỳ 6 tháng, 9 tháng và năm"). */
function readLoneInterval(text: Text, at: number): Read<AtomBody> | undefined {
  const interval = readInterval(text, at);
  if (!interval) return undefined;
  const list = readList(text, at);
  return list && list.next > interval.next ? list : interval;
}

/** The word "định kỳ" with nothing that says how often. */
export function readPeriodically(text: Text, at: number): Read<AtomBody> | undefined {
  const next = text.after(at, PERIODICALLY);
  return next ? { value: { is: 'periodically' }, next } : undefined;
}

const SUFFIX = phrases('hằng|mỗi|của hằng|của mỗi|các|của các|từng|trong');

/** `hằng năm` right after a date. */
export function readEverySuffix(text: Text, at: number): Read<Every> | undefined {
  const start = text.after(at, SUFFIX);
  const unit = start && !text.after(at, INSIDE) ? unitAt(text, start) : undefined;
  if (!unit || (text.after(at, ALL) > 0 && text.after(unit.next, LATER) > 0)) return undefined;
  return { value: { every: unit.value }, next: unit.next };
}
const ALL = phrases('các|của các');
const INSIDE = phrases('trong');
const LATER = phrases('tiếp theo|sau|tiếp|kế tiếp');
