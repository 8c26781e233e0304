import type { CascadeNode } from '#contracts';
import type { BranchFilter } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** The tree of a plan: who has which unit plan, down to the lowest tier. */
export class GetCascade extends Query<CascadeNode> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: BranchFilter,
  ) {
    super();
  }
}
