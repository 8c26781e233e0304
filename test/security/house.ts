import { readFileSync } from 'node:fs';
import type { Instant, LocalDate, Tier } from '#engine';
import { rightsOf, ROLES, stranger, type Subject, type UserId } from '#identity';
import { type Chance, type Comer, EVERYBODY, type ModelUnit, type ModelWorld, RightsModel, told } from '#testing';
import type { Pool } from 'pg';
import { ask, createWorld, PLAN, PROVINCE, type World, type WorldOptions } from '../../apps/api/test/world.js';
import { needOf, type RouteNeed } from '../../apps/api/test/route-needs.js';

const FILE = 'examples/lao-cai-2022/organisation.json';
const HEIR = 'vn-10.086.hop-nhat';
/** Units that questions are about: above, beside and below one another, two that merge on a day, what they become. */
const UNITS = [
  PROVINCE,
  'vn-10.so-noi-vu',
  'vn-10.086',
  'vn-10.080',
  'vn-10.086.02905',
  'vn-10.086.02908',
  'vn-10.086.02911',
  'vn-10.080.02647',
  HEIR,
];
const MERGED = ['vn-10.086.02905', 'vn-10.086.02908'];
const MERGED_ON = '2022-09-01' as LocalDate;
const DAYS = Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, '0')}-15` as LocalDate);
const USERS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];

interface Filed {
  readonly from: LocalDate;
  readonly units: readonly { readonly id: string; readonly tier: Tier; readonly superior: string | null }[];
}

/** The province, as plain records, with two communes that become one. */
function units(): readonly ModelUnit[] {
  const { from, units: filed } = JSON.parse(readFileSync(FILE, 'utf8')) as Filed;
  const known = filed.map(({ id, tier, superior }) => {
    const isMerged = MERGED.includes(id);
    return {
      name: id,
      tier,
      begins: from,
      bosses: [{ from, boss: superior }],
      ends: isMerged ? MERGED_ON : null,
      heirs: isMerged ? [HEIR] : [],
    };
  });
  const heir = {
    name: HEIR,
    tier: 'commune' as Tier,
    begins: MERGED_ON,
    bosses: [{ from: MERGED_ON, boss: 'vn-10.086' }],
    ends: null,
    heirs: [],
  };
  return [...known, heir];
}

/** People with grants and loans that begin, end and are taken back. */
function drawPeople(chance: Chance): Pick<ModelWorld, 'held' | 'lent' | 'blocked'> {
  const drawn = Array.from({ length: 24 }, (_, n) => ({
    id: `g${n}`,
    user: chance.pick(USERS),
    role: chance.pick(ROLES),
    unit: chance.below(9) === 0 ? null : chance.pick(UNITS),
    subtree: chance.below(2) === 0,
    from: chance.pick(DAYS),
    until: chance.below(3) === 0 ? chance.pick(DAYS) : null,
    given: chance.pick(DAYS),
    taken: chance.below(5) === 0 ? chance.pick(DAYS) : null,
  }));
  const held = drawn.filter(
    ({ from, until, given, taken }) => (until === null || from < until) && (taken === null || given < taken),
  );
  const lent = Array.from({ length: 8 }, () => {
    const [from, until] = [chance.pick(DAYS), chance.pick(DAYS)];
    return { grant: chance.pick(held).id, to: chance.pick(USERS), from, until, given: from, taken: null };
  });
  const blocked = new Map(chance.below(2) === 0 ? [[chance.pick(USERS), chance.pick(DAYS)]] : []);
  return { held, lent: lent.filter(({ from, until }) => from < until), blocked };
}

/** What came of cases. */
export interface HouseFigures {
  readonly cases: number;
  readonly allowed: number;
  readonly denied: number;
  /** Answers compared, word for word, with those that are told to whoever sees all. */
  readonly compared: number;
}

interface Case {
  readonly comer: Comer;
  readonly day: LocalDate;
}

/** The whole way: requests to the real API over a real database, under row-level security. */
export class SecurityHouse {
  private now = '2022-07-01T08:00:00+07:00' as Instant;
  private readonly answers = new Map<string, string>();
  private routes: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly need: RouteNeed }[] = [];
  private world: World | undefined;
  private subject: Subject = EVERYBODY;

  constructor(private readonly pool: Pool) {}

  async open(): Promise<void> {
    const options: WorldOptions = { door: () => this.subject, clock: { now: () => this.now } };
    const world = await createWorld(this.pool, options);
    this.world = world;
    await world.issueProvince();
    const found = [{ id: HEIR, name: 'UBND xã Hợp Nhất', tier: 'commune', kind: 'peoples-committee', superior: 'vn-10.086' }];
    const dissolve = MERGED.map((id) => ({ id, successors: [HEIR] }));
    const merged = await world.post('/api/v1/organisation/changes', {
      body: { actor: PROVINCE, from: MERGED_ON, found, dissolve },
    });
    if (merged.status !== 201) throw new Error(JSON.stringify(merged.body));
    const { paths } = (await world.get('/docs-json')).body as { paths: Record<string, Record<string, unknown>> };
    this.routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).flatMap((method) => {
        const need = needOf(`${method} ${path}`);
        const isOpen = path.startsWith('/health') || /^\/api\/v1\/session(\/(redeem|code))?$/.test(path);
        return !need || isOpen || path.endsWith('/stream') ? [] : [{ method: method.toUpperCase() as 'GET', path, need }];
      }),
    );
  }

  async close(): Promise<void> {
    await this.world?.close();
  }

  /** @throws Error at the first request in which the system and the model differ */
  async run(cases: number, chance: Chance, progress: (done: number) => void = () => undefined): Promise<HouseFigures> {
    const figures = { cases: 0, allowed: 0, denied: 0, compared: 0 };
    const all = units();
    while (figures.cases < cases) {
      const world: ModelWorld = { units: all, ...drawPeople(chance) };
      const { knowing } = told(world);
      for (let n = 0; n < 40 && figures.cases < cases; n++) {
        const day = chance.pick(DAYS);
        const comer = { user: chance.pick(USERS), strong: chance.below(5) > 0, mayWrite: chance.below(6) > 0 };
        this.come(knowing, { comer, day });
        await this.try(new RightsModel(world, day), chance, { comer, figures });
      }
      progress(figures.cases);
    }
    return figures;
  }

  private come(knowing: ReturnType<typeof told>['knowing'], { comer, day }: Case): void {
    this.now = `${day}T12:00:00+07:00` as Instant;
    const people = new Map(USERS.map((user) => [user, knowing(user, day)]));
    const person = people.get(comer.user) ?? stranger(comer.user as UserId);
    const rights = rightsOf(person, (each) => people.get(each), this.now);
    this.subject = { user: person.user, isBlocked: person.isBlocked, isStrong: comer.strong, mayWrite: comer.mayWrite, rights };
  }

  private async try(
    model: RightsModel,
    chance: Chance,
    { comer, figures }: { readonly comer: Comer; readonly figures: { -readonly [K in keyof HouseFigures]: HouseFigures[K] } },
  ): Promise<void> {
    const { method, path, need } = chance.pick(this.routes);
    const unit = chance.pick(UNITS);
    const url = urlOf(method, path, { unit, plan: method === 'GET' ? PLAN : 'no-plan' });
    const wanted = model.may(comer, need, aboutOf(need, unit));
    const { status, text } = await this.send(method, url, unit);
    const allowed = !(status === 403 && text.includes('"access.denied"'));
    const differ = (why: string): Error =>
      new Error(
        JSON.stringify({
          why,
          method,
          url,
          comer,
          now: this.now,
          unit,
          wanted,
          status,
          text: text.slice(0, 600),
          subject: this.subject,
        }),
      );
    if (allowed !== wanted || status >= 500) throw differ('let in');
    figures.cases += 1;
    figures[allowed ? 'allowed' : 'denied'] += 1;
    if (!allowed || method === 'POST' || need.kind !== 'see') return;
    const whole = await this.whole(url);
    if (whole !== `${status} ${text}`) throw differ(`told ${whole.slice(0, 600)}`);
    figures.compared += 1;
  }

  /** What is told to whoever sees all, at the same address: nothing in it hangs on the day. */
  private async whole(url: string): Promise<string> {
    const known = this.answers.get(url);
    if (known !== undefined) return known;
    const { subject } = this;
    this.subject = EVERYBODY;
    const { status, text } = await this.send('GET', url, '');
    this.subject = subject;
    this.answers.set(url, `${status} ${text}`);
    return `${status} ${text}`;
  }

  private async send(
    method: 'GET' | 'POST',
    url: string,
    unit: string,
  ): Promise<{ readonly status: number; readonly text: string }> {
    if (!this.world) throw new Error('not open');
    const headers = { 'idempotency-key': 'k', 'if-match': '*' };
    const payload = method === 'POST' ? { payload: { actor: unit, unit, odd: 1 } } : {};
    const { status, body } = await ask(this.world.app, { method, url, headers, ...payload });
    return { status, text: JSON.stringify(body).replaceAll(/"traceId":"[^"]*"/g, '') };
  }
}

const aboutOf = ({ about }: RouteNeed, unit: string): string | null => {
  if (about === 'plan') return PROVINCE;
  return about === 'nothing' || about === 'user' || about === 'held' ? null : unit;
};

const PLACES: Readonly<Record<string, string>> = { item: '3.5', report: 'none', hash: 'none' };
const AS_OF = '2022-12-31';

type Query = Readonly<Record<string, string>>;
/** What is asked of an address, by the end of its path, so that what it tells is as of one day. The first that fits. */
const QUERIES: readonly (readonly [path: RegExp, query: (unit: string) => Query])[] = [
  [/\/why(-not)?$/, (unit) => ({ unit, plan: PLAN, obligation: '3.5', at: AS_OF })],
  [/^\/api\/v1\/(items|reports)$/, (unit) => ({ unit, asOf: AS_OF })],
  [/\/as-of\//, () => ({ at: AS_OF })],
  [/\/trend$/, () => ({ from: '2022-12-01', until: AS_OF })],
  [/\/draft$/, () => ({ issuedOn: '2022-07-01' })],
  [/\/(cascade|progress|late-list(\.csv)?|completeness|tasks|missing-reports|steps-taken|desk)$/, () => ({ asOf: AS_OF })],
  [/\/units\/\{unit\}(\/items\/\{item\})?$/, () => ({ asOf: AS_OF })],
];

/** The address of a route, about a unit. */
function urlOf(method: string, path: string, named: Query & { readonly unit: string }): string {
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? PLACES[name] ?? 'none');
  const isUnit = path === '/api/v1/units/{unit}';
  const query = method === 'GET' && !isUnit ? QUERIES.find(([end]) => end.test(path))?.[1](named.unit) : undefined;
  return query ? `${url}?${new URLSearchParams(query).toString()}` : url;
}
