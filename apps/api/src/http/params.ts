import { ID, type UnitPlanTarget, type WriteScope } from '#application';
import type { PlanId, UnitId } from '#engine';
import { canonicalJson } from '#event-store';
import { createParamDecorator, type ExecutionContext, Inject, Injectable, Param, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Access } from '../auth/access.js';
import { RequestFault } from '../problems/faults.js';
import { headerOf, keyOf, versionOf } from './headers.js';

/** Tenant of requests that name none. */
export const TENANT = Symbol('Tenant');

const requestOf = (_: unknown, context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** A path or header value that must be an id. @throws RequestFault */
function idOf(value: unknown, place: 'path' | 'header', name: string): string {
  if (ID.holds(value)) return String(value);
  throw new RequestFault('request.invalid', [{ in: place, pointer: `/${name}`, code: ID.name, messages: ID.said }]);
}

@Injectable()
class IdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown, { data = '' }: { data?: string | undefined }): string {
    return idOf(value, 'path', data);
  }
}

/** An id in the path. */
export const Id = (name: string): ParameterDecorator => Param(name, IdPipe);

@Injectable()
class TenantPipe implements PipeTransform<FastifyRequest, string> {
  constructor(@Inject(TENANT) private readonly byDefault: string) {}

  transform(request: FastifyRequest): string {
    const named = headerOf(request.headers['x-thac-tenant']);
    return named === undefined ? this.byDefault : idOf(named, 'header', 'X-Thac-Tenant');
  }
}

/** Who a write is for and by, before the body's actor is known. */
export type Write = Omit<WriteScope, 'actor'>;

@Injectable()
class WritePipe implements PipeTransform<FastifyRequest, Write> {
  constructor(
    @Inject(TENANT) private readonly byDefault: string,
    @Inject(Access) private readonly access: Access,
  ) {}

  transform(request: FastifyRequest): Write {
    const tenant = new TenantPipe(this.byDefault).transform(request);
    const idempotencyKey = `api/${keyOf(headerOf(request.headers['idempotency-key']))}`;
    const by = this.access.doerOf(request);
    return { tenant, idempotencyKey, fingerprint: fingerprintOf(request), ...(by && { by }) };
  }
}

/** A write to the unit plan in the path, before the body's actor is known. */
export type Target = Omit<UnitPlanTarget, 'actor'>;

@Injectable()
class TargetPipe implements PipeTransform<FastifyRequest, Target> {
  constructor(
    @Inject(TENANT) private readonly byDefault: string,
    @Inject(Access) private readonly access: Access,
  ) {}

  transform(request: FastifyRequest): Target {
    const { plan, unit } = request.params as { plan?: unknown; unit?: unknown };
    const expectedVersion = versionOf(headerOf(request.headers['if-match']));
    return {
      ...new WritePipe(this.byDefault, this.access).transform(request),
      plan: idOf(plan, 'path', 'plan') as PlanId,
      unit: idOf(unit, 'path', 'unit') as UnitId,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    };
  }
}

const Request = createParamDecorator(requestOf);

/** The tenant: of the header `X-Thac-Tenant`, or the configured one. */
export const Tenant = (): ParameterDecorator => Request(TenantPipe);

/** Tenant, idempotency key and fingerprint of a write. */
export const WriteScoped = (): ParameterDecorator => Request(WritePipe);

/** A write to the unit plan in the path, on the version in `If-Match`. */
export const UnitPlanScoped = (): ParameterDecorator => Request(TargetPipe);

/** Two requests are the same where method, address and body are: order of keys and spaces aside. */
function fingerprintOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(canonicalJson({ method, url, body: body ?? null }))
    .digest('hex');
}
