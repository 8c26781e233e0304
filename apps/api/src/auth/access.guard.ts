import { ID, NotFound } from '#application';
import type { UnitId } from '#engine';
import { actionFacts, type Decision, type UserId } from '#identity';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { headerOf } from '../http/headers.js';
import { RequestFault } from '../problems/faults.js';
import type { Log } from '../log.js';
import type { Access, Asker, RowsAsked } from './access.js';
import { EntryFault } from './entry-fault.js';
import type { People } from './people.js';
import type { RowScopes } from './row-scopes.js';
import { type Declared, type Permission, PERMISSION } from './permission.js';
import { AccessDenied } from './right-faults.js';

/** What the guard works with. */
export interface GuardParts {
  readonly access: Access;
  readonly people: People;
  readonly rows: RowScopes;
  /** Tenant of requests that name none. */
  readonly tenant: string;
  readonly log: Log;
}

/** What a request is held against. */
interface Asked extends Permission {
  readonly tenant: string;
  /** Null for a list of whatever may be seen. */
  readonly units: readonly (UnitId | null)[] | null;
}

const NO_UNITS: readonly (UnitId | null)[] = [];

/** What decides which rows a request may touch. */
function rowsAsked({ params, query }: FastifyRequest, { tenant, action, about, units }: Asked): RowsAsked {
  const { plan, user } = params as { readonly plan: string; readonly user: UserId };
  const [first = null] = units ?? NO_UNITS;
  const asked = { tenant, action, units: units ?? NO_UNITS, isList: units === null };
  switch (about) {
    case 'plan': {
      const { within } = query as { within?: UnitId };
      return { ...asked, ...(first && { plan: { id: plan, issuer: first } }), ...(within !== undefined && { within }) };
    }
    case 'list':
      return { ...asked, ...(first && { within: first }) };
    case 'user':
    case 'held':
      return { ...asked, user };
    default:
      return asked;
  }
}

/** One's own account is looked after at the entrance: whoever is signed in reaches it, and nobody else's. */
const isAccount = (action: Permission['action']): boolean => actionFacts(action).measure === 'self' && action !== 'role.delegate';

const DENIED = { vi: 'Đã từ chối một yêu cầu.', en: 'A request was denied.' };

/** Lets a request through where the policy says yes. A route that does not say what it needs is nobody's. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly parts: GuardParts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = this.reflector.get<Declared | undefined>(PERMISSION, context.getHandler());
    if (declared === 'open') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asker = this.parts.access.askerOf(request);
    if (!declared || !asker) throw new EntryFault('access.not-signed-in');
    const asked = await this.asked(request, declared);
    const decisions = await this.decisions(request, asker, asked);
    for (const decision of decisions) this.check(decision, asker, request);
    this.parts.access.noteRight(request, asker, decisions);
    await this.hold(request, asker, asked);
    return true;
  }

  private check(decision: Decision, { subject }: Asker, request: FastifyRequest): void {
    if (decision.allowed) return;
    const { action, code, unit } = decision;
    this.parts.log({
      level: 'info',
      message: DENIED,
      traceId: request.id,
      facts: { user: subject.user, action, reason: code, unit: unit ?? '' },
    });
    throw new AccessDenied(decision);
  }

  private async asked(request: FastifyRequest, { action, about }: Permission): Promise<Asked> {
    const { tenant: byDefault } = this.parts;
    const tenant = headerOf(request.headers['x-thac-tenant']) ?? byDefault;
    const { unit } = request.query as { unit?: unknown };
    if (about === 'list') return { tenant, action, about, units: unit === undefined ? null : [idOf(unit)] };
    return { tenant, action, about, units: await this.units(request, tenant, about) };
  }

  private async decisions(
    request: FastifyRequest,
    { subject }: Asker,
    { tenant, action, about, units }: Asked,
  ): Promise<readonly Decision[]> {
    const { access } = this.parts;
    if (units === null) return [await access.decideList(tenant, subject, { action, request })];
    const [first] = units;
    if (about === 'list' && first) access.showOnly(request, first);
    return Promise.all(units.map((each) => access.decide(tenant, subject, { action, unit: each })));
  }

  /** Holds all that the request reads and writes to the rows that the asker's rights reach: once more, by the database. */
  private async hold(request: FastifyRequest, { subject }: Asker, asked: Asked): Promise<void> {
    const { access, rows } = this.parts;
    if (isAccount(asked.action)) return rows.enter(request, 'entrance');
    rows.enter(request, await access.rowScope(subject, rowsAsked(request, asked)));
  }

  private async units(request: FastifyRequest, tenant: string, about: Permission['about']): Promise<readonly (UnitId | null)[]> {
    const params = request.params as Readonly<Record<string, unknown>>;
    switch (about) {
      case 'nothing':
      case 'list':
        return [null];
      case 'path':
        return [idOf(params['unit'])];
      case 'actor':
        return [actorOf(request.body)];
      case 'plan':
        return [await this.unitOfPlan(request, tenant)];
      case 'grant':
        return [optionalId((request.body as { unit?: unknown } | undefined)?.unit)];
      case 'user':
        return this.unitsOfUser(tenant, idOf(params['user']));
      case 'held':
        return [await this.unitOfGrant(tenant, params)];
    }
  }

  private async unitOfPlan({ params, query }: FastifyRequest, tenant: string): Promise<UnitId> {
    const { within } = query as { within?: unknown };
    if (within !== undefined) return idOf(within);
    const plan = idOf((params as { plan?: unknown }).plan);
    const issuer = await this.parts.people.issuer(tenant, plan);
    if (issuer === undefined) throw new NotFound('plan', plan);
    return issuer;
  }

  /** Whoever manages a user manages all that the user is: else a link for a new password would lend it. */
  private async unitsOfUser(tenant: string, user: string): Promise<readonly (UnitId | null)[]> {
    const { grants } = await this.parts.people.person(tenant, user as UserId);
    const standing = [...grants.values()].filter(({ ended }) => ended === null);
    return standing.length === 0 ? [null] : [...new Set(standing.map(({ what }) => what.unit))];
  }

  private async unitOfGrant(tenant: string, params: Readonly<Record<string, unknown>>): Promise<UnitId | null> {
    const { grants } = await this.parts.people.person(tenant, idOf(params['user']) as string as UserId);
    return grants.get(idOf(params['grant']) as string as never)?.what.unit ?? null;
  }
}

const WRONG_ID = { code: ID.name, messages: ID.said } as const;

function idOf(value: unknown): UnitId {
  if (ID.holds(value)) return value as UnitId;
  throw new RequestFault('request.invalid', [{ in: 'path', pointer: '/', ...WRONG_ID }]);
}

const optionalId = (value: unknown): UnitId | null => (value === undefined || value === null ? null : idOf(value));

/** A body without a sound actor is told so like any other field: the validation that follows refuses it for certain. */
function actorOf(body: unknown): UnitId {
  const actor = (body as { actor?: unknown } | null | undefined)?.actor;
  if (ID.holds(actor)) return actor as UnitId;
  throw new RequestFault('request.invalid', [{ in: 'body', pointer: '/actor', ...WRONG_ID }]);
}
