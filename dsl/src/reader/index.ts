export { daysOffByLaw } from './days-off.js';
export { describeReading } from './describe.js';
export { LONGEST_PHRASE, readDeadline, type DeadlineGiven } from './read-deadline.js';
export type {
  ByReading,
  CompositeReading,
  DayOwner,
  DeadlineReading,
  Doubt,
  EventReading,
  Frequency,
  PeriodCode,
  RecurringReading,
  ReferenceReading,
  RelativeReading,
  StandingReading,
  TermStart,
  TermUnitRead,
  UnknownReading,
  WindowReading,
} from './reading.js';
