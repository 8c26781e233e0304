import { ID, NotFound } from '#application';
import type { UnitId } from '#engine';
import type { Decision, UserId } from '#identity';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { headerOf } from '../http/headers.js';
import { RequestFault } from '../problems/faults.js';
import type { Log } from '../log.js';
import type { Access, Asker } from './access.js';
import { EntryFault } from './entry-fault.js';
import type { People } from './people.js';
import { type Declared, type Permission, PERMISSION } from './permission.js';
import { AccessDenied } from './right-faults.js';

/** What the guard works with. */
export interface GuardParts {
  readonly access: Access;
  readonly people: People;
  /** Tenant of requests that name none. */
  readonly tenant: string;
  readonly log: Log;
}

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
    for (const decision of await this.decisions(request, asker, declared)) this.check(decision, asker, request);
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

  private async decisions(
    request: FastifyRequest,
    { subject }: Asker,
    { action, about }: Permission,
  ): Promise<readonly Decision[]> {
    const { access, tenant: byDefault } = this.parts;
    const tenant = headerOf(request.headers['x-thac-tenant']) ?? byDefault;
    const { unit } = request.query as { unit?: unknown };
    if (about === 'list' && unit === undefined) return [await access.decideList(tenant, subject, { action, request })];
    if (about === 'list') access.showOnly(request, idOf(unit));
    const units = about === 'list' ? [idOf(unit)] : await this.units(request, tenant, about);
    return Promise.all(units.map((each) => access.decide(tenant, subject, { action, unit: each })));
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
