import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from './world.js';

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
      '/api/v1/organisation/changes/preview',
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
