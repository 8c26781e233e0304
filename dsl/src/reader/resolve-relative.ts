import { addDays, addMonths, parseLocalDate, yearOf, type LocalDate } from '#engine';
import type { RelativeAtom } from './atoms.js';
import { unknown, type Given } from './given.js';
import { daysIn, yearSaid } from './place-date.js';
import { unsure, type ByReading, type DeadlineReading, type RelativeReading } from './reading.js';

/** A century: longer terms are slips. */
const LONGEST = { day: 36_525, workday: 25_000, hour: 876_600, week: 5_218, month: 1_200, year: 100 } as const;
const WORKING_DAY_HOURS = 8;

/** The reading of a term; its last day is given where the dates known decide it. */
export function relativeReading(atom: RelativeAtom, given: Given): DeadlineReading {
  if (atom.amount > LONGEST[atom.unit]) return unknown('huge', given);
  if (atom.base) return countedFromDate(atom, given);
  const start = startOf(atom, given);
  const reading: RelativeReading = {
    kind: 'relative',
    amount: atom.amount,
    unit: atom.unit,
    ...(atom.from !== undefined && { from: atom.from }),
    direction: atom.direction,
    ...(atom.earliest && { bound: 'earliest' as const }),
  };
  return doubts(withDue(reading, start, given), atom, given);
}

function startOf({ from, own, direction, earliest }: RelativeAtom, { issuedOn, receivedOn }: Given): LocalDate | null {
  if (!own || direction === 'before' || earliest) return null;
  return from === 'issue' ? issuedOn : receivedOn;
}

function withDue(reading: RelativeReading, start: LocalDate | null, given: Given): RelativeReading {
  const counted = start === null ? undefined : count(start, reading, given);
  if (counted === undefined) return reading;
  const due = { ...reading, due: counted.due };
  return counted.due === counted.unrolled ? due : unsure(due, { ...reading, due: counted.unrolled });
}

interface Counted {
  readonly due: LocalDate;
  /** Before a last day off was moved to the next working day. */
  readonly unrolled: LocalDate;
}

/** The last day of a term; undefined outside the years of dates. */
function count(
  start: LocalDate,
  term: Pick<RelativeReading, 'amount' | 'unit' | 'direction'>,
  { calendar }: Given,
): Counted | undefined {
  const signed = term.direction === 'before' ? -term.amount : term.amount;
  try {
    if (term.unit === 'workday') {
      const due = calendar.addWorkingDays(start, signed);
      return { due, unrolled: due };
    }
    const day = parseLocalDate(plainEnd(start, signed, term.unit));
    return day && { due: signed > 0 ? calendar.rollForward(day) : day, unrolled: day };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function plainEnd(start: LocalDate, amount: number, unit: Exclude<RelativeReading['unit'], 'workday'>): LocalDate {
  switch (unit) {
    case 'hour':
      // Where only the date is known, hours run from the end of that day.
      return addDays(start, Math.ceil(amount / 24));
    case 'day':
      return addDays(start, amount);
    case 'week':
      return addDays(start, amount * 7);
    case 'month':
      return addMonths(start, amount);
    case 'year':
      return addMonths(start, amount * 12);
  }
}

/** "10 ngày trước ngày D" is a date. */
function countedFromDate(atom: RelativeAtom, given: Given): DeadlineReading {
  const { base } = atom;
  const year = base && (yearSaid(base) ?? yearOf(given.issuedOn));
  const days = base && year !== undefined ? daysIn(base, year) : undefined;
  if (!days) return unknown('noSuchDate', given);
  const counted = count(days.first, atom, given);
  if (counted === undefined) return unknown('huge', given);
  if (atom.earliest) return { kind: 'window', start: counted.unrolled, due: null };
  const reading: ByReading = { kind: 'by', due: counted.due };
  return counted.due === counted.unrolled ? reading : unsure(reading, { kind: 'by', due: counted.unrolled });
}

/** What else the words could mean: another start, working hours as days, the lesser of two amounts. */
function doubts(reading: RelativeReading, atom: RelativeAtom, given: Given): RelativeReading {
  const others: RelativeReading[] = [];
  if (atom.workHours && atom.amount % WORKING_DAY_HOURS === 0) others.push(asWorkdays(reading, startOf(atom, given), given));
  if (atom.atLeast !== undefined) others.push({ ...reading, amount: atom.atLeast });
  if (atom.from === undefined && atom.direction === 'after') others.push(...otherStarts(reading, given));
  return others.length > 0 || atom.from === undefined ? unsure(reading, ...others) : reading;
}

function asWorkdays(reading: RelativeReading, start: LocalDate | null, given: Given): RelativeReading {
  const { sure: _, alternatives: __, due: ___, ...plain } = reading;
  return withDue({ ...plain, amount: reading.amount / WORKING_DAY_HOURS, unit: 'workday' }, start, given);
}

function otherStarts(reading: RelativeReading, given: Given): RelativeReading[] {
  const from = (start: 'issue' | 'receipt', date: LocalDate | null): RelativeReading => {
    const { sure: _, alternatives: __, ...plain } = reading;
    return withDue({ ...plain, from: start }, reading.bound ? null : date, given);
  };
  return [from('issue', given.issuedOn), from('receipt', given.receivedOn)];
}
