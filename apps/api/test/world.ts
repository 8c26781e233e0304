import { type Clock, createWorkflow, VirtualClock, type Workflow } from '#application';
import type { Instant } from '#engine';
import {
  AccountBook,
  ChangeBook,
  DeliveryBook,
  EntryBook,
  OperationBook,
  entrancePool,
  housePool,
  PostgresEventStore,
  PostgresLogIndex,
  PostgresPersonRegister,
  PostgresReadModels,
  ProofBook,
} from '#persistence';
import { askedOf, openDoor } from '#testing';
import { readOrganisationFile, VIETNAM_CALENDAR } from '#organisation';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Door } from '../src/auth/access.js';
import type { Identity } from '../src/auth/identity.js';
import { secretBox } from '../src/auth/secret-box.js';
import { type ApiOptions, createApi } from '../src/create-api.js';

/** From the sources, also for what was compiled: programs run in the folder of the project. */
const exampleText = (name: string): string => readFileSync(`examples/lao-cai-2022/${name}`, 'utf8');

/** The province's plan, and a district's that carries it out. */
export const PROVINCE_TEXT = exampleText('239-kh-ubnd.thac');
export const DISTRICT_TEXT = exampleText('bao-thang-kh-ubnd.thac');

export const TENANT = 'lao-cai';
export const PROVINCE = 'vn-10';
export const PLAN = '239-KH-UBND_2022-06-30_vn-10';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: a spec looks into JSON of any form
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** What a call may carry. */
export interface Call {
  readonly body?: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An API over a database that holds Lào Cai's organisation and calendar, on 1 July 2022. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly workflow: Workflow;
  readonly clock: VirtualClock;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** A POST under a new key, unless given one. */
  post(url: string, call?: Call): Promise<Answer>;
  /** Publishes and issues the province's plan; answers its unit plans' number. */
  issueProvince(): Promise<number>;
  close(): Promise<void>;
}

/** Connections to a migrated database. */
type Pool = ConstructorParameters<typeof PostgresEventStore>[0];

/** Accounts in a database, under a key of its own. */
export function identityOver(own: Pool, asked: Pool = askedOf(own)): Identity {
  const pool = entrancePool(own, asked);
  return {
    accounts: new AccountBook(pool),
    entries: new EntryBook(pool),
    persons: new PostgresPersonRegister(pool),
    box: secretBox(randomBytes(32)),
  };
}

/** What differs from the usual world. */
export interface WorldOptions {
  /** Who comes in without showing anything: everybody, unless told. */
  readonly door?: Door;
  readonly identity?: Identity;
  readonly longestArrivalMs?: number;
  /** Folder of the web application. */
  readonly webFolder?: string;
  /** Address that users know it by; one of its own, unless told. */
  readonly baseUrl?: string;
  readonly log?: NonNullable<ApiOptions['log']>;
  /** Connections for whoever asks; those of the test database unless told. */
  readonly asked?: Pool;
  /** Tenant of requests; Lào Cai unless told. */
  readonly tenant?: string;
  /** What time it is for requests; by the world's clock unless told. */
  readonly clock?: Clock;
  /** Whether the organisation stands already. */
  readonly isFounded?: boolean;
}

export async function createWorld(
  pool: Pool,
  { isFounded = false, asked = askedOf(pool), identity = identityOver(pool, asked), door = openDoor, ...more }: WorldOptions = {},
): Promise<World> {
  const store = new PostgresEventStore(pool);
  const workflow = createWorkflow(store);
  const clock = new VirtualClock('2022-07-01T08:00:00+07:00' as Instant);
  if (!isFounded) await foundOrganisation(workflow, clock.now());
  const app = await createApi({
    store,
    askedLog: new PostgresEventStore(asked),
    workflow,
    clock,
    tenant: TENANT,
    operations: new OperationBook(housePool(pool, asked)),
    identity,
    door,
    limits: null,
    readModels: new PostgresReadModels(asked),
    deliveries: new DeliveryBook(asked),
    proofs: new ProofBook(asked),
    logIndex: new PostgresLogIndex(asked),
    changes: new ChangeBook(pool),
    baseUrl: 'https://thac.example',
    log: () => undefined,
    ...more,
  });
  const get: World['get'] = (url, headers = {}) => ask(app, { method: 'GET', url, headers });
  const post: World['post'] = (url, { body, key = randomUUID(), ifMatch, headers = {} } = {}) =>
    ask(app, {
      method: 'POST',
      url,
      headers: { 'idempotency-key': key, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  return { app, workflow, clock, get, post, issueProvince: () => issue(post), close: () => app.close() };
}

async function foundOrganisation(workflow: Workflow, at: Instant): Promise<void> {
  const read = readOrganisationFile(JSON.parse(exampleText('organisation.json')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  await workflow.organisation.record(TENANT, read.events, at);
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, at);
}

async function issue(post: World['post']): Promise<number> {
  const published = await post('/api/v1/rules', { body: { text: PROVINCE_TEXT, actor: PROVINCE } });
  const issued = await post('/api/v1/plans', { body: { rules: published.body.hash, actor: PROVINCE } });
  if (issued.status !== 201) throw new Error(JSON.stringify(issued.body));
  return issued.body.derived;
}

type Injected = Exclude<Parameters<NestFastifyApplication['inject']>[0], string>;

/** Asks without a socket. */
export async function ask(app: NestFastifyApplication, request: Injected): Promise<Answer> {
  const { statusCode, headers, payload } = await app.inject(request);
  const json = /[/+]json\b/.test(String(headers['content-type']));
  return { status: statusCode, headers, body: json ? JSON.parse(payload) : payload };
}
