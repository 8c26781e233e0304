import type { RulesPublished } from '#engine';
import { Query } from '@nestjs/cqrs';

/** A published rules document: the text, verbatim, and what it was read as. */
export class GetRules extends Query<RulesPublished> {
  constructor(
    readonly tenant: string,
    readonly hash: string,
  ) {
    super();
  }
}
