import type { Doer } from '#contracts';
import type { PlanId, UnitId } from '#engine';

/** Who asks for a write, and under which key it may be repeated. */
export interface WriteScope {
  readonly tenant: string;
  /** The unit that acts. */
  readonly actor: UnitId;
  /** The same key again carries nothing out a second time and gives the same answer. */
  readonly idempotencyKey?: string;
  /** Fingerprint of the request: the same key with another one is refused. */
  readonly fingerprint?: string;
  /** Who acts, and by what right; told of where somebody is signed in. */
  readonly by?: Doer;
}

/** A write of the house itself, in no unit's name. */
export type HouseScope = Omit<WriteScope, 'actor'>;

/** A write to one unit plan. */
export interface UnitPlanTarget extends WriteScope {
  /** The plan at the top of the cascade. */
  readonly plan: PlanId;
  readonly unit: UnitId;
  /** The version that the actor saw; another one is refused. Absent: whatever is newest. */
  readonly expectedVersion?: number;
}

/** The part of a scope that the log is told. */
export const keyOf = ({
  idempotencyKey,
  fingerprint,
  by,
}: HouseScope): Pick<HouseScope, 'idempotencyKey' | 'fingerprint' | 'by'> => ({
  ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  ...(fingerprint === undefined ? {} : { fingerprint }),
  ...(by === undefined ? {} : { by }),
});
