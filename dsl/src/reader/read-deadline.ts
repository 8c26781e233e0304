import { parseLocalDate, workingCalendar, type LocalDate, type WorkingCalendar } from '#engine';
import { Combination } from './combine.js';
import { unknown, type Given } from './given.js';
import type { DeadlineReading } from './reading.js';
import { scan } from './scan.js';
import { Text, tokenise } from './tokens.js';

/** Characters of a phrase; longer ones are not read. */
export const LONGEST_PHRASE = 2_000;

/** What a phrase is read with. */
export interface DeadlineGiven {
  readonly issuedOn: LocalDate;
  /** When this recipient received the plan; null or absent where not known. */
  readonly receivedOn?: LocalDate | null;
  /** The days that offices work; by default weekends and the holidays of the law, projected. */
  readonly calendar?: WorkingCalendar;
  /** The language of `why`; Vietnamese by default. */
  readonly language?: 'vi' | 'en';
}

let plainCalendar: WorkingCalendar | undefined;

function complete({ issuedOn, receivedOn = null, calendar, language = 'vi' }: DeadlineGiven): Given {
  plainCalendar ??= workingCalendar({ version: 'projected', years: {} });
  return { issuedOn, receivedOn, calendar: calendar ?? plainCalendar, language };
}

/**
 * Reads a time phrase as an administrator typed it, slips and odd spacing included. Only what the phrase states, or what follows
 * by arithmetic, is filled in; where two readings are defensible the likelier one comes with `alternatives` and `sure: false`, and
 * where any reading would be a guess the answer is `unknown` with the reason. Never throws; cost linear in the phrase's length.
 */
export function readDeadline(phrase: string, given: DeadlineGiven): DeadlineReading {
  const known = complete(given);
  if (phrase.length > LONGEST_PHRASE) return unknown('tooLong', known);
  if (!isDate(known.issuedOn) || (known.receivedOn !== null && !isDate(known.receivedOn))) return unknown('badIssue', known);
  const tokens = tokenise(phrase);
  if (tokens.length === 0) return unknown('empty', known);
  const text = new Text(tokens);
  return new Combination(text, known).read(scan(text, known.issuedOn)) ?? unknown('noTime', known);
}

const isDate = (text: string): boolean => parseLocalDate(text) !== undefined;
