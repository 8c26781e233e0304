import type { Role } from '#identity';
import type { Need } from '#testing';
import { ADMIN, ALL, AUDIT, HEAD, WATCH, WORK, WRITE } from './role-groups.js';

/** What a request is about, as far as a model has to know: where it finds the unit that it is held against. */
export type Subject = 'nothing' | 'path' | 'actor' | 'plan' | 'list' | 'grant' | 'user' | 'held';

/** What a route needs, as docs/explanation/permissions.md has it. */
export interface RouteNeed extends Need {
  readonly about: Subject;
}

type Row = readonly [route: RegExp, kind: Need['kind'], roles: readonly Role[], about: Subject];

/** One row for each route, and no route twice: `get /api/v1/plans/{plan}`. What every test of rights holds the API to; nothing here is read from it. */
const TABLE: readonly Row[] = [
  [/^(get|post) \/api\/v1\/(session|tokens|delegations)(\/|$)/, 'self', ALL, 'nothing'],
  [/^get \/api\/v1\/(plans|rules|units|calendars)(\/\{\w+\})?$/, 'document', ALL, 'nothing'],
  [/^get \/api\/v1\/(organisation\/.*|audit\/as-of\/plans\/\{plan\})$/, 'document', ALL, 'nothing'],
  [/^post \/api\/v1\/rules\/(check|preview|surroundings)$/, 'document', WRITE, 'nothing'],
  [/^get \/api\/v1\/rules\/surroundings$/, 'document', WRITE, 'nothing'],
  [/^get .*(\{plan\}\/units\/\{unit\}(\/items\/\{item\}(\/history)?|\/reports\/\{report\})?|\/desk)$/, 'see', WATCH, 'path'],
  [/^get .*\/draft$/, 'see', WRITE, 'path'],
  [
    /^get .*\/\{plan\}\/(cascade|progress|late-list(\.csv)?|completeness|tasks|missing-reports|steps-taken|trend)$/,
    'see',
    WATCH,
    'plan',
  ],
  [/^get \/api\/v1\/(items|reports|audit\/why(-not)?)$/, 'see', WATCH, 'list'],
  [/^get \/api\/v1\/(events|audit\/(changes(\/(lines|outline|place))?|export|proofs\/event))$/, 'house', AUDIT, 'nothing'],
  [/^post \/api\/v1\/audit\/(recompute|what-if)$/, 'house', AUDIT, 'nothing'],
  [/^get \/api\/v1\/events\/stream$/, 'house', WATCH, 'nothing'],
  [/^get \/api\/v1\/audit\/(checkpoint|proofs\/(inclusion|consistency))$/, 'house', ['auditor', 'leader', ...ADMIN], 'nothing'],
  [/^(get|post) \/api\/v1\/(deliveries|operations)(\/|$)/, 'house', ADMIN, 'nothing'],
  [/^post \/api\/v1\/calendars$/, 'house', ['leader', ...ADMIN], 'nothing'],
  [/^get \/api\/v1\/(users|names)$/, 'people', [...ADMIN, ...AUDIT], 'nothing'],
  [/^get \/api\/v1\/users\/\{user\}(\/outside)?$/, 'people', [...ADMIN, ...AUDIT], 'user'],
  [/^post \/api\/v1\/users(\/\{user\}\/grants)?$/, 'people', ADMIN, 'grant'],
  [/^post \/api\/v1\/users\/\{user\}\/grants\/\{grant\}\/revoke$/, 'people', ADMIN, 'held'],
  [/^post \/api\/v1\/users\/\{user\}\/(block|unblock|link|clear-second-factor|outside(\/\w+)?)$/, 'people', ADMIN, 'user'],
  [/^post \/api\/v1\/rules$/, 'act', ['rules-author', ...HEAD], 'actor'],
  [/^post \/api\/v1\/organisation\/changes$/, 'house', ['leader', ...ADMIN], 'actor'],
  [/^post \/api\/v1\/organisation\/changes\/preview$/, 'house', ['leader', ...ADMIN], 'nothing'],
  [/^post \/api\/v1\/plans\/.*\/(receive|start|submit|extension-request|cases)$/, 'act', WORK, 'actor'],
  [
    /^post \/api\/v1\/plans\/.*\/(accept|return|extend|refuse-extension|resolve|suspend|resume|withdraw|report-requests|own-plan)$/,
    'act',
    HEAD,
    'actor',
  ],
  [/^post \/api\/v1\/plans(\/\{plan\}\/(events|amendments|end))?$/, 'act', HEAD, 'actor'],
];
/** Routes by POST that store nothing. */
const ASKS = /^post \/api\/v1\/(rules\/(check|preview|surroundings)|organisation\/changes\/preview|audit\/(recompute|what-if))$/;

/** What a route needs; undefined for one that no row, or more than one, is about. @param route as the description has it */
export function needOf(route: string): RouteNeed | undefined {
  const rows = TABLE.filter(([pattern]) => pattern.test(route));
  const [row] = rows;
  if (!row || rows.length > 1) return undefined;
  const [, kind, roles, about] = row;
  return { kind, roles, about, writes: route.startsWith('post ') && !ASKS.test(route) };
}
