import {
  addDays,
  addMonths,
  endOfMonth,
  recurrences,
  type DeadlineForm,
  type DeadlineRule,
  type LocalDate,
  type Term,
  type TermUnit,
} from '#engine';
import { countBetween, countFrom, daysEvidence, rolled, type Counted } from './counting.js';
import type { AnyStatement } from './explanation.js';
import { say } from './statement.js';
import type { LoggedCalendar } from './why-log.js';
import type { DueFacts, Start } from './words/due-words.js';

/** What a rule is counted with. */
export interface Ground {
  readonly issuedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  /** The day on which what it waits for happened. */
  readonly startedOn: LocalDate | null;
  readonly horizon: LocalDate;
  /** Label of the period of recurring work. */
  readonly label: string | null;
  readonly calendar: LoggedCalendar;
}

/** How a date comes about, step by step; null where the rule gives none. */
export interface Reckoning {
  readonly steps: readonly AnyStatement[];
  readonly end: LocalDate | null;
}

const NOTHING: Reckoning = { steps: [], end: null };
const one = (step: AnyStatement, end: LocalDate): Reckoning => ({ steps: [step], end });

type Of<K extends DeadlineForm> = Extract<DeadlineRule, { readonly kind: K }>;

const none = (): Reckoning => NOTHING;

/** How each form of deadline is counted. */
const FORMS: { readonly [K in Exclude<DeadlineForm, 'then'>]: (rule: Of<K>, ground: Ground) => Reckoning } = {
  before: named,
  by: named,
  quarter: ({ year, quarter }) => {
    const end = endOfMonth(year, quarter * 3);
    const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as LocalDate;
    return one(say('count.period', { rule: 'quarter', from, until: end, end }), end);
  },
  window: ({ from, until }) => one(say('count.period', { rule: 'window', from, until, end: until }), until),
  within: termOf,
  after: termOf,
  ahead: termOf,
  recurring: occurrence,
  'on-event': sinceEvent,
  'until-event': (_, ground) => (ground.startedOn === null ? NOTHING : named({ kind: 'by', date: ground.startedOn }, ground)),
  'on-request': none,
  provisional: none,
  standing: none,
  'as-regulated': none,
};

/** Counts a rule day by day, as a person would with a calendar. It does not use the engine's own arithmetic of deadlines. */
export function reckon(rule: DeadlineRule, ground: Ground): Reckoning {
  if (rule.kind === 'then') return reckon(rule.first, ground);
  return (FORMS[rule.kind] as (rule: DeadlineRule, ground: Ground) => Reckoning)(rule, ground);
}

function named(rule: DeadlineRule & { kind: 'before' | 'by' }, { calendar }: Ground): Reckoning {
  const { kind, date, time = null } = rule;
  const inclusive = kind === 'by' || rule.inclusive === true || time !== null;
  const end = inclusive ? date : addDays(date, -1);
  return settled(
    one(say('count.named', { word: kind, named: date, inclusive, time, end }), end),
    rule.dayOff ?? 'none',
    calendar,
  );
}

function termOf(rule: DeadlineRule & { kind: 'within' | 'after' | 'ahead' }, ground: Ground): Reckoning {
  if (rule.kind !== 'within') {
    const from = { start: rule.date, startIs: 'named' } as const;
    const amount = rule.kind === 'ahead' ? -rule.amount : rule.amount;
    return settled(
      term({ ...rule, amount }, from, ground),
      rule.dayOff ?? (rule.kind === 'ahead' ? 'none' : 'next'),
      ground.calendar,
    );
  }
  const issue = ground.startedOn === null ? 'issue' : 'event';
  const startIs = rule.from === 'issue' ? issue : 'receipt';
  const start = rule.from === 'issue' ? (ground.startedOn ?? ground.issuedOn) : ground.receivedOn;
  return start === null ? NOTHING : settled(term(rule, { start, startIs }, ground), rule.dayOff ?? 'next', ground.calendar);
}

/** A term after a day, with its own last day moved off a day off. */
export const termAfter = (length: Term, from: From, calendar: LoggedCalendar): Reckoning =>
  settled(term(length, from, { calendar }), 'next', calendar);

interface From {
  readonly start: LocalDate;
  readonly startIs: Start;
}

const COUNTED: Readonly<Record<TermUnit, Counted | null>> = {
  day: 'day',
  week: 'day',
  hour: 'day',
  workday: 'workday',
  workhour: 'workday',
  month: null,
  year: null,
};

/** Days in a week; hours in a day and in a working day, by which parts of days count whole. */
const daysIn = ({ amount, unit }: Term): number => {
  if (unit === 'week') return amount * 7;
  if (unit !== 'hour' && unit !== 'workhour') return amount;
  return Math.sign(amount) * Math.ceil(Math.abs(amount) / (unit === 'hour' ? 24 : 8));
};

/** Counts a term from a day that is itself not counted. */
export function term({ amount, unit }: Term, { start, startIs }: From, { calendar }: Pick<Ground, 'calendar'>): Reckoning {
  const counted = COUNTED[unit];
  if (counted === null) {
    const end = addMonths(start, unit === 'year' ? amount * 12 : amount);
    return one(say('count.term', { start, startIs, amount: Math.abs(amount), unit, counted, count: amount, end }), end);
  }
  const count = daysIn({ amount, unit });
  const { days, end } = countFrom(start, { amount: count, counted }, calendar);
  const facts = { start, startIs, amount: Math.abs(amount), unit, counted, count, end };
  return one(say('count.term', facts, { evidence: [daysEvidence(days, calendar)] }), end);
}

/** A last day that falls on a day off, moved as the rule has it. */
function settled({ steps, end }: Reckoning, policy: 'none' | 'next' | 'previous', calendar: LoggedCalendar): Reckoning {
  if (end === null || policy === 'none' || calendar.calendar.isWorkingDay(end)) return { steps, end };
  const moved = rolled(end, policy, calendar);
  const step = say('count.rolled', { from: end, policy, end: moved.end }, { evidence: [daysEvidence(moved.days, calendar)] });
  return { steps: [...steps, step], end: moved.end };
}

function sinceEvent({ term: length, direction }: DeadlineRule & { kind: 'on-event' }, ground: Ground): Reckoning {
  const { startedOn: start, calendar } = ground;
  if (start === null || length === null) return NOTHING;
  const from = { start, startIs: 'event' } as const;
  if (direction === 'before') return term({ ...length, amount: -length.amount }, from, ground);
  // "At once" is the next working day.
  return termAfter(length.amount === 0 ? { amount: 1, unit: 'workday' } : length, from, calendar);
}

function occurrence(rule: Of<'recurring'>, { issuedOn, horizon, label, startedOn }: Ground): Reckoning {
  if (label === null || (rule.event !== undefined && startedOn === null)) return NOTHING;
  const { event: _, ...dated } = rule;
  const found = recurrences(dated, issuedOn, horizon).find((each) => each.label === label);
  if (!found || found.due === null) return NOTHING;
  const end = found.due;
  const until = rule.at === undefined ? end : null;
  return one(say('count.occurrence', { label, from: found.begins, until, ...pointOf(rule), end }), end);
}

/** Where in its period the text puts the day. */
function pointOf({ at, times }: Of<'recurring'>): Pick<DueFacts['count.occurrence'], 'at' | 'day' | 'of' | 'exclusive'> {
  if (at === undefined) return { at: 'end', day: null, of: null, exclusive: false };
  const exclusive = 'exclusive' in at && at.exclusive && times === undefined;
  if (at.kind === 'month-day') return { at: 'month-day', day: at.day, of: at.of, exclusive };
  return { at: at.kind, day: at.kind === 'weekday' ? at.weekday : null, of: null, exclusive };
}

/** A clock stood still. */
export interface Still {
  readonly due: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly unit: TermUnit;
  /** The day from which the term runs, itself not counted; null for a date that is named. */
  readonly begun: LocalDate | null;
}

/** What was left of a term goes on from the day after its clock stood still. Null where that changes nothing. */
export function resumedTerm({ due, from: stopped, until, unit, begun }: Still, calendar: LoggedCalendar): Reckoning | null {
  const from = begun !== null && begun >= stopped ? addDays(begun, 1) : stopped;
  if (from > due || until < from) return null;
  const counted: Counted = unit === 'workday' || unit === 'workhour' ? 'workday' : 'day';
  const rest = countBetween(from, due, { counted, calendar });
  const left = rest.filter(({ count }) => count !== null).length;
  const on = countFrom(until, { amount: left, counted }, calendar);
  const evidence = [daysEvidence(rest, calendar), daysEvidence(on.days, calendar)];
  const step = say('count.rest', { due, from, until, counted, left, end: on.end }, { evidence });
  return counted === 'workday' ? one(step, on.end) : settled(one(step, on.end), 'next', calendar);
}

/** A term after a due date, or before it where the amount is negative; where it ends on a day off it stays. */
export function termAfterDue(
  length: Term,
  due: LocalDate,
  calendar: LoggedCalendar,
): { readonly steps: readonly AnyStatement[]; readonly end: LocalDate } {
  const { steps, end } = term(length, { start: due, startIs: 'due' }, { calendar });
  return { steps, end: end ?? due };
}
