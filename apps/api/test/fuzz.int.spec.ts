import { OutsideBook } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type House, houseOf, PASSWORD } from './entering.js';
import { type Description, type Route, routesIn } from './fuzz/description.js';
import { type Existing, type FuzzRequest, requestsTo } from './fuzz/requests.js';
import { type Answer, createWorld, DISTRICT_TEXT, identityOver, PLAN, PROVINCE, PROVINCE_TEXT, type World } from './world.js';

/** `npm run fuzz` asks 10,000 times; the suite, with the same seed, for a sample. */
const REQUESTS = Number(process.env['THAC_FUZZ_REQUESTS'] ?? 1_000);
const SEED = Number(process.env['THAC_FUZZ_SEED'] ?? 7);
const [DISTRICT, COMMUNE] = ['vn-10.086', 'vn-10.086.02905'];

let database: TestDatabase;
let world: World;
let description: Description;
let askers: Readonly<Record<string, Readonly<Record<string, string>>>>;
let existing: Existing;
beforeAll(async () => {
  database = await testDatabase();
  const identity = { ...identityOver(database.pool), outside: { settings: nowhere(), book: new OutsideBook(database.pool) } };
  world = await createWorld(database.pool, { identity });
  await world.issueProvince();
  description = (await world.get('/docs-json')).body;
  const house = houseOf(world, identity);
  const victim = await house.add('nan.nhan', 'official', COMMUNE, { signs: true });
  askers = await askersIn(house);
  existing = await existingIn(victim);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const nowhere = () => ({
  issuer: 'http://127.0.0.1:9',
  clientId: 'thac',
  clientSecret: 'secret',
  baseUrl: 'https://thac.example',
  name: 'x',
  claim: null,
  mailDomain: null,
  strongAcr: [],
});

/** Every kind of user, and whoever is none. */
async function askersIn(house: House): Promise<typeof askers> {
  type Held = readonly [role: Parameters<House['add']>[1], unit: string | null, reach?: 'unit' | 'subtree'];
  const token = async (name: string, [role, unit, reach = 'unit']: Held, more = {}) => {
    const secret = await house.token(await house.add(name, role, unit, { reach }), more);
    return { authorization: `Bearer ${secret}` };
  };
  await house.add('trinh.duyet', 'unit-head', DISTRICT, { signs: true });
  const { cookie, csrf } = await house.browse('trinh.duyet');
  return {
    nobody: { authorization: 'Bearer nobody-nobody-nobody-nobody' },
    door: {},
    reader: await token('doc', ['leader', null], { mayWrite: false }),
    official: await token('van.thu', ['official', COMMUNE]),
    head: await token('truong.huyen', ['unit-head', DISTRICT, 'subtree']),
    author: await token('soan.thao', ['rules-author', PROVINCE]),
    leader: await token('lanh.dao', ['leader', null, 'subtree']),
    auditor: await token('kiem.toan', ['auditor', null], { isStrong: true }),
    administrator: await token('quan.tri', ['system-administrator', null], { isStrong: true }),
    weakAdministrator: await token('quan.tri.yeu', ['system-administrator', null]),
    browser: { cookie, 'x-thac-csrf': csrf },
    otherSite: { cookie },
  };
}

async function existingIn(victim: string): Promise<Existing> {
  const plan = (await world.get(`/api/v1/plans/${PLAN}`)).body;
  const units = [PROVINCE, DISTRICT, COMMUNE];
  const unitPlans = await Promise.all(units.map(async (unit) => (await world.get(`/api/v1/plans/${PLAN}/units/${unit}`)).body));
  const idsOf = (name: 'items' | 'reports'): string[] =>
    unitPlans.flatMap((unitPlan) => ((unitPlan[name] ?? []) as { id: string }[]).map(({ id }) => id));
  return {
    plan: [PLAN],
    unit: units,
    actor: units,
    within: units,
    superior: units,
    issuer: units,
    user: [victim],
    to: [victim],
    item: idsOf('items'),
    task: ['2.5', '3.5'],
    obligation: [...idsOf('items'), ...idsOf('reports')],
    report: idsOf('reports'),
    hash: [plan.rules],
    rules: [plan.rules, DISTRICT_TEXT, PROVINCE_TEXT],
    text: [DISTRICT_TEXT, PROVINCE_TEXT, PROVINCE_TEXT.slice(0, 300)],
    grant: ['g-nan.nhan'],
    name: ['van.thu', 'nan.nhan'],
    password: [PASSWORD],
    old: [PASSWORD],
    action: ['work.read', 'people.change'],
    stream: [`unit-plan/${PLAN}/${DISTRICT}`, `plan/${PLAN}`],
    after: ['WyJ4Il0', 'e30'],
  };
}

/** Those who get further than to a refusal ask more often. */
const FREQUENT = [...Array<string>(16).fill('door'), 'leader', 'leader', 'leader', 'administrator', 'administrator', 'auditor'];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isBilingual = (value: { vi?: unknown; en?: unknown } | undefined): boolean => isText(value?.vi) && isText(value?.en);
const isProblem = ({ headers, body, status }: Answer): boolean =>
  headers['content-type'] === 'application/problem+json; charset=utf-8' &&
  body.status === status &&
  [body.title, body.detail, body.traceId, body.code].every(isText) &&
  isBilingual(body.messages) &&
  isBilingual(body.mend) &&
  body.errors.every((error: { messages: object }) => isBilingual(error.messages));

/** What is wrong with an answer; undefined where nothing is. */
function faultIn({ operation }: Route, answer: Answer): string | undefined {
  const { status, body } = answer;
  const isAskedFor = status === 503 && (body.code === 'position.not-reached' || body.code === 'oidc.unavailable');
  if (status >= 500 && !isAskedFor) return 'a fault';
  if (operation.responses[String(status)] === undefined) return 'undocumented';
  if (status >= 400 && !isProblem(answer)) return 'no problem in two languages';
  return undefined;
}

/** Lines of JSON are no JSON. */
const isJson = (type: string): boolean => /^application\/(problem\+)?json\b/.test(type);

async function send({ asker, ...request }: FuzzRequest): Promise<Answer> {
  const { statusCode, headers, payload } = await world.app.inject({
    ...request,
    headers: { ...request.headers, ...askers[asker] },
  });
  return { status: statusCode, headers, body: isJson(String(headers['content-type'])) ? JSON.parse(payload) : payload };
}

describe('Every route, asked as its description has it and otherwise, by every kind of user', () => {
  it(`answers ${REQUESTS} requests of seed ${SEED} as described, its problems in two languages, and never with a fault`, async () => {
    const routes = routesIn(description);
    const each = Math.ceil(REQUESTS / routes.length);
    const seen = new Map<number, number>();
    const faults: string[] = [];
    for (const [at, route] of routes.entries()) {
      const requests = requestsTo(route, { description, existing, askers: [...Object.keys(askers), ...FREQUENT] });
      for (const request of fc.sample(requests, { seed: SEED + at, numRuns: each })) {
        const answer = await send(request);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        const fault = faultIn(route, answer);
        if (fault)
          faults.push(`${fault}: ${answer.status} ${JSON.stringify(request)} ${JSON.stringify(answer.body)}`.slice(0, 1_500));
      }
    }
    expect(faults).toEqual([]);
    expect([...seen.keys()].toSorted()).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 409, 415, 422, 428]));
    const done = [...seen].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0);
    expect(done / (each * routes.length)).toBeGreaterThan(0.1);
  }, 600_000);
});
