import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, ask, createWorld, PLAN, type World } from './world.js';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Property;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Property }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: { $ref?: string } }>> }>>;
}
interface Property {
  readonly $ref?: string;
  readonly allOf?: readonly Property[];
  readonly items?: Property;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}
interface Schema {
  readonly properties?: Readonly<Record<string, Property>>;
}
interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly operation: Operation;
}

type Schemas = Readonly<Record<string, Schema>>;

/** The schema that a property refers to, itself or by its elements. */
const referred = ({ $ref, allOf = [], items }: Property): string | undefined =>
  [$ref, ...allOf.map((each) => each.$ref), items?.$ref]
    .find((ref) => ref !== undefined)
    ?.split('/')
    .at(-1);

const isShown = ({ example, type, enum: words }: Property): boolean =>
  example !== undefined || words !== undefined || type === 'boolean';

/** Fields of a body, and of what it is made of, that have no example. */
function unshown(name: string, schemas: Schemas): readonly string[] {
  const { properties } = schemas[name] ?? {};
  if (!properties) return [name];
  return Object.entries(properties).flatMap(([field, property]) => {
    const inner = referred(property);
    if (inner) return unshown(inner, schemas);
    return isShown(property) ? [] : [`${name}.${field}`];
  });
}

let database: TestDatabase;
let world: World;
let routes: readonly Route[];
// oxlint-disable-next-line typescript/no-explicit-any
let description: any;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
  description = (await world.get('/docs-json')).body;
  routes = Object.entries(description.paths as Record<string, Record<string, Operation>>).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method as 'get' | 'post', path, operation })),
  );
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

/** Coming in and rights: a second time changes nothing, or is told. */
const isOfEntry = (path: string): boolean => /^\/api\/v1\/(session|tokens|users|delegations)\b/.test(path);

const isProblem = ({ headers, body, status }: Answer): boolean =>
  headers['content-type'] === 'application/problem+json; charset=utf-8' &&
  body.status === status &&
  [body.title, body.detail, body.messages?.vi, body.messages?.en, body.mend?.vi, body.mend?.en, body.traceId].every(
    (text) => typeof text === 'string' && text !== '',
  ) &&
  body.errors.every((error: { messages: { vi: string; en: string } }) => error.messages.vi && error.messages.en);

/** Streams go on for ever: live.int.spec.ts reads them. */
const hasEnd = ({ operation }: Route): boolean => operation.responses['200']?.content?.['text/event-stream'] === undefined;

const garbageText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    '\u0000',
    '../..',
    "' or 1=1 --",
    '%',
    '*',
    '\ud800',
    '\u202e',
    '𝕏'.repeat(200),
    '2022-02-30',
    '-1',
    '1e9',
    'null',
  ),
);
const garbageBody = fc.oneof(
  fc.json({ maxDepth: 4 }),
  garbageText,
  fc
    .dictionary(
      fc.constantFrom('actor', 'text', 'rules', 'reason', 'note', 'to', 'due', 'document', 'content', '__proto__', 'x'),
      fc.oneof(garbageText, fc.jsonValue(), fc.constantFrom('vn-10', 'vn-10.086', '2022-12-01')),
    )
    .chain((value) => fc.constantFrom(value, { actor: 'vn-10', ...value }, { ...value, actor: 'vn-10' }))
    .map((value) => JSON.stringify(value)),
);
const isHeader = (text: string): boolean => /^[\x20-\x7E]*$/.test(text);
const garbageHeader = garbageText.filter(isHeader);

/** A request to a route: some of its parts as they should be, some garbage. */
const requests = (route: Route) =>
  fc.record({
    params: fc.array(fc.oneof(garbageText, fc.constantFrom(PLAN, 'vn-10.086', '3.5')), { minLength: 4, maxLength: 4 }),
    query: fc.dictionary(
      fc.constantFrom(
        'after',
        'limit',
        'asOf',
        'status',
        'overdue',
        'search',
        'superior',
        'plan',
        'unit',
        'since',
        'language',
        'zzz',
      ),
      garbageText,
      { maxKeys: 3 },
    ),
    body: route.method === 'post' ? garbageBody : fc.constant(''),
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'application/x-www-form-urlencoded',
    ),
    key: fc.option(fc.oneof(garbageHeader, fc.uuid()), { nil: undefined }),
    ifMatch: fc.option(fc.oneof(garbageHeader, fc.constantFrom('*', '"1"')), { nil: undefined }),
    language: fc.constantFrom('vi', 'en', 'fr;q=x,,;', ''),
  });

type Garbage = ReturnType<typeof requests> extends fc.Arbitrary<infer T> ? T : never;

function send(route: Route, garbage: Garbage): Promise<Answer> {
  let next = 0;
  const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(garbage.params[next++] ?? 'x') || 'x'));
  const query = Object.entries(garbage.query).map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`);
  const headers: Record<string, string> = { 'accept-language': garbage.language };
  if (garbage.key !== undefined) headers['idempotency-key'] = garbage.key;
  if (garbage.ifMatch !== undefined) headers['if-match'] = garbage.ifMatch;
  if (route.method === 'post') headers['content-type'] = garbage.type;
  const url = `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const payload = route.method === 'post' ? { payload: garbage.body } : {};
  return ask(world.app, { method: route.method === 'get' ? 'GET' : 'POST', url, headers, ...payload });
}

const wellFormed = (text: string): string => text.toWellFormed();

describe('The description', () => {
  it('is OpenAPI 3.1 and covers every route under /api and /health', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(routes.length).toBeGreaterThanOrEqual(32);
    for (const { path, operation } of routes) {
      expect([path, Boolean(operation.summary)]).toEqual([path, true]);
      expect([path, Object.keys(operation.responses).length > 0]).toEqual([path, true]);
    }
  });

  it('names every problem as problem+json', () => {
    for (const { path, operation } of routes) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        const schema = response.content?.['application/problem+json']?.schema?.$ref;
        expect([path, status, schema]).toEqual([path, status, '#/components/schemas/ProblemDto']);
      }
    }
  });

  it('describes every field and every parameter', () => {
    const schemas = description.components.schemas as Record<string, { properties?: Record<string, { description?: string }> }>;
    for (const [name, { properties = {} }] of Object.entries(schemas)) {
      for (const [field, { description: said }] of Object.entries(properties)) {
        expect([name, field, Boolean(said)]).toEqual([name, field, true]);
      }
    }
  });

  it('gives an example of whatever a caller writes: fields of bodies, parts of addresses', () => {
    const { schemas } = description.components as { readonly schemas: Schemas };
    const bodies = routes.flatMap(({ operation }) => operation.requestBody?.content['application/json']?.schema ?? []);
    expect(bodies.length).toBeGreaterThanOrEqual(20);
    expect([...new Set(bodies.flatMap((body) => unshown(referred(body) ?? 'nothing', schemas)))]).toEqual([]);
    const places = routes.flatMap(({ operation }) => operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(places.filter(({ description: said, schema }) => !said || !schema?.example)).toEqual([]);
  });

  it('tells, of every route, all the problems of its kind', () => {
    for (const { path, method, operation } of routes.filter((route) => route.path.startsWith('/api/'))) {
      const statuses = Object.keys(operation.responses);
      const named = path.includes('{') ? ['404'] : [];
      const writes = (operation.parameters ?? []).some(({ name }) => name === 'Idempotency-Key');
      const versioned = (operation.parameters ?? []).some(({ name }) => name === 'If-Match');
      const wanted = [
        '400',
        '503',
        ...named,
        ...(method === 'post' ? ['413', '415', '422'] : []),
        ...(writes ? ['403', '409'] : []),
        ...(versioned ? ['412', '428'] : []),
      ];
      expect([path, wanted.filter((status) => !statuses.includes(status))]).toEqual([path, []]);
    }
  });

  it('refers to nothing that it lacks', () => {
    const text = JSON.stringify(description);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect([name, name! in description.components.schemas]).toEqual([name, true]);
    }
  });

  it('asks for a key on every write, and for the version on every write to a unit plan', () => {
    const audits = ['/api/v1/audit/recompute', '/api/v1/audit/what-if'];
    const asking = [
      '/api/v1/rules/check',
      '/api/v1/rules/preview',
      '/api/v1/rules/surroundings',
      ...audits,
      ...routes.map(({ path }) => path).filter(isOfEntry),
    ];
    for (const { path, method, operation } of routes.filter((route) => route.method === 'post')) {
      const needed = (operation.parameters ?? []).filter((p) => p.in === 'header' && p.required).map(({ name }) => name);
      const wanted = asking.includes(path) ? [] : path.includes('{unit}') ? ['Idempotency-Key', 'If-Match'] : ['Idempotency-Key'];
      expect([method, path, needed]).toEqual([method, path, wanted]);
    }
  });
});

describe('Every route', () => {
  it('answers garbage with a documented problem in both languages, never with a fault', async () => {
    const seen = new Set<number>();
    for (const route of routes.filter(hasEnd)) {
      await fc.assert(
        fc.asyncProperty(requests(route), async (garbage) => {
          const answer = await send(route, garbage);
          seen.add(answer.status);
          const name = `${route.method} ${route.path} ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
          if (answer.status >= 500) throw new Error(`a fault: ${name}`);
          if (!Object.keys(route.operation.responses).includes(String(answer.status))) throw new Error(`undocumented: ${name}`);
          if (answer.status >= 400 && !isProblem(answer)) throw new Error(`no problem: ${name}`);
        }),
        { numRuns: 40 },
      );
    }
    expect([...seen].toSorted()).toEqual(expect.arrayContaining([200, 400, 404, 415, 428]));
  }, 120_000);
});
