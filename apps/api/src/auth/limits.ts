import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EntryFault } from './entry-fault.js';

/** A rate: so many in a minute, counted from the first. */
export interface Rate {
  readonly perMinute: number;
}

/** How often the API may be asked. */
export interface RateLimits {
  /** By one address, whoever asks; of IPv6, by one network of 64 bits. */
  readonly address: Rate;
  /** By one user, from wherever. */
  readonly user: Rate;
}

export const DEFAULT_LIMITS: RateLimits = { address: { perMinute: 3_000 }, user: { perMinute: 1_500 } };

/** Askers that are counted at once; beyond them, those who asked longest ago are forgotten. */
const MOST_ASKERS = 20_000;
const MINUTE_MS = 60_000;

/** Lets this server count; nothing is limited by it alone. */
export const openLimits = (app: Pick<NestFastifyApplication, 'register'>): PromiseLike<unknown> =>
  app.register(fastifyRateLimit, { global: false, ipv6Subnet: 64 });

/**
 * Counts requests of one kind of asker in this process.
 * @param keyOf who asks; the address unless told
 * @returns takes one; throws EntryFault `request.too-many`, with the seconds until the next one is taken
 */
export function rateLimit(
  fastify: FastifyInstance,
  { perMinute }: Rate,
  keyOf?: (request: FastifyRequest) => string,
): (request: FastifyRequest) => Promise<void> {
  const options = { max: perMinute, timeWindow: MINUTE_MS, cache: MOST_ASKERS, ...(keyOf && { keyGenerator: keyOf }) };
  const look = fastify.createRateLimit(options);
  return async (request) => {
    const seen = await look(request);
    if (!seen.isAllowed && seen.isExceeded) throw new EntryFault('request.too-many', Math.max(1, seen.ttlInSeconds));
  };
}
