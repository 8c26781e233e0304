import type { Action } from '#identity';
import { SetMetadata } from '@nestjs/common';

/**
 * What a request is held against: `nothing`; the unit in the `path`; the `actor` in its body; the `plan` in the path (the unit in
 * `within`, else its issuer); a `list` (the unit in the query, else all that may be seen); the unit of the `grant` in the body; all
 * units of the `user` in the path; the unit of the user's `held` grant in the path.
 */
export type About = 'nothing' | 'path' | 'actor' | 'plan' | 'list' | 'grant' | 'user' | 'held';

/** What a route needs. */
export interface Permission {
  readonly action: Action;
  readonly about: About;
}

/** Name of the metadata. */
export const PERMISSION = 'thac:permission';

/** Says what a route needs; without it, or {@link Open}, the API does not start. */
export const May = (action: Action, about: About = 'nothing'): MethodDecorator =>
  SetMetadata(PERMISSION, { action, about } satisfies Permission);

/** A route for whoever comes: signing in, health, explanations of problems. */
export const Open = (): MethodDecorator => SetMetadata(PERMISSION, 'open');

/** What is kept by {@link May} and {@link Open}. */
export type Declared = Permission | 'open';
