import { holidaysOff, type LocalDate } from '#engine';

/** Weekdays off in a year that no decree covers yet: the holidays of the law, in order. */
export const daysOffByLaw = (year: number): readonly LocalDate[] => [...holidaysOff(year).keys()].toSorted();
