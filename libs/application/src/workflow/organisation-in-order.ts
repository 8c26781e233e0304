import type { Instant } from '#engine';

/** Sees to it that nobody acts in an organisation that is no more. */
export interface OrganisationInOrder {
  /**
   * Has every change of the organisation happen that took effect by an instant, as far as this process has read of them.
   * @returns false where something had to be done: what was read before is old
   */
  upTo(tenant: string, at: Instant): Promise<boolean>;
}

/** For what only reads, or works out again. */
export const AS_IT_IS: OrganisationInOrder = { upTo: async () => true };
