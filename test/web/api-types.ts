import { InMemoryEventStore } from '#event-store';
import type { ReadModels } from '#read-models';
import { systemClock } from '#workflow';
import type { Identity } from '../../apps/api/src/auth/identity.js';
import { describeApi } from '../../apps/api/src/docs/document.js';
import { createApi } from '../../apps/api/src/create-api.js';

/** The types of the API for the web application, from the API's own description. */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Where the types lie. */
export const API_TYPES = 'apps/web/src/api/generated/api.d.ts';

const PLAN = '/plans/{plan}';
const UNIT_PLAN = `${PLAN}/units/{unit}`;
/** What the web application asks of the API. The types hold no more: a route that it does not ask may change. */
const ASKED = new Set(
  [
    '/session',
    '/rules',
    '/rules/check',
    '/rules/preview',
    '/rules/surroundings',
    '/rules/{hash}',
    '/plans',
    ...['progress', 'cascade', 'late-list', 'completeness', 'tasks', 'missing-reports', 'steps-taken', 'trend'].map(
      (part) => `${PLAN}/${part}`,
    ),
    UNIT_PLAN,
    ...['draft', 'receive', 'own-plan'].map((part) => `${UNIT_PLAN}/${part}`),
    ...['history', 'receive', 'start', 'submit', 'accept', 'return', 'extend', 'extension-request', 'refuse-extension'].map(
      (part) => `${UNIT_PLAN}/items/{item}/${part}`,
    ),
    ...['submit', 'accept', 'return', 'extend', 'extension-request', 'refuse-extension'].map(
      (part) => `${UNIT_PLAN}/reports/{report}/${part}`,
    ),
    '/items',
    '/reports',
    '/units',
    '/units/{unit}',
    '/units/{unit}/desk',
    '/session/stream',
    '/events',
    '/calendars',
    '/organisation/units',
    '/organisation/changes',
    '/organisation/changes/preview',
    '/operations',
    '/operations/stuck',
    '/operations/stuck/retry',
    '/deliveries/dead',
    '/deliveries/{delivery}/retry',
    '/deliveries/{delivery}/discard',
    '/users',
    '/users/{user}/grants',
    '/users/{user}/grants/{grant}/revoke',
    '/users/{user}/block',
    '/users/{user}/unblock',
    '/users/{user}/link',
    '/users/{user}/clear-second-factor',
    '/names',
    '/delegations',
    '/delegations/{delegation}/end',
    '/session/list',
    '/session/why',
    '/session/list/{session}/end',
    ...['progress', 'late-list'].map((part) => `/audit/as-of${PLAN}/${part}`),
    ...[
      'changes',
      'changes/outline',
      'changes/place',
      'what-if',
      'why',
      'why-not',
      'recompute',
      'checkpoint',
      'proofs/event',
      'export',
    ].map((part) => `/audit/${part}`),
  ].map((path) => `/api/v1${path}`),
);
/** Parts of the description that only people read, and what every route has. */
const LEFT_OUT = new Set(['description', 'example', 'examples', 'summary', 'headers', 'tags', 'title']);

/** The description without what types do not need: words, headers, problems. */
function lean(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isObject(each) || each['in'] !== 'header').map((each) => lean(each));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => isMap || !LEFT_OUT.has(name));
  return Object.fromEntries(
    kept.map(([name, each]) => [name, name === 'responses' ? answers(each) : lean(each, name === 'properties')]),
  );
}

const answers = (responses: unknown): unknown =>
  Object.fromEntries(
    Object.entries(responses as Json)
      .filter(([status]) => Number(status) < 300)
      .map(([status, answer]) => [status, { description: '', ...(lean(answer) as Json) }]),
  );

async function description(): Promise<Json> {
  const app = await createApi({
    store: new InMemoryEventStore(),
    readModels: {} as ReadModels,
    clock: systemClock,
    tenant: 'tenant',
    identity: {} as Identity,
    log: () => undefined,
  });
  try {
    return JSON.parse(JSON.stringify(describeApi(app))) as Json;
  } finally {
    await app.close();
  }
}

interface Components {
  readonly schemas: Json;
}

/** The schemas that paths refer to, and those that these refer to. */
function referred(paths: unknown, { schemas }: Components): Components {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (name === undefined || found.has(name)) continue;
      found.add(name);
      look(schemas[name]);
    }
  };
  look(paths);
  return { schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name))) };
}

/** The text of the types. */
export async function apiTypes(): Promise<string> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const { openapi, info, paths, components } = await description();
  const asked = Object.fromEntries(Object.entries(paths as Json).filter(([path]) => ASKED.has(path)));
  const slim = {
    openapi,
    info,
    paths: lean(asked, true),
    components: referred(lean(asked, true), lean(components) as Components),
  } as Parameters<typeof openapiTS>[0];
  const head = '/** Made by `node dist/test/web/make-api-types.js` from the description of the API. Not to be edited. */\n\n';
  return `${head}${astToString(await openapiTS(slim, { immutable: true }))}`;
}
