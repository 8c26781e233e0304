import type { OrganisationChanges } from '#contracts';
import type { LocalDate } from '#engine';
import { Query } from '@nestjs/cqrs';

/** What becomes otherwise in the organisation from one day to another. */
export class GetOrganisationChanges extends Query<OrganisationChanges> {
  constructor(
    readonly tenant: string,
    readonly first: LocalDate,
    readonly last: LocalDate,
  ) {
    super();
  }
}
