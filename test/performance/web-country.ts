import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { CascadeNode, Counts, ItemView, LateEntry, PlanView, UnitView } from '#contracts';

/** A country's plan as the API would answer for it, made in memory: for measuring pages, not servers. */

export const PLAN = '1-KH_2022-01-01_vn';
/** One for the country, 63 provinces, 705 districts, 10,598 communes. */
export const UNIT_PLANS = 11_367;
export const ITEMS = 400_000;
const PROVINCES = 63;
const DISTRICTS = 705;
const LATE = 20_000;
const TASKS = 40;
const HASH = '0'.repeat(64);

const unit = (id: string, name: string, place: Pick<UnitView, 'tier' | 'superior'>): UnitView => ({
  id,
  name,
  kind: 'peoples-committee',
  ...place,
});
const TOP = unit('vn', 'Cơ quan trung ương', { tier: 'central', superior: null });
const provinces = Array.from({ length: PROVINCES }, (_, n) =>
  unit(`p${n}`, `UBND tỉnh số ${n + 1}`, { tier: 'province', superior: 'vn' }),
);
const districts = Array.from({ length: DISTRICTS }, (_, n) =>
  unit(`d${n}`, `UBND huyện số ${n + 1}`, { tier: 'district', superior: `p${n % PROVINCES}` }),
);
const COMMUNES = UNIT_PLANS - 1 - PROVINCES - DISTRICTS;
const thousands = new Intl.NumberFormat('vi-VN');
const communes = Array.from({ length: COMMUNES }, (_, n) =>
  unit(`c${n}`, `UBND xã số ${thousands.format(n + 1)}`, { tier: 'commune', superior: `d${n % DISTRICTS}` }),
);

const COUNTS: Counts = { total: 35, onTime: 20, late: 3, overdue: 4, open: 8 };
const node = (of: UnitView, children: readonly CascadeNode[]): CascadeNode => ({
  unit: of,
  source: PLAN,
  provisional: false,
  ownPlan: null,
  items: COUNTS,
  reports: COUNTS,
  children,
});

function cascade(): CascadeNode {
  const byAbove = Map.groupBy(communes, ({ superior }) => superior);
  const below = Map.groupBy(
    districts.map((district) =>
      node(
        district,
        (byAbove.get(district.id) ?? []).map((commune) => node(commune, [])),
      ),
    ),
    ({ unit: { superior } }) => superior,
  );
  return node(
    TOP,
    provinces.map((province) => node(province, below.get(province.id) ?? [])),
  );
}

const ROOT: PlanView = {
  id: PLAN,
  root: PLAN,
  parent: null,
  number: '1/KH',
  issuer: TOP,
  issuedOn: '2022-01-01',
  title: 'Kế hoạch của cả nước',
  rules: HASH,
  status: 'cascaded',
  unitPlans: UNIT_PLANS,
};

const TIMES = ['on-time', 'late', 'overdue', 'not-due'] as const;
const STANDINGS = ['onTime', 'late', 'overdue', 'open'];

/** The day that stands at a place of the table where it is sorted by days: over a year, or back. */
function dayAt(place: number, order: string | null): string {
  const days = Math.floor(((order === '-due' ? ITEMS - 1 - place : place) * 365) / ITEMS);
  return new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10);
}

function item(n: number, standing: number, due: string): ItemView {
  const of = communes[n % COMMUNES] ?? TOP;
  const task = String(1 + (n % TASKS));
  const timeliness = TIMES[standing] ?? 'not-due';
  return {
    plan: PLAN,
    unit: of,
    id: `${task}#${n}`,
    task,
    title: `Nhiệm vụ số ${task} của kế hoạch, với tên đủ dài để chiếm hơn một dòng`,
    deliverable: null,
    source: PLAN,
    period: null,
    deadlineKind: 'by',
    due,
    dueTime: null,
    awaits: null,
    estimate: null,
    resolver: null,
    explains: null,
    inheritedFrom: [],
    extension: null,
    status: standing < 2 ? 'completed' : 'assigned',
    receivedAt: null,
    submittedAt: null,
    completedAt: null,
    timeliness,
    daysLate: standing === 1 || standing === 2 ? 3 + (n % 90) : 0,
    escalated: [],
  };
}

function items(query: URLSearchParams): { readonly items: readonly ItemView[]; readonly next: string | null } {
  const [after, limit] = [Number(query.get('after') ?? 0), Number(query.get('limit') ?? 50)];
  const wanted = STANDINGS.indexOf(query.get('standing') ?? '');
  const order = query.get('order');
  const dayOf = (place: number): string => (order === null ? '2022-06-30' : dayAt(place, order));
  const found = Array.from({ length: Math.min(limit, ITEMS - after) }, (_, n) =>
    item(after + n, wanted < 0 ? n % 4 : wanted, dayOf(after + n)),
  );
  return { items: found, next: after + limit < ITEMS ? String(after + limit) : null };
}

const late = (): readonly LateEntry[] =>
  Array.from({ length: LATE }, (_, n) => ({
    unit: communes[n % COMMUNES] ?? TOP,
    obligation: `item ${n}`,
    title: `Nhiệm vụ số ${n % TASKS}`,
    due: '2022-06-30',
    dueTime: null,
    daysLate: (n * 7919) % 365,
    steps: [],
    explanation: null,
  }));

const SESSION = {
  user: 'u',
  name: null,
  shownName: null,
  by: 'door',
  strong: true,
  mayWrite: false,
  csrf: null,
  rights: [],
};

/** What is asked for, once it is made ready: making an answer is no part of what is measured. */
function answers(): (url: URL) => unknown {
  const ready = new Map<string, string>([
    [`/api/v1/plans/${PLAN}/cascade`, JSON.stringify(cascade())],
    [
      `/api/v1/plans/${PLAN}/late-list`,
      JSON.stringify({ plan: ROOT, asOf: '2022-12-31T23:59:59+07:00', total: LATE, late: late(), next: null }),
    ],
    ['/api/v1/plans', JSON.stringify({ items: [ROOT], next: null })],
    ['/api/v1/session', JSON.stringify(SESSION)],
    ['/api/v1/units', JSON.stringify({ items: [TOP], next: null })],
    ['/health/ready', JSON.stringify({ status: 'ok' })],
  ]);
  return ({ pathname, searchParams }) =>
    ready.get(pathname) ?? (pathname === '/api/v1/items' ? JSON.stringify(items(searchParams)) : undefined);
}

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built application and these answers. */
export async function serveCountry(folder: string): Promise<Served> {
  const answerOf = answers();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const answer = answerOf(url);
    if (answer !== undefined) response.setHeader('content-type', 'application/json').end(answer);
    else if (url.pathname === '/api/v1/session/stream') response.setHeader('content-type', 'text/event-stream').write(':\n\n');
    else sendFile(response, folder, url.pathname);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

function sendFile(response: ServerResponse, folder: string, pathname: string): void {
  const file = path.join(folder, path.normalize(pathname));
  const isFile = TYPES[path.extname(file)] !== undefined && existsSync(file);
  response.setHeader('content-type', isFile ? (TYPES[path.extname(file)] ?? '') : 'text/html');
  createReadStream(isFile ? file : path.join(folder, 'index.html')).pipe(response);
}
