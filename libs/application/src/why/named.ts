import type { LocalDate, PlanId, UnitId } from '#engine';

/** A unit by its id and the name that it bore on the day that is spoken of. */
export interface UnitName {
  readonly id: UnitId;
  readonly name: string;
}

/** A plan by its key, number and day of issue. */
export interface PlanName {
  readonly id: PlanId;
  readonly number: string;
  readonly issuedOn: LocalDate;
}
