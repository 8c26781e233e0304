import type { Clock } from '#application';
import type { Doer, RowScope } from '#contracts';
import type { Instant, UnitId } from '#engine';
import {
  type Action,
  type Decision,
  decide,
  type Organisation,
  type Role,
  type RowQuestion,
  rowScope,
  type Subject,
  topOf,
  type UserId,
  visibleUnits,
} from '#identity';
import type { EntryBook, KeptSession } from '#persistence';
import type { FastifyRequest } from 'fastify';
import { bearerOf, sessionSecretOf } from './cookies.js';
import type { People } from './people.js';
import { csrfOf, hashOf } from './secrets.js';

/** Whoever asks, and how they came in. */
export interface Asker {
  readonly subject: Subject;
  readonly by: 'session' | 'token' | 'door';
  /** The session; null for programs and for whoever came through the door. */
  readonly session: KeptSession | null;
  /** What pages of the session send with each write. */
  readonly csrf: string | null;
}

/** Lets in whoever shows nothing, as somebody: for demonstrations on the own machine, and for tests. */
export type Door = (request: FastifyRequest) => Subject | undefined;

/** Longest pause in a session, and its longest life, in seconds. */
export const SESSION_S = { idle: 3_600, whole: 12 * 3_600 } as const;
/** A session's last use is written down this often, in seconds. */
const TOUCH_S = 60;

export interface AccessParts {
  readonly people: People;
  readonly clock: Clock;
  /** None: nobody has an account. */
  readonly entries?: EntryBook | undefined;
  readonly door?: Door | undefined;
  /** Whether browsers come over TLS. */
  readonly isSecure: boolean;
  /** Roles that count only with a second factor here; those that do everywhere unless told. */
  readonly guarded?: readonly Role[] | undefined;
}

/** What decides which rows a request may touch. */
export interface RowsAsked extends Omit<RowQuestion, 'organisation' | 'known'> {
  /** A list of whatever may be seen. */
  readonly isList: boolean;
}

/** Somebody, and the house they look at. */
export interface Standing {
  readonly tenant: string;
  readonly subject: Subject;
  readonly organisation: Organisation;
  /** Every unit that there is or was. */
  readonly known: Iterable<UnitId>;
}

/** Whether a session is used by what is asked: it ends after a pause. */
interface Use {
  readonly isUse: boolean;
}

const NOWHERE: Organisation = { units: new Map(), isWithin: () => false, succession: () => undefined };

/** Who asks, and what they may do. */
export class Access {
  private readonly askers = new WeakMap<FastifyRequest, Asker>();
  private readonly seen = new WeakMap<FastifyRequest, readonly UnitId[] | null>();
  private readonly doers = new WeakMap<FastifyRequest, Doer>();

  constructor(private readonly parts: AccessParts) {}

  /** Finds out who asks. A token or cookie that does not count is nobody's, and does not fall back to the door. */
  async recognise(request: FastifyRequest, tenant: string): Promise<Asker | undefined> {
    const asker = await this.find(request, tenant, { isUse: true });
    if (asker) this.askers.set(request, asker);
    return asker;
  }

  /** Who was recognised. */
  askerOf(request: FastifyRequest): Asker | undefined {
    return this.askers.get(request);
  }

  /** Remembers by what right somebody does what is asked for: the first that was needed. */
  noteRight(request: FastifyRequest, { subject }: Asker, decisions: readonly Decision[]): void {
    const right = decisions.find((decision) => decision.allowed);
    if (!right?.allowed) return;
    const { role, grant, lender } = right;
    this.doers.set(request, { person: subject.user, role, grant, ...(lender && { lender }) });
  }

  /** Who does what is asked for, for the log; undefined where nothing was decided. */
  doerOf(request: FastifyRequest): Doer | undefined {
    return this.doers.get(request);
  }

  /** The units whose work a list may show; null for all of them. None where nothing was decided. */
  seenBy(request: FastifyRequest): readonly UnitId[] | null {
    const seen = this.seen.get(request);
    return seen === undefined ? [] : seen;
  }

  /** Has a list show one unit that a decision allowed. */
  showOnly(request: FastifyRequest, unit: UnitId): void {
    this.seen.set(request, [unit]);
  }

  /** Decides about one unit, or none. */
  async decide(
    tenant: string,
    subject: Subject | undefined,
    { action, unit }: { action: Action; unit: UnitId | null },
  ): Promise<Decision> {
    const organisation = await this.organisation(tenant, subject);
    return decide(subject, { action, resource: { unit }, organisation });
  }

  /** Decides whether a list may be shown at all, and remembers which units of it. */
  async decideList(
    tenant: string,
    subject: Subject | undefined,
    { action, request }: { action: Action; request: FastifyRequest },
  ): Promise<Decision> {
    const organisation = await this.organisation(tenant, subject);
    if (!subject) return decide(subject, { action, resource: { unit: null }, organisation });
    const known = await this.parts.people.units(tenant);
    const units = visibleUnits(subject, { action, organisation, known });
    const [first = null] = units ?? [topOf(organisation)];
    const decision = decide(subject, { action, resource: { unit: first }, organisation });
    if (decision.allowed) this.seen.set(request, units);
    return decision;
  }

  /** Whether whoever opened an answer that goes on may still have it: not after signing out, a block, a right taken back. No use of a session. */
  async stillMay(request: FastifyRequest, tenant: string, action: Action): Promise<boolean> {
    const asker = await this.find(request, tenant, { isUse: false });
    return (await this.decide(tenant, asker?.subject, { action, unit: null })).allowed;
  }

  /**
   * How whoever opened an answer that goes on stands now, for what they see of the house; undefined where they are nobody any more, or
   * may not have it. No use of a session.
   */
  async standing(request: FastifyRequest, tenant: string, action: Action): Promise<Standing | undefined> {
    const asker = await this.find(request, tenant, { isUse: false });
    if (!asker || !(await this.decide(tenant, asker.subject, { action, unit: null })).allowed) return undefined;
    const { subject } = asker;
    const organisation = await this.organisation(tenant, subject);
    return { tenant, subject, organisation, known: await this.parts.people.units(tenant) };
  }

  /** The rows that a subject's rights reach; worked out beside the decision, for the database to hold to. */
  async rowScope(subject: Subject, { isList, ...asked }: RowsAsked): Promise<RowScope> {
    const organisation = await this.organisation(asked.tenant, subject);
    const known = isList ? { known: await this.parts.people.units(asked.tenant) } : {};
    return rowScope(subject, { ...asked, ...known, organisation });
  }

  private organisation(tenant: string, subject: Subject | undefined): Promise<Organisation> | Organisation {
    const isNeeded = subject?.rights.some(({ grant }) => grant.unit !== null) ?? false;
    return isNeeded ? this.parts.people.organisation(tenant, this.parts.clock.now()) : NOWHERE;
  }

  private async find(request: FastifyRequest, tenant: string, { isUse }: Use): Promise<Asker | undefined> {
    const { entries, door, isSecure } = this.parts;
    const [secret, token] = [sessionSecretOf(request, isSecure), bearerOf(request)];
    if (request.headers.authorization !== undefined) return token && entries ? this.byToken(entries, tenant, token) : undefined;
    if (secret !== undefined) {
      const asker = entries && (await this.bySession(entries, tenant, { secret, isUse }));
      if (asker) return asker;
    }
    const subject = door?.(request);
    return subject && { subject, by: 'door', session: null, csrf: null };
  }

  private async bySession(
    entries: EntryBook,
    tenant: string,
    { secret, isUse }: Use & { readonly secret: string },
  ): Promise<Asker | undefined> {
    const now = this.parts.clock.now();
    const session = await entries.session(tenant, hashOf(secret), { now, seenSince: earlier(now, SESSION_S.idle) });
    if (!session) return undefined;
    if (isUse && Date.parse(session.seenAt) <= Date.parse(now) - TOUCH_S * 1_000)
      await entries.touchSession(tenant, session.hash, now);
    const subject = await this.subjectOf(tenant, session.account, { isStrong: session.isStrong, mayWrite: true });
    return { subject, by: 'session', session, csrf: csrfOf(secret) };
  }

  private async byToken(entries: EntryBook, tenant: string, secret: string): Promise<Asker | undefined> {
    const token = await entries.token(tenant, hashOf(secret), this.parts.clock.now());
    if (!token) return undefined;
    const { isStrong, mayWrite } = token;
    return {
      subject: await this.subjectOf(tenant, token.account, { isStrong, mayWrite }),
      by: 'token',
      session: null,
      csrf: null,
    };
  }

  /** Somebody with all their rights as they stand now. */
  async subjectOf(
    tenant: string,
    user: string,
    entry: { readonly isStrong: boolean; readonly mayWrite: boolean },
  ): Promise<Subject> {
    const { people, clock, guarded = [] } = this.parts;
    return { ...(await people.subject(tenant, user as UserId, { ...entry, at: clock.now() })), guarded };
  }
}

/** An instant some seconds earlier. */
export const earlier = (now: Instant, seconds: number): string => new Date(Date.parse(now) - seconds * 1_000).toISOString();

/** An instant some seconds later. */
export const later = (now: Instant, seconds: number): string => earlier(now, -seconds);
