import { randomUUID } from 'node:crypto';
import { parseJsonFile } from '#contracts';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { readText } from './files.js';
import { Server } from './server.js';
import type { Terminal } from './terminal.js';
import type { Run } from './verb.js';

const URL_BY_DEFAULT = 'http://localhost:3000';

interface Cascade {
  readonly id: string;
  readonly transferred: number;
  readonly inherited: number;
  readonly readdressed: number;
  readonly handedOver: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly unresolved: readonly { readonly unit: string; readonly obligation: string; readonly reason: string }[];
}

interface Answer {
  readonly position: number;
  readonly effective: readonly string[];
  readonly cascades: readonly Cascade[];
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
  const { answer, replayed } = await server.post<Answer>('organisation/changes', { actor, ...changes }, key);
  if (typed.flag('json')) terminal.out(JSON.stringify({ key, replayed, ...answer }, null, 2));
  else tell(answer, terminal);
  return EXIT.ok;
};

function tell({ position, effective, cascades }: Answer, { language, out }: Terminal): void {
  const days = effective.join(', ');
  out(
    { vi: `Đã ghi, vị trí ${position}; có hiệu lực: ${days}.`, en: `Recorded, position ${position}; takes effect: ${days}.` }[
      language
    ],
  );
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
