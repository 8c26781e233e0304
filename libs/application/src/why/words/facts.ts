import { DUE_SAYINGS, type DueFacts } from './due-words.js';
import { EXISTENCE_SAYINGS, type ExistenceFacts } from './existence-words.js';
import { NOT_SAYINGS, type NotFacts } from './not-words.js';
import { REPORT_SAYINGS, type ReportFacts } from './report-words.js';
import { STATE_SAYINGS, type StateFacts } from './state-words.js';
import { STEP_SAYINGS, type StepFacts } from './step-words.js';
import type { Sayings } from './word.js';

/** What every statement says, by its code. */
export type Facts = ExistenceFacts & DueFacts & StateFacts & ReportFacts & StepFacts & NotFacts;

/** Its sentences. */
export const SAYINGS: Sayings<Facts> = {
  ...EXISTENCE_SAYINGS,
  ...DUE_SAYINGS,
  ...STATE_SAYINGS,
  ...REPORT_SAYINGS,
  ...STEP_SAYINGS,
  ...NOT_SAYINGS,
};
