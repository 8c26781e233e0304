import { randomUUID } from 'node:crypto';
import { shownDate } from './dates.js';
import { EXIT } from './exit-codes.js';
import { Server } from './server.js';
import { styled, type Terminal } from './terminal.js';
import type { Run } from './verb.js';

const LOCAL = 'http://localhost:3000';

/** A notice as the server shows it. */
export interface ShownDelivery {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly plan: string;
  readonly unit: string;
  readonly obligation: string;
  readonly step: string;
  readonly due: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** `thac deliveries dead [--server URL]`. */
export const runDeadDeliveries: Run = async (typed, terminal) => {
  const server = new Server(typed.value('server') ?? LOCAL);
  const dead: ShownDelivery[] = [];
  for await (const each of server.all<ShownDelivery>('deliveries/dead')) dead.push(each);
  if (typed.flag('json')) terminal.out(JSON.stringify(dead, null, 2));
  else for (const line of deadLines(dead, terminal)) terminal.out(line);
  return EXIT.ok;
};

/** `thac deliveries retry ID [--server URL]`. */
export const runRetryDelivery: Run = async (typed, terminal) => {
  const server = new Server(typed.value('server') ?? LOCAL);
  const path = `deliveries/${encodeURIComponent(typed.words[0] ?? '')}/retry`;
  const { answer } = await server.post<ShownDelivery>(path, {}, { key: typed.value('key') ?? randomUUID() });
  if (typed.flag('json')) terminal.out(JSON.stringify(answer, null, 2));
  else terminal.out(retryLine(answer, terminal));
  return EXIT.ok;
};

/** How many there are; then two lines for each: whom it was for and about what, and why it failed. */
export function deadLines(dead: readonly ShownDelivery[], terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const head = { vi: `Thông báo không gửi được: ${dead.length}`, en: `Notices that could not be delivered: ${dead.length}` };
  return [head[language], ...dead.flatMap((each) => entryLines(each, terminal))];
}

function entryLines(
  { id, recipient, subject, unit, obligation, step, due, attempts, lastError }: ShownDelivery,
  terminal: Terminal,
) {
  const { language } = terminal;
  const day = shownDate(due, language);
  const about = {
    vi: `${subject} → ${recipient} · ${unit} · ${obligation} · ${step} · hạn ${day}`,
    en: `${subject} → ${recipient} · ${unit} · ${obligation} · ${step} · due ${day}`,
  }[language];
  const why = {
    vi: `  ${attempts} lần, lần cuối: ${lastError ?? 'không trả lời'}`,
    en: `  ${attempts} attempts, the last: ${lastError ?? 'no answer'}`,
  }[language];
  return [`${styled(id, 'bold', terminal)} ${about}`, styled(why, 'red', terminal)];
}

/** Whether it is tried again, or why there is nothing to try. */
export function retryLine({ id, state }: ShownDelivery, { language }: Terminal): string {
  if (state === 'again') return { vi: `${id}: sẽ gửi lại.`, en: `${id}: will be sent again.` }[language];
  return { vi: `${id}: không cần gửi lại (${state}).`, en: `${id}: nothing to send again (${state}).` }[language];
}
