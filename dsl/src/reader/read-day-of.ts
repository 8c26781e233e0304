import type { DayOwner, Frequency } from './reading.js';
import { phrases, type Wordings, type Text } from './tokens.js';
import { readNumber, type Read } from './numbers.js';
import type { When } from './when.js';

/** Words that place a day in a period, and what they make of it. */
interface Owner {
  readonly words: Wordings;
  readonly every: Frequency;
  readonly of?: DayOwner;
}

const owner = (words: string, every: Frequency, of?: DayOwner): Owner =>
  of === undefined ? { words: phrases(words), every } : { words: phrases(words), every, of };

/** The period that a month belongs to, as it is named after "tháng cuối". */
const PERIODS = 'kỳ báo cáo|thuộc kỳ báo cáo|của kỳ báo cáo|kỳ|của kỳ|mỗi kỳ|mỗi kỳ báo cáo|trong kỳ báo cáo|từng kỳ báo cáo';
const QUARTERS = [
  'quý|của quý|mỗi quý|hằng quý|trong quý|của mỗi quý|từng quý|quý báo cáo|của quý báo cáo|thuộc quý|của từng quý|các quý',
  'quý trước|của quý trước|quý thuộc kỳ báo cáo|của quý thuộc kỳ báo cáo|các quý trong năm|của hằng quý',
].join('|');

const prefixed = (heads: string, tails: string): string =>
  heads
    .split('|')
    .flatMap((head) => tails.split('|').map((tail) => `${head} ${tail}`))
    .join('|');

const LAST =
  'của tháng cuối|tháng cuối|của tháng cuối cùng|tháng cuối cùng|vào tháng cuối|của tháng cuối cùng của|tháng cuối cùng của';
const FIRST = 'của tháng đầu|tháng đầu|của tháng đầu tiên|tháng đầu tiên';
const NEXT = [
  'tháng tiếp theo|tháng sau|tháng kế tiếp|tháng liền kề|tháng sau liền kề|tháng kế tiếp sau|tháng tiếp sau|tháng tới|tháng liền sau',
  'tháng kế|tháng tiếp',
].join('|');
const ofAnd = (words: string): string => `${words}|${prefixed('của', words)}`;
/** What "the next month" follows. */
const AFTER_PERIOD = [
  'sau tháng cuối cùng của kỳ báo cáo|sau tháng cuối kỳ báo cáo|sau tháng cuối của kỳ báo cáo|sau kỳ báo cáo|kỳ báo cáo|của kỳ báo cáo',
  'sau khi kết thúc kỳ báo cáo|sau tháng cuối cùng kỳ báo cáo',
].join('|');
const AFTER_QUARTER =
  'sau tháng cuối quý|sau quý báo cáo|sau tháng cuối cùng của quý|sau khi kết thúc quý|quý|của quý|sau tháng cuối của quý|sau quý';
const AFTER_MONTH = 'sau tháng kỳ báo cáo|sau tháng báo cáo|của tháng báo cáo|sau kỳ báo cáo tháng';
const NEXT_QUARTER = 'quý sau|của quý sau|quý tiếp theo|của quý tiếp theo|quý kế tiếp|của quý kế tiếp|sau quý báo cáo';

/** From the most particular to the least. */
const OWNERS: readonly Owner[] = [
  owner(prefixed(FIRST, NEXT_QUARTER), 'quarter', 'next-month'),
  owner(prefixed(LAST, QUARTERS), 'quarter', 'last-month-of-period'),
  owner(prefixed(LAST, PERIODS), 'periods', 'last-month-of-period'),
  owner(prefixed(FIRST, QUARTERS), 'quarter', 'first-month-of-period'),
  owner(prefixed(FIRST, PERIODS), 'periods', 'first-month-of-period'),
  owner(prefixed(ofAnd(NEXT), AFTER_PERIOD), 'periods', 'next-month'),
  owner(prefixed(ofAnd(NEXT), AFTER_QUARTER), 'quarter', 'next-month'),
  owner(prefixed(ofAnd(NEXT), AFTER_MONTH), 'month', 'next-month'),
  owner(ofAnd(NEXT), 'month', 'next-month'),
  owner(LAST, 'periods', 'last-month-of-period'),
  owner('của tháng đầu|của tháng đầu tiên', 'periods', 'first-month-of-period'),
  owner('hằng tháng|mỗi tháng|của mỗi tháng|các tháng|của các tháng|của hằng tháng|từng tháng|của từng tháng', 'month'),
  owner('tháng trước|của tháng trước|của tháng báo cáo|tháng báo cáo|của tháng|trong tháng|của các tháng trong năm', 'month'),
];

/** Years that a day of the year may belong to. */
const YEAR_OWNERS: readonly Owner[] = [
  owner('năm sau|của năm sau|năm tiếp theo|của năm tiếp theo|năm kế tiếp|của năm kế tiếp|năm liền kề sau', 'year', 'next-year'),
  owner('năm sau liền kề|của năm sau liền kề|năm sau năm báo cáo|của năm liền sau|năm kế tiếp năm báo cáo', 'year', 'next-year'),
  owner('năm trước|của năm trước|năm trước liền kề|của năm trước liền kề|năm trước kỳ báo cáo', 'year', 'previous-year'),
  owner('năm trước năm báo cáo|năm trước năm kế hoạch|của năm trước năm kế hoạch', 'year', 'previous-year'),
  owner(
    'năm xảy ra sự kiện|của năm xảy ra sự kiện|của năm diễn ra|năm diễn ra|của năm phát sinh|năm phát sinh',
    'year',
    'event-year',
  ),
  owner('của năm tổ chức|năm tổ chức|của năm có sự kiện|năm có sự kiện', 'year', 'event-year'),
  owner('của năm báo cáo|năm báo cáo|của năm kế hoạch|năm kế hoạch', 'year'),
];

const firstOf = (text: Text, at: number, owners: readonly Owner[]): Read<Owner> | undefined => {
  let longest: Read<Owner> | undefined;
  for (const value of owners) {
    const next = text.after(at, value.words);
    if (next > (longest?.next ?? 0)) longest = { value, next };
  }
  return longest;
};

const DAY = phrases('ngày|các ngày|mồng');
/** After these a number alone is a day: "trước 15 hằng tháng". */
const MARKED = phrases('trước|nhất|đến|vào|nhất là');
const LAST_DAY = phrases('ngày cuối cùng|ngày cuối|ngày cuối cùng của tháng cuối|ngày cuối cùng trong tháng');
const LAST_WORKDAY = phrases('ngày làm việc cuối cùng|ngày làm việc cuối');
const OF_MONTH = phrases('của tháng|tháng|hằng tháng|của hằng tháng|mỗi tháng|trong tháng|của mỗi tháng|của tháng báo cáo');
const OF_QUARTER = phrases('của quý|quý|hằng quý|mỗi quý|của mỗi quý|của hằng quý|trong quý');
const END_OF_EACH = phrases('cuối hằng|cuối mỗi|vào cuối mỗi|vào cuối hằng|cuối các');
const UNITS: readonly (readonly [Wordings, Frequency])[] = [
  [phrases('tháng'), 'month'],
  [phrases('quý'), 'quarter'],
  [phrases('năm'), 'year'],
];

const dayOf = (day: number, { every, of }: Pick<Owner, 'every' | 'of'>): Extract<When, { unit: 'day-of' }> =>
  of === undefined ? { unit: 'day-of', day, every } : { unit: 'day-of', day, every, of };

/** `ngày cuối cùng của tháng`, `cuối mỗi quý`: the last day, written -1. */
function readLastDay(text: Text, at: number): Read<When> | undefined {
  const each = text.after(at, END_OF_EACH);
  const unit = each ? UNITS.find(([words]) => text.after(each, words) > 0) : undefined;
  if (unit) return { value: dayOf(-1, endOf(unit[1])), next: each + 1 };
  const workday = text.after(at, LAST_WORKDAY);
  const start = workday || text.after(at, LAST_DAY);
  if (!start) return undefined;
  const month = text.after(start, OF_MONTH);
  const next = month || text.after(start, OF_QUARTER);
  if (!next || text.at(next).kind === 'number' || /^[ivx]+$/.test(text.at(next).key)) return undefined;
  const value = dayOf(-1, endOf(month ? 'month' : 'quarter'));
  return { value: workday ? { ...value, doubtful: true } : value, next };
}

const endOf = (every: Frequency): Pick<Owner, 'every' | 'of'> =>
  every === 'month' ? { every } : { every, of: 'last-month-of-period' };

/** A day placed in a period: `ngày 15 của tháng cuối kỳ báo cáo`, `ngày 01 của tháng tiếp theo`. */
export function readDayOf(text: Text, at: number): Read<When> | undefined {
  const last = readLastDay(text, at);
  if (last) return last;
  const named = text.after(at, DAY) || (text.after(at - 1, MARKED) ? at : 0);
  if (!named) return undefined;
  const day = readNumber(text, named);
  if (!day || day.value < 1 || day.value > 31) return undefined;
  const found = firstOf(text, day.next, OWNERS);
  if (!found || text.at(found.next).kind === 'number') return undefined;
  return { value: dayOf(day.value, found.value), next: found.next };
}

/** The year that owns the date just read: `năm sau`, `năm trước`, `của năm báo cáo`. */
export function readYearOwner(text: Text, at: number): Read<Pick<Owner, 'every' | 'of'>> | undefined {
  const found = firstOf(text, at, YEAR_OWNERS);
  return found && text.at(found.next).kind !== 'number' ? found : undefined;
}
