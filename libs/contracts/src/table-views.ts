import type { Counts, UnitView } from './views.js';

/** How items stand, by unit and task. */
export interface TaskTable {
  readonly plan: string;
  /** The unit whose subordinates are the rows. */
  readonly within: UnitView;
  readonly asOf: string;
  readonly all: Counts;
  /** In the order of their numbers; a task that a lower plan added stands among them by its own number. */
  readonly tasks: readonly { readonly task: string; readonly title: string; readonly counts: Counts }[];
  /** The unit itself, alone, and each unit directly below it together with all that lies below that one. */
  readonly rows: readonly {
    readonly unit: UnitView;
    /** False for the unit itself, whose own items alone are meant. */
    readonly withBelow: boolean;
    readonly counts: Counts;
    /** By the number of the task; absent where nobody there has it. */
    readonly tasks: Readonly<Record<string, Counts>>;
  }[];
}
