import type { LocalDate, WorkingCalendar } from '#engine';
import type { UnknownReading } from './reading.js';
import { WHY, type Why } from './why.js';

/** What a phrase is read with, complete. */
export interface Given {
  readonly issuedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly calendar: WorkingCalendar;
  readonly language: 'vi' | 'en';
}

/** The answer where there is none, with the reason in the reader's language. */
export const unknown = (why: Why, { language }: Pick<Given, 'language'>): UnknownReading => ({
  kind: 'unknown',
  why: WHY[why][language],
});
