import type { UnitId } from '#engine';
import type { UserId } from '#identity';
import type { KeptSession } from '#persistence';
import { createParamDecorator, type ExecutionContext, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access, type Asker } from './access.js';
import { EntryFault } from './entry-fault.js';

const Request = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

@Injectable()
class AskerPipe implements PipeTransform<FastifyRequest, Asker> {
  constructor(@Inject(Access) private readonly access: Access) {}

  transform(request: FastifyRequest): Asker {
    const asker = this.access.askerOf(request);
    if (!asker) throw new EntryFault('access.not-signed-in');
    return asker;
  }
}

@Injectable()
class SeenPipe implements PipeTransform<FastifyRequest, readonly UnitId[] | null> {
  constructor(@Inject(Access) private readonly access: Access) {}

  transform(request: FastifyRequest): readonly UnitId[] | null {
    return this.access.seenBy(request);
  }
}

/** Whoever asks. */
export const AskedBy = (): ParameterDecorator => Request(AskerPipe);

/** The units whose work the asker may see in a list; null for all. */
export const Seen = (): ParameterDecorator => Request(SeenPipe);

/** The user's id. */
export const userOf = ({ subject }: Asker): UserId => subject.user;

/** The session. @throws EntryFault `session.needed` for programs */
export function sessionOf({ session }: Asker): KeptSession {
  if (!session) throw new EntryFault('session.needed');
  return session;
}
