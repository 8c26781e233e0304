import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { serverOf } from './user.js';
import type { Run } from '../verb.js';

interface Outside {
  readonly issuer: string;
  readonly subject: string | null;
}

const BOTH = new UsageFault(
  { vi: '--subject và --remove không đi cùng nhau.', en: '--subject and --remove do not go together.' },
  { vi: 'Gỡ trước, rồi gắn lại.', en: 'Take the link away, then link anew.' },
);

/** `thac user outside USER [--subject ID | --remove]`: links, unlinks, and tells who a user is at the sign-in service outside. */
export const runUserOutside: Run = async (typed, terminal) => {
  const [user = ''] = typed.words;
  const [subject, removes] = [typed.value('subject'), typed.flag('remove')];
  if (subject !== undefined && removes) throw BOTH;
  const server = serverOf(typed);
  const path = `users/${encodeURIComponent(user)}/outside`;
  if (subject !== undefined) await server.post(path, { subject }, { key: user });
  if (removes) await server.post(`${path}/remove`, {}, { key: user });
  const found = await server.get<Outside>(path);
  const nobody = { vi: 'chưa gắn với ai', en: 'nobody' }[terminal.language];
  terminal.out(typed.flag('json') ? JSON.stringify(found, null, 2) : `${found.subject ?? nobody}  ${found.issuer}`);
  return EXIT.ok;
};
