import type { Knowledge } from '#application';
import { type Directory, type Instant, localDateOf, type PlanId, type UnitId } from '#engine';
import { type AppendOptions, type EventStore, type RecordedEvent, ConcurrencyConflict } from '#event-store';
import {
  endLoan,
  foldPerson,
  type GrantId,
  type LoanDecision,
  type Person,
  type RightsDecision,
  rightsOf,
  type Subject,
  type TimedUserEvent,
  type UserEvent,
  type UserId,
  userStream,
} from '#identity';
import { RightsRefused } from './right-faults.js';

/** How a subject came in. */
export interface Entry {
  readonly isStrong: boolean;
  readonly mayWrite: boolean;
}

const ATTEMPTS = 5;

/** What people may do, as the log tells it: read anew for each question, so that a right taken back is gone at once. */
export class People {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  async person(tenant: string, user: UserId): Promise<Person> {
    return (await this.read(tenant, user)).person;
  }

  async persons(tenant: string, users: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>> {
    if (users.length === 0) return new Map();
    const read = await this.store.readStreams(tenant, users.map(userStream));
    return new Map(users.map((user) => [user, foldPerson(user, timed(read.get(userStream(user)) ?? []))]));
  }

  /** Somebody with all their rights at an instant. */
  async subject(tenant: string, user: UserId, { at, ...entry }: Entry & { readonly at: Instant }): Promise<Subject> {
    const person = await this.person(tenant, user);
    const lenders = await this.persons(tenant, [...new Set([...person.borrowed.values()].map(({ what }) => what.giver))]);
    const rights = rightsOf(person, (giver) => lenders.get(giver), at);
    return { user, isBlocked: person.isBlocked, rights, ...entry };
  }

  /** The organisation on the day of an instant. */
  organisation(tenant: string, at: Instant): Promise<Directory> {
    return this.knowledge.of(tenant).directory(localDateOf(at));
  }

  /** Every unit that there is or was. */
  async units(tenant: string): Promise<Iterable<UnitId>> {
    return (await this.knowledge.of(tenant).organisation()).history.lives.keys();
  }

  /** Who issued a plan; undefined where there is no such plan. */
  async issuer(tenant: string, plan: string): Promise<UnitId | undefined> {
    return (await this.knowledge.of(tenant).issued(plan as PlanId))?.ref.issuer;
  }

  /**
   * Decides about a person and records what comes of it.
   * @throws RightsRefused
   */
  async change(
    tenant: string,
    user: UserId,
    { decide, at, ...options }: { readonly decide: (person: Person) => RightsDecision; readonly at: Instant } & AppendOptions,
  ): Promise<number> {
    return again(async () => {
      const { person, version } = await this.read(tenant, user);
      const decision = decide(person);
      if (!decision.ok) throw new RightsRefused(decision.code);
      const write = { stream: userStream(user), expected: version, events: decision.events.map((event) => newEvent(event, at)) };
      return (await this.store.append(tenant, decision.events.length === 0 ? [] : [write], options)).position;
    });
  }

  /** Lends, or ends a loan: both streams in one append. @throws RightsRefused */
  async loan(
    tenant: string,
    { lender, borrower }: { readonly lender: UserId; readonly borrower: UserId },
    {
      decide,
      at,
      ...options
    }: { readonly decide: (lender: Person, borrower: Person) => LoanDecision; readonly at: Instant } & AppendOptions,
  ): Promise<number> {
    return again(async () => {
      const [giver, taker] = [await this.read(tenant, lender), await this.read(tenant, borrower)];
      const decision = decide(giver.person, taker.person);
      if (!decision.ok) throw new RightsRefused(decision.code);
      const { lent, borrowed } = decision.loan;
      const writes = [
        { stream: userStream(lender), expected: giver.version, events: lent.map((event) => newEvent(event, at)) },
        { stream: userStream(borrower), expected: taker.version, events: borrowed.map((event) => newEvent(event, at)) },
      ].filter(({ events }) => events.length > 0);
      return (await this.store.append(tenant, writes, options)).position;
    });
  }

  /** Ends a loan of somebody's, for both sides. @throws RightsRefused */
  async endLoan(
    tenant: string,
    { user, delegation }: { readonly user: UserId; readonly delegation: GrantId },
    at: Instant,
  ): Promise<number> {
    const person = await this.person(tenant, user);
    const held = person.lent.get(delegation) ?? person.borrowed.get(delegation);
    if (!held) throw new RightsRefused('rights.unknown');
    const { giver, receiver } = held.what;
    const decide = (lender: Person, borrower: Person): LoanDecision => {
      const [lent, borrowed] = [endLoan(lender, delegation, user), endLoan(borrower, delegation, user)];
      if (!lent.ok) return lent;
      return borrowed.ok ? { ok: true, loan: { lent: lent.events, borrowed: borrowed.events } } : borrowed;
    };
    return this.loan(tenant, { lender: giver, borrower: receiver }, { decide, at });
  }

  private async read(tenant: string, user: UserId): Promise<{ readonly person: Person; readonly version: number }> {
    const events = await this.store.readStream(tenant, userStream(user));
    return { person: foldPerson(user, timed(events)), version: events.at(-1)?.version ?? 0 };
  }
}

const timed = (events: readonly RecordedEvent[]): readonly TimedUserEvent[] =>
  events.map(({ type, data, at }) => ({ type, data, at }) as TimedUserEvent);

const newEvent = ({ type, data }: UserEvent, at: Instant) => ({ type, v: 1, data, because: null, at, actor: null });

/** Somebody else may have changed the same person meanwhile. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || attempt >= ATTEMPTS) throw error;
    }
  }
}
