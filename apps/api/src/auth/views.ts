import { type Right, rightsOf, type Person } from '#identity';
import type { Instant } from '#engine';
import type { RightDto } from './session.dto.js';

/** A right as it travels. */
export const rightView = ({ grant, lender, delegation, state, from, until }: Right): RightDto => ({
  grant: grant.id,
  role: grant.role,
  unit: grant.unit,
  reach: grant.reach,
  from,
  until,
  state,
  lentBy: lender,
  delegation,
});

/** What a person holds on their own. */
export const ownRights = (person: Person, at: Instant): RightDto[] => rightsOf(person, () => undefined, at).map(rightView);
