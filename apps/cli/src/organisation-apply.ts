import { randomUUID } from 'node:crypto';
import { parseJsonFile } from '#contracts';
import type { CascadeReorganised } from '#engine';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { readText } from './files.js';
import { Server, ServerFault, type Written } from './server.js';
import type { Terminal } from './terminal.js';
import type { Run } from './verb.js';

const URL_BY_DEFAULT = 'http://localhost:3000';
const LONGEST_S = '1800';
const DAY_S = 86_400;
/** Shorter than the five minutes after which Node gives a request up. */
const REQUEST_MS = 240_000;

interface Answer {
  readonly position: number;
  readonly effective: readonly string[];
  readonly cascades: readonly CascadeReorganised[];
}

/** `thac organisation apply FILE`: sends a file of changes to a running server, once per key. */
export const runOrganisationApply: Run = async (typed, terminal) => {
  const file = typed.words[0] ?? '';
  const actor = typed.value('actor');
  if (actor === undefined) {
    throw new UsageFault(
      { vi: 'Ai thực hiện? Thiếu --actor.', en: 'Who acts? --actor is missing.' },
      { vi: 'Thêm --actor MÃ_ĐƠN_VỊ.', en: 'Add --actor UNIT.' },
    );
  }
  const changes = parseJsonFile(file, await readText(file)) as object;
  const key = typed.value('key') ?? randomUUID();
  const said = `${{ vi: 'Khóa', en: 'Key' }[terminal.language]}: ${key}`;
  if (typed.flag('json')) terminal.err(said);
  else terminal.out(said);
  const server = new Server(typed.value('url') ?? URL_BY_DEFAULT);
  const waitMs = secondsOf(typed.value('wait') ?? LONGEST_S) * 1_000;
  const { answer, replayed } = await sent({ server, body: { actor, ...changes }, key, waitMs }, terminal);
  if (typed.flag('json')) terminal.out(JSON.stringify({ key, replayed, ...answer }, null, 2));
  else tell(answer, replayed, terminal);
  return EXIT.ok;
};

/** @throws UsageFault where it is no number of seconds from 1 to a day's */
function secondsOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= DAY_S) return Number(text);
  throw new UsageFault(
    {
      vi: `--wait ${text} không phải số giây từ 1 đến ${DAY_S}.`,
      en: `--wait ${text} is no number of seconds from 1 to ${DAY_S}.`,
    },
    { vi: 'Ví dụ: --wait 600.', en: 'For example: --wait 600.' },
  );
}

interface Sending {
  readonly server: Server;
  readonly body: object;
  readonly key: string;
  readonly waitMs: number;
}

/**
 * Every running plan is changed before the server answers, which takes minutes where there are many: while time is left, it is
 * asked again under the same key.
 */
async function sent({ server, body, key, waitMs }: Sending, { language, err }: Terminal): Promise<Written<Answer>> {
  const until = Date.now() + waitMs;
  for (let left = waitMs; ; left = until - Date.now()) {
    try {
      return await server.post<Answer>('organisation/changes', body, { key, waitMs: Math.min(left, waitMs / 2, REQUEST_MS) });
    } catch (error) {
      const isSlow = error instanceof ServerFault && error.code === 'server.slow';
      if (!isSlow || until - Date.now() < 1_000) throw error;
      err(
        {
          vi: 'Máy chủ đang chuyển việc dở dang; hỏi lại với cùng khóa.',
          en: 'The server is at work; asking again under the same key.',
        }[language],
      );
    }
  }
}

function tell({ position, effective, cascades }: Answer, replayed: boolean, { language, out }: Terminal): void {
  const days = effective.join(', ');
  const done = {
    vi: `Đã ghi, vị trí ${position}; có hiệu lực: ${days}.`,
    en: `Recorded, position ${position}; takes effect: ${days}.`,
  };
  const before = {
    vi: `Khóa này đã dùng: đã ghi trước đó, vị trí ${position}; có hiệu lực: ${days}; không ghi lại.`,
    en: `This key was used before: recorded already, position ${position}; takes effect: ${days}; nothing was recorded again.`,
  };
  out((replayed ? before : done)[language]);
  for (const cascade of cascades) {
    const ended = Object.values(cascade.ended).reduce((sum, count) => sum + count, 0);
    const { id, handedOver, transferred, inherited, readdressed, unresolved } = cascade;
    out(
      {
        vi: `${id}: chuyển giao ${handedOver}, kết thúc ${ended}; đơn vị kết thúc ${transferred}, kế thừa ${inherited}, đổi đầu mối ${readdressed}.`,
        en: `${id}: ${handedOver} handed over, ${ended} ended; units ended ${transferred}, taking over ${inherited}, readdressed ${readdressed}.`,
      }[language],
    );
    for (const { unit, obligation, reason } of unresolved) out(`  ? ${unit} ${obligation}: ${reason}`);
  }
}
