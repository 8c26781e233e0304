import type { RowScope } from '#contracts';
import { type Asking, whileAsking } from '#persistence';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * For whom each request works, from its first moment on: nobody has been let in, then the rows that the asker's rights reach. All that
 * the request sets off reads and writes in that scope.
 */
export class RowScopes {
  private readonly requests = new WeakMap<FastifyRequest, Asking>();

  /** Has every request begin at the entrance. Before any other hook. */
  keep(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, _reply, done) => whileAsking(this.of(request), done));
    // Bodies arrive in events of the socket, which know of no request.
    fastify.addHook('preValidation', (request, _reply, done) => whileAsking(this.of(request), done));
  }

  /** Holds a request to a scope from now on. */
  enter(request: FastifyRequest, scope: RowScope | 'entrance'): void {
    this.of(request).as = scope;
  }

  private of(request: FastifyRequest): Asking {
    const known = this.requests.get(request);
    if (known) return known;
    const asking: Asking = { as: 'entrance' };
    this.requests.set(request, asking);
    return asking;
  }
}
