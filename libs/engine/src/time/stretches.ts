import { startOfDay, type Instant, type LocalDate } from './local-date.js';

/**
 * A stretch of the calendar in which periods are opened together: a year (`2023`), or a month (`2023-04`) for what returns
 * daily or weekly. Those of one pace sort as text.
 */
export type Stretch = string & { readonly __brand: 'Stretch' };

/** How what returns is opened: a year of it at a time, or a month. */
export type Pace = 'yearly' | 'monthly';

/** Which periods are meant: those whose stretch has begun by a day (and all that is no period), or those of one stretch alone. */
export type Opening = { readonly upTo: LocalDate } | { readonly only: Stretch };

/** The stretch in which a day lies. */
export const stretchOf = (date: LocalDate, pace: Pace): Stretch => date.slice(0, pace === 'yearly' ? 4 : 7) as Stretch;

/** Whether a stretch is a year or a month. */
export const paceOf = (stretch: Stretch): Pace => (stretch.length === 4 ? 'yearly' : 'monthly');

/** 00:00 of its first day. */
export const beginningOf = (stretch: Stretch): Instant =>
  startOfDay((paceOf(stretch) === 'yearly' ? `${stretch}-01-01` : `${stretch}-01`) as LocalDate);

/** The stretch to which a period belongs: that of its first day, or of its last allowed day where that comes before it. */
export const stretchOfPeriod = (begins: LocalDate, due: LocalDate | null, pace: Pace): Stretch =>
  stretchOf(due !== null && due < begins ? due : begins, pace);

/** True where a period's stretch is among those meant; where nothing is said, all are. */
export function isOpened(opening: Opening | undefined, stretch: Stretch): boolean {
  if (opening === undefined) return true;
  return 'only' in opening ? stretch === opening.only : stretch <= stretchOf(opening.upTo, paceOf(stretch));
}

/** True where what is no period is meant as well. */
export const isWhole = (opening: Opening | undefined): boolean => opening === undefined || 'upTo' in opening;
