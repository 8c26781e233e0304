import type { ClockTime } from '../ir/deadline-rule.js';
import { endOfDay, type Instant, type LocalDate } from './local-date.js';

/**
 * The instant at which a deadline ends: the clock time on its last allowed day, or 24:00 of that day (Civil Code 2015, article
 * 148), which is 00:00 of the next. The first instant that is too late. Asia/Ho_Chi_Minh, like every date.
 */
export const lastInstant = (due: LocalDate, time: ClockTime | undefined): Instant =>
  time === undefined ? endOfDay(due) : (`${due}T${time}:00+07:00` as Instant);

/** True where a deadline has ended at an instant: what happens at 16:00:00 is too late for "before 16:00", at 15:59:59 it is not. */
export const isPast = (due: LocalDate, time: ClockTime | undefined, at: Instant): boolean => at >= lastInstant(due, time);
