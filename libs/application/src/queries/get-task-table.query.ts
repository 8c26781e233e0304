import type { TaskTable } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** How a plan's items stand, by unit and task. */
export class GetTaskTable extends Query<TaskTable> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: { readonly within?: string; readonly asOf: string },
  ) {
    super();
  }
}
