import type { Instant, LocalDate } from '#engine';

/** How far a run has come. */
export interface ScenarioProgress {
  /** The moment of the scenario that has been reached. */
  readonly at: Instant;
  readonly step: number;
  /** Events in the log. */
  readonly events: number;
  /** True while passing over steps of an earlier run that was interrupted. */
  readonly isReplaying: boolean;
  /** Number of the plan that has just been issued, and how many unit plans that derived or replaced. */
  readonly issued: { readonly number: string; readonly unitPlans: number } | null;
}

export interface ScenarioOptions {
  readonly tenant: string;
  /**
   * Last day that is lived through: a date, or the last allowed day of the last obligation. Without it, until nothing is left
   * to happen: what comes in late and the last steps of escalation lie after that day.
   */
  readonly until?: LocalDate | 'last-obligation';
  readonly onProgress?: (progress: ScenarioProgress) => void;
  /** Stops the run between two steps; what is recorded stays, and the next run goes on from there. */
  readonly signal?: AbortSignal;
}
