import { randomUUID } from 'node:crypto';
import type { Grant, GrantId, Role, UserId } from '#identity';
import type { LocalDate, UnitId } from '#engine';
import { accountsOver } from '../src/auth/open-identity.js';
import type { Accounts } from '../src/auth/accounts.js';
import { People } from '../src/auth/people.js';
import { type Answer, ask, TENANT, type World } from './world.js';
import type { Identity } from '../src/auth/identity.js';

/** A password that will do. */
export const PASSWORD = 'ba con vit qua song';

/** A session as a browser has it. */
export interface Browser {
  readonly cookie: string;
  readonly csrf: string;
  readonly user: string;
  get(url: string): Promise<Answer>;
  post(url: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Accounts in a world, and ways to come in. */
export interface House {
  readonly accounts: Accounts;
  readonly people: People;
  /** Makes an account with a role; with {@link PASSWORD} where it `signs` in. @returns its id */
  add(name: string, role: Role, unit: string | null, more?: Partial<Grant> & { signs?: boolean }): Promise<UserId>;
  signIn(name: string, more?: object): Promise<Answer>;
  /** Signs in, and goes on as that browser. */
  browse(name: string, more?: object): Promise<Browser>;
  /** A token of a user. */
  token(user: string, more?: { mayWrite?: boolean; isStrong?: boolean; days?: number }): Promise<string>;
  with(token: string): { get(url: string): Promise<Answer>; post(url: string, body?: object): Promise<Answer> };
}

export const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie'] ?? '').split(';')[0] ?? '';

/** Over the same accounts as the world's API. */
export function houseOf(world: World, identity: Identity): House {
  const accounts = accountsOver(identity, world.workflow, world.clock);
  const people = new People(world.workflow.store, world.workflow.knowledge);
  const post = (url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Answer> =>
    ask(world.app, { method: 'POST', url, headers: { 'idempotency-key': randomUUID(), ...headers }, payload: body });
  const signIn = (name: string, more: object = {}) => post('/api/v1/session', { name, password: PASSWORD, ...more }, {});
  return {
    accounts,
    people,
    signIn,
    add: async (name, role, unit, { signs = false, ...more } = {}) => {
      const grant: Grant = {
        id: `g-${name}` as GrantId,
        role,
        unit: unit as UnitId | null,
        reach: 'unit',
        from: '2022-01-01' as LocalDate,
        until: null,
        ...more,
      };
      return (await accounts.addReady(TENANT, { name, shownName: name, grant, ...(signs && { password: PASSWORD }) })) as UserId;
    },
    browse: async (name, more) => {
      const answer = await signIn(name, more);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return browserOf(world, answer);
    },
    token: async (user, { mayWrite = true, isStrong = false, days = 1 } = {}) =>
      (await accounts.addToken(TENANT, user, { name: 'test', mayWrite, isStrong, days })).secret,
    with: (token) => {
      const headers = { authorization: `Bearer ${token}` };
      return {
        get: (url) => world.get(url, headers),
        post: (url, body = {}) => world.post(url, { body, headers, ifMatch: '*' }),
      };
    },
  };
}

/** Goes on with what an answer set. */
export function browserOf(world: World, answer: Answer): Browser {
  const cookie = cookieOf(answer);
  const { csrf, user } = answer.body as { csrf: string; user: string };
  return {
    cookie,
    csrf,
    user,
    get: (url) => world.get(url, { cookie }),
    post: (url, body = {}, headers = {}) =>
      world.post(url, { body, ifMatch: '*', headers: { cookie, 'x-thac-csrf': csrf, ...headers } }),
  };
}
