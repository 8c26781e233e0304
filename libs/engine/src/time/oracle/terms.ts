import type { DayOffPolicy, DeadlineRule, Term } from '../../ir/deadline-rule.js';
import type { Almanac } from './almanac.js';

/** The days a rule is counted from. */
export interface Received {
  readonly issuedOn: string;
  readonly receivedOn: string | null;
}

/** The last allowed day of a rule, counted off line by line; null where it has none. */
export function naiveDue(almanac: Almanac, rule: DeadlineRule, given: Received): string | null {
  const at = naivePosition(almanac, rule, given);
  return at === null ? null : almanac.line(at).text;
}

function naivePosition(almanac: Almanac, rule: DeadlineRule, given: Received): number | null {
  switch (rule.kind) {
    case 'before':
    case 'by':
      return moved(almanac, lastNamed(almanac, rule), rule.dayOff ?? 'none');
    case 'quarter':
      return almanac.days.findLastIndex(({ year, month }) => year === rule.year && Math.ceil(month / 3) === rule.quarter);
    case 'window':
      return almanac.position(rule.until);
    case 'within':
      return forward(almanac, rule.from === 'issue' ? given.issuedOn : given.receivedOn, rule);
    case 'after':
      return forward(almanac, rule.date, rule);
    case 'ahead':
      return moved(almanac, termFrom(almanac, almanac.position(rule.date), [rule, -1]), rule.dayOff ?? 'none');
    case 'then':
      return naivePosition(almanac, rule.first, given);
    default:
      return null;
  }
}

function lastNamed(almanac: Almanac, rule: DeadlineRule & { kind: 'before' | 'by' }): number {
  const named = almanac.position(rule.date);
  if (rule.kind === 'by') return named;
  return rule.inclusive === true || rule.time !== undefined ? named : named - 1;
}

function forward(almanac: Almanac, from: string | null, rule: DeadlineRule & { kind: 'within' | 'after' }): number | null {
  if (from === null) return null;
  return moved(almanac, termFrom(almanac, almanac.position(from), [rule, 1]), rule.dayOff ?? 'next');
}

function moved(almanac: Almanac, position: number, policy: DayOffPolicy): number {
  let at = position;
  while (policy !== 'none' && !almanac.line(at).isWorked) at += policy === 'next' ? 1 : -1;
  return at;
}

/** The line on which a term ends that begins at the end of a line, or, backward, the line from which it runs. */
function termFrom(almanac: Almanac, start: number, [{ amount, unit }, way]: readonly [Term, 1 | -1]): number {
  switch (unit) {
    case 'day':
      return start + way * amount;
    case 'week':
      return start + way * amount * 7;
    case 'workday':
      return almanac.workedAfter(start, way * amount);
    case 'month':
      return almanac.sameDayMonthsLater(start, way * amount);
    case 'year':
      return sameDayYearsLater(almanac, start, way * amount);
    case 'hour':
      return hours(start, [amount, 24], (position) => position + way);
    case 'workhour':
      return hours(start, [amount, 8], (position) => almanac.workedAfter(position, way));
  }
}

/** Day by day, as long as hours are left. */
function hours(start: number, [amount, inDay]: readonly [number, number], step: (position: number) => number): number {
  let at = start;
  for (let left = amount; left > 0; left -= inDay) at = step(at);
  return at;
}

/** The day of the same name in another year; 28 February for 29 February where there is none. */
function sameDayYearsLater(almanac: Almanac, start: number, years: number): number {
  const { year, text } = almanac.line(start);
  const isMissing = text.endsWith('02-29') && (year + years) % 4 !== 0;
  return almanac.position(`${year + years}${isMissing ? '-02-28' : text.slice(4)}`);
}
