import type { LocalDate, PlanId, UnitId } from '#engine';
import { Query } from '@nestjs/cqrs';

/** What a draft is made for. */
export interface DraftRequest {
  readonly plan: PlanId;
  readonly unit: UnitId;
  /** Number that the unit gives its plan. */
  readonly number: string;
  /** Day of issue; today unless told. */
  readonly issuedOn?: LocalDate;
  readonly language: 'vi' | 'en';
}

/** The ready text of a unit's own plan, which carries out the plan that it follows now. */
export class GetDraft extends Query<string> {
  constructor(
    readonly tenant: string,
    readonly request: DraftRequest,
  ) {
    super();
  }
}
