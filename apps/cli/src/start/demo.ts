import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalDate, UnitId } from '#engine';
import { type Grant, type GrantId, type Right, type Role, roleName, type Subject, type UserId } from '#identity';
import type { Accounts } from '../../../api/src/auth/accounts.js';
import type { Door } from '../../../api/src/auth/access.js';
import type { Teller } from './teller.js';

/** A user that a demonstration has ready. */
export interface DemoUser {
  readonly role: Role;
  readonly unit: string | null;
  readonly name: string;
  readonly password: string;
  readonly token: string;
}

const FILE = 'demo-users.json';
const DAYS = 366;
const FOR_EVER = { from: '1900-01-01' as LocalDate, until: null };

/** One of each role, of units of the example that comes along. */
const READY: readonly (readonly [role: Role, name: string, unit: string | null])[] = [
  ['rules-author', 'soan-thao', 'vn-10'],
  ['official', 'can-bo', 'vn-10.086.02929'],
  ['unit-head', 'thu-truong', 'vn-10.086'],
  ['leader', 'lanh-dao', 'vn-10'],
  ['auditor', 'kiem-toan', null],
  ['system-administrator', 'quan-tri', null],
];

const grantOf = (role: Role, unit: string | null): Grant => ({
  id: `demo-${role}` as GrantId,
  role,
  unit: unit as UnitId | null,
  reach: 'unit',
  ...FOR_EVER,
});

/** Addresses under which only this machine reaches a server. */
export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);

/**
 * The users of the demonstration in a data folder: made, with passwords and tokens of their own, where nobody has an account yet.
 * @returns undefined where others have accounts: then it is no demonstration
 */
export async function openDemo(
  { accounts, tenant, folder }: { readonly accounts: Accounts; readonly tenant: string; readonly folder: string },
  { isNew }: { readonly isNew: boolean },
): Promise<readonly DemoUser[] | undefined> {
  const file = path.join(folder, FILE);
  if (!isNew)
    return readFile(file, 'utf8').then(
      (text) => JSON.parse(text) as DemoUser[],
      () => undefined,
    );
  const users: DemoUser[] = [];
  for (const [role, name, unit] of READY) {
    const password = randomBytes(12).toString('base64url');
    const user = await accounts.addReady(tenant, { name, shownName: roleName(role).vi, password, grant: grantOf(role, unit) });
    const { secret } = await accounts.addToken(tenant, user, { name: 'demo', mayWrite: true, isStrong: true, days: DAYS });
    users.push({ role, unit, name, password, token: secret });
  }
  await writeFile(file, `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 });
  return users;
}

/** Tells who can sign in. */
export function tellDemo(users: readonly DemoUser[], folder: string, teller: Teller): void {
  const file = path.join(folder, FILE);
  teller.tell({
    vi: `Bản trình diễn: ai mở trang trên máy này cũng xem được; để làm việc, đăng nhập bằng một trong các tài khoản sau (${file}):`,
    en: `A demonstration: whoever opens the page on this machine may look; to act, sign in as one of these (${file}):`,
  });
  for (const { role, name, password, unit } of users)
    teller.note(`${name}  ${password}  ${roleName(role).vi} / ${roleName(role).en}${unit === null ? '' : `, ${unit}`}`);
}

const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/;
const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;
/** Whoever forwards for others is on this machine itself: what it forwards is not. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const right = (role: Role): Right => ({ grant: grantOf(role, null), lender: null, delegation: null, state: 'now', ...FOR_EVER });

const VISITOR: Subject = {
  user: 'u-visitor' as UserId,
  isBlocked: false,
  isStrong: true,
  mayWrite: false,
  rights: [right('leader'), right('auditor')],
};

/**
 * Lets whoever sits at this machine look at the demonstration without signing in. The name that was asked for must be this
 * machine's too: a page from elsewhere, whose name was made to lead here, is not let in.
 */
export const demoDoor: Door = ({ raw, headers }) => {
  const isHere = LOOPBACK_ADDRESS.test(raw.socket.remoteAddress ?? '') && LOOPBACK_NAME.test(headers.host ?? '');
  return isHere && !FORWARDED.some((name) => name in headers) ? VISITOR : undefined;
};
