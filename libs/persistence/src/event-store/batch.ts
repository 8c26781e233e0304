import type { AppendOptions, StreamWrite } from '#event-store';

/** One append as it goes from step to step. */
export interface Batch {
  readonly tenant: string;
  readonly writes: readonly StreamWrite[];
  readonly options: AppendOptions;
}
