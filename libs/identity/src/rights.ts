import { type Instant, localDateOf, type LocalDate } from '#engine';
import type { Delegation, Grant, GrantId, UserId } from './events.js';
import type { Held, Person } from './person.js';
import { isDelegable, type Role } from './roles.js';

/** A grant that somebody holds or has borrowed, and where in time it stands. */
export interface Right {
  readonly grant: Grant;
  /** Who lent it; null where it is the person's own. */
  readonly lender: UserId | null;
  readonly delegation: GrantId | null;
  /** `now`: it counts. `later` and `over` say why it does not. */
  readonly state: 'now' | 'later' | 'over';
  /** First day of the interval that decides. */
  readonly from: LocalDate;
  /** First day after it; null where it is open. */
  readonly until: LocalDate | null;
}

/** Whoever asks for something, with all their rights as they stand at an instant. */
export interface Subject {
  readonly user: UserId;
  readonly isBlocked: boolean;
  /** A second factor has been shown. */
  readonly isStrong: boolean;
  /** Roles that count only with a second factor in this installation, besides those that do everywhere. */
  readonly guarded?: readonly Role[];
  /** False where the session or token is for reading alone. */
  readonly mayWrite: boolean;
  readonly rights: readonly Right[];
}

/** Finds those who lent something to a person. */
export type Lenders = (user: UserId) => Person | undefined;

/**
 * Everything that a person was ever granted or lent, and whether it counts at an instant. What was borrowed counts while the
 * lender's own grant counts and the lender is not blocked: nobody lends what they do not have, nor what they have borrowed.
 */
export function rightsOf(person: Person, lenders: Lenders, at: Instant): readonly Right[] {
  const own = [...person.grants.values()].map((held) => ownRight(held, at));
  const borrowed = [...person.borrowed.values()].flatMap((held) => borrowedRight(held, lenders, at) ?? []);
  return [...own, ...borrowed];
}

const ownRight = (held: Held<Grant>, at: Instant): Right => ({
  grant: held.what,
  lender: null,
  delegation: null,
  state: stateOf(held, at),
  from: held.what.from,
  until: held.what.until,
});

function borrowedRight(held: Held<Delegation>, lenders: Lenders, at: Instant): Right | undefined {
  const { what: delegation } = held;
  const lender = lenders(delegation.giver);
  const lent = lender?.grants.get(delegation.grant);
  if (!lender || !lent || !isDelegable(lent.what.role)) return undefined;
  const states = [stateOf(held, at), stateOf(lent, at), ...(lender.isBlocked ? (['over'] as const) : [])];
  return {
    grant: lent.what,
    lender: lender.user,
    delegation: delegation.id,
    state: states.find((state) => state === 'over') ?? states.find((state) => state === 'later') ?? 'now',
    from: delegation.from,
    until: delegation.until,
  };
}

/** What was granted later than asked about was not there yet. */
function stateOf({ what, since, ended }: Held<Grant | Delegation>, at: Instant): Right['state'] {
  const day = localDateOf(at);
  if ((ended !== null && ended <= at) || (what.until !== null && what.until <= day)) return 'over';
  return since > at || what.from > day ? 'later' : 'now';
}
