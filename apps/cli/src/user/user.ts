import { EXIT } from '../exit-codes.js';
import { unknownWord, UsageFault } from '../faults.js';
import { Server } from '../server.js';
import { styled, type Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';

const LOCAL = 'http://localhost:3000';

interface Right {
  readonly grant: string;
  readonly role: string;
  readonly unit: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly state: string;
}
interface User {
  readonly id: string;
  readonly name: string;
  readonly shownName: string;
  readonly blocked: boolean;
  readonly rights: readonly Right[];
}

/** The server that options name. */
export const serverOf = (typed: Typed): Server => new Server(typed.value('server') ?? LOCAL);
const given = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The role that options name. @throws UsageFault */
function roleOf(typed: Typed): object {
  const role = typed.value('role');
  if (role === undefined)
    throw new UsageFault(
      { vi: 'Thiếu --role.', en: '--role is missing.' },
      { vi: 'Ví dụ: --role official --unit vn-10.086.', en: 'For example: --role official --unit vn-10.086.' },
    );
  const reach = typed.flag('subtree') ? 'subtree' : undefined;
  return { role, ...given({ unit: typed.value('unit'), from: typed.value('from'), until: typed.value('until'), reach }) };
}

/** `thac user add NAME`: lets somebody in, with a first role, and prints the one-time link. */
export const runUserAdd: Run = async (typed, terminal) => {
  const [name = ''] = typed.words;
  const server = serverOf(typed);
  const body = { name, shownName: typed.value('shown') ?? name, ...roleOf(typed) };
  const { answer } = await server.post<{ id: string; link: string }>('users', body, { key: name });
  if (typed.flag('json')) terminal.out(JSON.stringify(answer, null, 2));
  else {
    terminal.out({ vi: `Đã thêm ${name} (${answer.id}).`, en: `Added ${name} (${answer.id}).` }[terminal.language]);
    terminal.out(`${server.origin}${answer.link}`);
  }
  return EXIT.ok;
};

/** `thac user list`. */
export const runUserList: Run = async (typed, terminal) => {
  const users: User[] = [];
  for await (const user of serverOf(typed).all<User>('users')) users.push(user);
  if (typed.flag('json')) terminal.out(JSON.stringify(users, null, 2));
  else for (const user of users) tell(user, terminal);
  return EXIT.ok;
};

function tell({ id, name, shownName, blocked, rights }: User, terminal: Terminal): void {
  const shut = blocked ? { vi: ' (bị khóa)', en: ' (blocked)' }[terminal.language] : '';
  terminal.out(`${styled(name, 'bold', terminal)}  ${shownName}  ${id}${shut}`);
  for (const { grant, role, unit, from, until, state } of rights)
    terminal.out(`  ${role} ${unit ?? '*'} ${from}…${until ?? ''} ${state}  ${grant}`);
}

/** `thac user grant USER --role R`. */
export const runUserGrant: Run = async (typed, terminal) => {
  const [user = ''] = typed.words;
  const path = `users/${encodeURIComponent(user)}/grants`;
  const { answer } = await serverOf(typed).post<{ id: string }>(path, roleOf(typed), { key: user });
  terminal.out({ vi: `Đã giao: ${answer.id}.`, en: `Granted: ${answer.id}.` }[terminal.language]);
  return EXIT.ok;
};

/** `thac user revoke USER GRANT`. */
export const runUserRevoke: Run = async (typed, terminal) => {
  const [user = '', grant = ''] = typed.words;
  const path = `users/${encodeURIComponent(user)}/grants/${encodeURIComponent(grant)}/revoke`;
  await serverOf(typed).post(path, {}, { key: grant });
  terminal.out({ vi: 'Đã thu hồi.', en: 'Taken back.' }[terminal.language]);
  return EXIT.ok;
};

const ACTS = ['block', 'unblock', 'link'];

/** `thac user block|unblock|link USER`. */
export const runUserAct: Run = async (typed, terminal) => {
  const [act = '', user = ''] = typed.words;
  if (!ACTS.includes(act)) throw unknownWord({ vi: 'thao tác', en: 'act' }, act, ACTS);
  const server = serverOf(typed);
  const { answer } = await server.post<{ link?: string }>(`users/${encodeURIComponent(user)}/${act}`, {}, { key: user });
  terminal.out(answer.link === undefined ? { vi: 'Xong.', en: 'Done.' }[terminal.language] : `${server.origin}${answer.link}`);
  return EXIT.ok;
};

/** `thac whoami`. */
export const runWhoAmI: Run = async (typed, terminal) => {
  const found = await serverOf(typed).get<User & { readonly user: string }>('session');
  if (typed.flag('json')) terminal.out(JSON.stringify(found, null, 2));
  else tell({ ...found, id: found.user, name: found.name ?? '–', shownName: found.shownName ?? '', blocked: false }, terminal);
  return EXIT.ok;
};
