import type { Instant } from '#engine';
import type { Delegation, Grant, GrantId, TimedUserEvent, UserId } from './events.js';

/** Something that held from an instant until it was taken back. */
export interface Held<T> {
  readonly what: T;
  readonly since: Instant;
  /** When it was taken back; null while it was not. */
  readonly ended: Instant | null;
}

/** All that was recorded of a person's rights. */
export interface Person {
  readonly user: UserId;
  /** False until admitted. */
  readonly isAdmitted: boolean;
  readonly isBlocked: boolean;
  readonly grants: ReadonlyMap<GrantId, Held<Grant>>;
  readonly lent: ReadonlyMap<GrantId, Held<Delegation>>;
  readonly borrowed: ReadonlyMap<GrantId, Held<Delegation>>;
}

/** Somebody of whom nothing is recorded. */
export const stranger = (user: UserId): Person => ({
  user,
  isAdmitted: false,
  isBlocked: false,
  grants: new Map(),
  lent: new Map(),
  borrowed: new Map(),
});

/** A person as their stream tells it. */
export function foldPerson(user: UserId, events: Iterable<TimedUserEvent>): Person {
  let person = stranger(user);
  for (const event of events) person = evolve(person, event);
  return person;
}

function evolve(person: Person, event: TimedUserEvent): Person {
  switch (event.type) {
    case 'UserAdmitted':
      return { ...person, isAdmitted: true };
    case 'UserBlocked':
      return { ...person, isBlocked: true };
    case 'UserUnblocked':
      return { ...person, isBlocked: false };
    case 'RoleGranted':
      return { ...person, grants: begun(person.grants, event.data.grant, event.at) };
    case 'RoleRevoked':
      return { ...person, grants: ended(person.grants, event.data.grant, event.at) };
    case 'RoleLent':
      return { ...person, lent: begun(person.lent, event.data, event.at) };
    case 'RoleBorrowed':
      return { ...person, borrowed: begun(person.borrowed, event.data, event.at) };
    case 'LoanEnded': {
      const { delegation } = event.data;
      return {
        ...person,
        lent: ended(person.lent, delegation, event.at),
        borrowed: ended(person.borrowed, delegation, event.at),
      };
    }
    default:
      return assertNever(event);
  }
}

type Holdings<T> = ReadonlyMap<GrantId, Held<T>>;

const begun = <T extends { readonly id: GrantId }>(held: Holdings<T>, what: T, since: Instant): Holdings<T> =>
  new Map([...held, [what.id, { what, since, ended: null }]]);

function ended<T>(held: Holdings<T>, id: GrantId, at: Instant): Holdings<T> {
  const found = held.get(id);
  return found && found.ended === null ? new Map([...held, [id, { ...found, ended: at }]]) : held;
}

function assertNever(event: never): never {
  throw new TypeError(`unknown user event ${JSON.stringify(event)}`);
}
