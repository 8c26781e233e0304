import type { Counts, ItemView, Page, PageRequest } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** What to list; `asOf` is the moment that lateness is judged for. */
export interface ItemFilter {
  readonly plan?: string;
  readonly unit?: string;
  /** Of this unit and all below it. */
  readonly within?: string;
  /** Of tasks with this number. */
  readonly task?: string;
  /** Of units of this tier. */
  readonly tier?: string;
  readonly status?: string;
  /** Those that counts count as this. */
  readonly standing?: Exclude<keyof Counts, 'total'>;
  readonly overdue?: boolean;
  /** Only of these units: those whose work the asker may see; null: of all. */
  readonly among?: readonly string[] | null;
  readonly asOf: string;
}

/** Items of all unit plans, by plan, unit, status, or only those that are overdue. */
export class ListItems extends Query<Page<ItemView>> {
  constructor(
    readonly tenant: string,
    readonly filter: ItemFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
