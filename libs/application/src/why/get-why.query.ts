import { Query } from '@nestjs/cqrs';
import type { WhyQuestion } from './ask.js';
import type { Explanation } from './explanation.js';

/** Why something is as it is, or is not. */
export class GetWhy extends Query<Explanation> {
  constructor(
    readonly tenant: string,
    readonly question: WhyQuestion,
  ) {
    super();
  }
}
