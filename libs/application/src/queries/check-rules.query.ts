import { Query } from '@nestjs/cqrs';
import type { Checked } from '../workflow/rules-service.js';

/** Read a rules text against the organisation, the calendar and the plan it cites, and say what is wrong with it. */
export class CheckRules extends Query<Checked> {
  constructor(
    readonly tenant: string,
    readonly text: string,
  ) {
    super();
  }
}
