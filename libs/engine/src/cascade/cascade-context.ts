import type { Directory } from '../ir/directory.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** What a cascade is derived with, besides the plan: the organisation and the calendar, each of one version. */
export interface CascadeContext {
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
}
