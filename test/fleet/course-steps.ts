import type { EscalationRule, FollowUpRule, Instant, LocalDate, PlanId } from '#engine';
import { naiveAdd } from './naive-dates.js';

/** An obligation as the log tells of it, read with none of the engine's own code. */
export interface Told {
  readonly source: PlanId;
  readonly time: string | undefined;
  due: LocalDate | null;
  generation: number;
  since: Instant;
  returnedAt: Instant | null;
  doneAt: Instant | null;
  /** Waiting for something outside. */
  asleep: boolean;
  suspended: boolean;
  ended: boolean;
}

/** A step of the ladder, or a consequence. */
export interface Timed {
  readonly name: string;
  readonly when: 'before' | 'after' | 'on-time';
  readonly term: EscalationTerm | null;
  /** For what is done in time, instead of for what is not done. */
  readonly forDone: boolean;
  readonly demands: boolean;
}
type EscalationTerm = Pick<EscalationRule, 'amount'> & { readonly unit: NonNullable<FollowUpRule['term']>['unit'] };

const SHORT: Readonly<Record<string, string>> = { day: 'd', workday: 'wd', week: 'w', month: 'm' };

/** For what was in by the last moment. */
export function whenDone(nominal: Instant, told: Told): Instant | null {
  if (told.doneAt === null || told.doneAt >= lastMoment(told)) return null;
  return nominal > told.since ? nominal : told.since;
}

/** For what is not in: later where it was in somebody else's hands then, but for reminders. */
export function whenOpen({ when }: Timed, nominal: Instant, { doneAt, returnedAt, since }: Told): Instant | null {
  if (doneAt !== null) return null;
  const inHand = returnedAt !== null && returnedAt > since ? returnedAt : since;
  if (nominal >= inHand) return nominal;
  return when === 'after' ? inHand : null;
}

export const midnight = (date: LocalDate): Instant => `${date}T00:00:00+07:00` as Instant;

/** The first moment that is too late. */
const lastMoment = ({ due, time }: Told): Instant =>
  time === undefined ? midnight(naiveAdd(due ?? ('' as LocalDate), 1)) : (`${due}T${time}:00+07:00` as Instant);

export const timedStep = ({ step, when, amount, unit }: EscalationRule): Timed => ({
  name: step,
  when,
  term: { amount, unit },
  forDone: false,
  demands: false,
});

export function timedConsequence({ when, term, action }: FollowUpRule): Timed {
  const stem = term === null ? when : `${when}-${term.amount}${SHORT[term.unit]}`;
  const demands = action === 'demand-explanation';
  return { name: `${stem}-${action}`, when, term, forDone: when === 'on-time' || action === 'commend', demands };
}
