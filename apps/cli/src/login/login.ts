import { hostname } from 'node:os';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { ActRefused, Server } from '../server.js';
import type { Terminal } from '../terminal.js';
import type { Run } from '../verb.js';
import { Prompt } from './ask.js';
import { keepToken, keptToken } from './credentials.js';

const LOCAL = 'http://localhost:3000';
const DAYS = 30;

interface Session {
  readonly csrf: string;
  readonly name: string | null;
}

/** `thac login`: signs in with name, password and code, and keeps a token for that server. */
export const runLogin: Run = async (typed, terminal) => {
  const address = typed.value('server') ?? LOCAL;
  const server = new Server(address);
  const { language, environment } = terminal;
  const days = daysOf(typed.value('days'));
  const prompt = new Prompt();
  try {
    const name = typed.value('name') ?? (await prompt.line({ vi: 'Tên đăng nhập: ', en: 'Name: ' }[language]));
    const password = await prompt.line({ vi: 'Mật khẩu: ', en: 'Password: ' }[language], { secret: true });
    const { answer, cookie } = await signedIn(server, { name, password }, () =>
      prompt.line({ vi: 'Mã xác thực: ', en: 'Code: ' }[language]),
    );
    const scope = typed.flag('read-only') ? 'read' : 'write';
    const made = await server.enter<{ id: string; token: string }>(
      'tokens',
      { name: `thac login, ${hostname()}`.slice(0, 100), scope, days },
      { cookie, csrf: answer.csrf },
    );
    await server.enter('session/end', {}, { cookie, csrf: answer.csrf });
    keepToken(server.origin, { id: made.answer.id, token: made.answer.token }, environment);
    tellKept(name, server.origin, terminal);
  } finally {
    prompt.close();
  }
  return EXIT.ok;
};

/** Asks for the code only where the server does. */
async function signedIn(server: Server, who: { readonly name: string; readonly password: string }, code: () => Promise<string>) {
  try {
    return await server.enter<Session>('session', who);
  } catch (error) {
    if (!(error instanceof ActRefused) || error.code !== 'sign-in.code-needed') throw error;
    return server.enter<Session>('session', { ...who, code: await code() });
  }
}

function daysOf(text: string | undefined): number {
  if (text === undefined) return DAYS;
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 366) return Number(text);
  throw new UsageFault(
    { vi: `--days ${text} không phải số từ 1 đến 366.`, en: `--days ${text} is no number from 1 to 366.` },
    { vi: 'Ví dụ: --days 30.', en: 'For example: --days 30.' },
  );
}

const tellKept = (name: string, origin: string, { out, language }: Terminal): void =>
  out({ vi: `Đã đăng nhập ${origin}: ${name}.`, en: `Signed in at ${origin}: ${name}.` }[language]);

/** `thac logout`: takes the kept token of a server back, and forgets it. */
export const runLogout: Run = async (typed, { environment, out, language }) => {
  const server = new Server(typed.value('server') ?? LOCAL);
  const kept = keptToken(server.origin, environment);
  if (kept) await server.post(`tokens/${encodeURIComponent(kept.id)}/revoke`, {}, { key: 'logout' });
  keepToken(server.origin, undefined, environment);
  out({ vi: `Đã đăng xuất ${server.origin}.`, en: `Signed out at ${server.origin}.` }[language]);
  return EXIT.ok;
};
