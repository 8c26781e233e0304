import { readFileSync } from 'node:fs';
import type { UnitId } from '#engine';
import { type Role, ROLES, type Subject } from '#identity';
import { EVERYBODY, rightNow, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needOf, type RouteNeed } from './route-needs.js';
import { type Answer, ask, createWorld, PLAN, PROVINCE, type World } from './world.js';

/**
 * Every route of the description, asked by people with roles drawn at random, beside the model's table of routes and a walk up the
 * organisation, which share nothing with the policy: no leak, no wrong refusal.
 */
const CASES = 600;
const UNITS = [PROVINCE, 'vn-10.086', 'vn-10.080', 'vn-10.086.02905', 'vn-10.086.02908', 'vn-10.080.02647'];
const GUARDED: readonly Role[] = ['auditor', 'system-administrator'];

const superiors = new Map<string, string | null>(
  (
    JSON.parse(readFileSync(new URL('../../../examples/lao-cai-2022/organisation.json', import.meta.url), 'utf8')) as {
      units: { id: string; superior: string | null }[];
    }
  ).units.map(({ id, superior }) => [id, superior]),
);
const isBelow = (unit: string, above: string): boolean => {
  for (let at: string | null | undefined = unit; at; at = superiors.get(at)) if (at === above) return true;
  return false;
};

let database: TestDatabase;
let world: World;
let routes: readonly { readonly method: 'get' | 'post'; readonly path: string }[];
const people: Subject[] = [];

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool, {
    door: ({ headers }) => (headers['x-person'] === undefined ? EVERYBODY : people[Number(headers['x-person'])]),
  });
  await world.issueProvince();
  const { paths } = (await world.get('/docs-json')).body as { paths: Record<string, Record<string, unknown>> };
  routes = Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method: method as 'get' | 'post' })))
    .filter(({ path }) => !path.startsWith('/health') && !/^\/api\/v1\/session(\/(redeem|code))?$/.test(path));
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const chance = (() => {
  let state = 20_220_630;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
})();
const pick = <T>(list: readonly T[]): T => list[chance(list.length)]!;

function drawPerson(): Subject {
  const rights = Array.from({ length: 1 + chance(2) }, () =>
    rightNow(pick(ROLES), chance(8) === 0 ? null : (pick(UNITS) as UnitId), pick(['unit', 'subtree'] as const)),
  );
  return { ...EVERYBODY, rights, mayWrite: chance(6) > 0, isStrong: chance(5) > 0 };
}

interface Asked {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly unit: string;
  readonly need: RouteNeed;
}

type Held = Subject['rights'][number]['grant'];

/** By what a route needs, whether a role of `place` reaches what a request is about. */
const REACHES: Readonly<Record<RouteNeed['kind'], (place: string, asked: Asked, held: Held) => boolean>> = {
  self: () => true,
  document: () => true,
  house: (place) => place === PROVINCE,
  see: (place, { need, unit }) => (need.about === 'plan' ? place === PROVINCE : isBelow(unit, place)),
  act: (place, { unit }, { reach }) => (reach === 'subtree' ? isBelow(unit, place) : place === unit),
  people: (place, { need, unit }) => need.about === 'grant' && isBelow(unit, place), // no user of these requests holds anything
};

function mayBy(person: Subject, asked: Asked): boolean {
  const { kind, roles, writes } = asked.need;
  if (writes && !person.mayWrite) return false;
  if (kind === 'self') return true;
  return person.rights.some(({ grant }) => {
    if (!roles.includes(grant.role) || (!person.isStrong && GUARDED.includes(grant.role))) return false;
    return grant.unit === null || REACHES[kind](grant.unit, asked, grant);
  });
}

function send({ method, path, unit }: Asked, person: number): Promise<Answer> {
  const plan = method === 'get' ? PLAN : 'no-plan';
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ({ plan, unit })[name] ?? 'none');
  const query = /\/(items|reports|why|why-not)$/.test(path) ? `?unit=${unit}` : '';
  const headers = { 'x-person': String(person), 'idempotency-key': 'k', 'if-match': '*', 'last-event-id': 'none' };
  const payload = method === 'post' ? { payload: { actor: unit, unit, odd: 1 } } : {};
  return ask(world.app, { method: method === 'get' ? 'GET' : 'POST', url: `${url}${query}`, headers, ...payload });
}

describe('Every route', () => {
  it('is in the table of the model, and in one line of it', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name) => needOf(name) === undefined)).toEqual([]);
  });

  it(`lets exactly those in whom a simple model lets in: ${CASES} requests`, async () => {
    const seen = { in: 0, out: 0 };
    const answering = routes.filter(({ path }) => path !== '/api/v1/session/stream'); // goes on for as long as it is read
    for (let n = 0; n < CASES; n++) {
      people[n % 50] = drawPerson();
      const route = pick(answering);
      const asked: Asked = { ...route, unit: pick(UNITS), need: needOf(`${route.method} ${route.path}`)! };
      const wanted = mayBy(people[n % 50]!, asked);
      const { status, body } = await send(asked, n % 50);
      const isDenied = status === 403 && body.code === 'access.denied';
      if (isDenied === wanted || status >= 500)
        throw new Error(
          JSON.stringify({ n, ...asked, wanted, status, code: body.code, detail: body.detail, rights: people[n % 50] }),
        );
      seen[isDenied ? 'out' : 'in'] += 1;
    }
    expect(Math.min(seen.in, seen.out)).toBeGreaterThan(CASES / 6);
  }, 120_000);
});

describe('A list', () => {
  it('shows the work of those units alone that the asker may see', async () => {
    const all = async (person: Subject | undefined, list: string): Promise<readonly string[]> => {
      if (person) people[60] = person;
      const units: string[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const headers: Record<string, string> = person ? { 'x-person': '60' } : {};
        const { body } = await world.get(`/api/v1/${list}?limit=200${next && `&after=${next}`}`, headers);
        units.push(...body.items.map(({ unit }: { unit: { id: string } }) => unit.id));
        next = body.next;
      }
      return units;
    };
    for (const list of ['items', 'reports']) {
      const everything = await all(undefined, list);
      for (const unit of ['vn-10.086', 'vn-10.086.02905']) {
        const person = { ...EVERYBODY, rights: [rightNow('official', unit as UnitId, 'unit')] };
        const seen = await all(person, list);
        expect(seen).toEqual(everything.filter((each) => isBelow(each, unit)));
        expect(seen.length).toBeGreaterThan(0);
        expect(seen.length).toBeLessThan(everything.length);
      }
    }
  });
});
