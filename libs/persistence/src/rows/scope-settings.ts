import pg from 'pg';
import type { RowScope } from '#contracts';
import { arrayLiteral } from '../copy.js';
import { SETTINGS } from './policies.js';

/** A scope with what its plan and its branch stand for. */
export interface ResolvedScope extends Omit<RowScope, 'within'> {
  /** Units whose work under the plan is seen. */
  readonly followers: '*' | readonly string[];
}

/** Nothing is seen, nothing is written. */
export const NO_SCOPE: ResolvedScope = {
  tenant: '',
  action: '',
  user: '',
  units: [],
  plan: null,
  followers: [],
  desk: null,
  actor: null,
  people: [],
  grants: null,
};

const listText = (ids: '*' | readonly string[]): string => (ids === '*' ? ids : arrayLiteral(ids));

/** By `SET LOCAL`, as texts in quotes: with the transaction they go, and Citus hands them to its nodes. */
export function scopeSettings(scope: ResolvedScope): readonly string[] {
  const values: Readonly<Record<keyof typeof SETTINGS, string>> = {
    tenant: scope.tenant,
    action: scope.action,
    user: scope.user,
    units: listText(scope.units),
    plan: scope.plan ?? '',
    followers: listText(scope.followers),
    desk: scope.desk ?? '',
    actor: scope.actor ?? '',
    people: listText(scope.people),
    grants: scope.grants ?? '',
  };
  return Object.entries(SETTINGS).map(([field, setting]) => {
    const value = values[field as keyof typeof SETTINGS];
    return `set local ${setting} = ${pg.escapeLiteral(value).trimStart()}`;
  });
}

/** Before the others, where the database has Citus. */
export const HAND_ON = "set local citus.propagate_set_commands = 'local'";
