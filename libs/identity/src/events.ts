import type { Instant, LocalDate, UnitId } from '#engine';
import type { Role } from './roles.js';

/** Opaque: says nothing of who it is. */
export type UserId = string & { readonly __brand: 'UserId' };

/** Identity of a grant or of a delegation, unique in the house. */
export type GrantId = string & { readonly __brand: 'GrantId' };

/** `unit`: acts for that unit alone. `subtree`: also for the units below it. What is below is seen either way. */
export type Reach = 'unit' | 'subtree';

/** A role of a unit over days. */
export interface Grant {
  readonly id: GrantId;
  readonly role: Role;
  /** Null: the whole house. */
  readonly unit: UnitId | null;
  readonly reach: Reach;
  readonly from: LocalDate;
  /** First day on which it no longer counts; null: until taken back. */
  readonly until: LocalDate | null;
}

/** A grant lent to somebody for an absence. */
export interface Delegation {
  readonly id: GrantId;
  readonly grant: GrantId;
  readonly giver: UserId;
  readonly receiver: UserId;
  readonly from: LocalDate;
  /** First day on which it no longer counts. */
  readonly until: LocalDate;
}

/** Who let it happen: a user, or null where it was the installation itself (its first start, a demonstration). */
interface By {
  readonly by: UserId | null;
}

/** What is recorded in a person's stream. No name, no number: those can be erased, the log cannot. */
export type UserEvent =
  | { readonly type: 'UserAdmitted'; readonly data: By & { readonly user: UserId } }
  | { readonly type: 'UserBlocked'; readonly data: By & { readonly user: UserId } }
  | { readonly type: 'UserUnblocked'; readonly data: By & { readonly user: UserId } }
  | { readonly type: 'RoleGranted'; readonly data: By & { readonly user: UserId; readonly grant: Grant } }
  | { readonly type: 'RoleRevoked'; readonly data: By & { readonly user: UserId; readonly grant: GrantId } }
  | { readonly type: 'RoleLent'; readonly data: Delegation }
  | { readonly type: 'RoleBorrowed'; readonly data: Delegation }
  | { readonly type: 'LoanEnded'; readonly data: By & { readonly user: UserId; readonly delegation: GrantId } };

/** A user event with the instant at which it took effect. */
export type TimedUserEvent = UserEvent & { readonly at: Instant };

/** Begins the names of all streams of people. */
export const USER_STREAMS = 'user/';

/** The stream of one person. */
export const userStream = (user: UserId): string => `${USER_STREAMS}${user}`;
