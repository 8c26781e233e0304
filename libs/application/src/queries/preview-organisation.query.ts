import type { OrganisationForeseen } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** What recording changes of the organisation would do; nothing is recorded. */
export class PreviewOrganisation extends Query<OrganisationForeseen> {
  constructor(
    readonly tenant: string,
    /** As in a file of changes. */
    readonly changes: unknown,
  ) {
    super();
  }
}
