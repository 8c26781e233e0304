import {
  type Database,
  projections,
  type Rebuilt,
  type RebuildProgress,
  rebuildProjection,
  rebuildReadModels,
  tenantsOf,
  verifyReadModels,
} from '#persistence';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { withOwnDatabase } from './own-database.js';

/** What became of one tenant. */
interface Outcome extends Rebuilt {
  readonly tenant: string;
}

/**
 * `thac rebuild [TENANT]`: makes what people read anew from the log, while they go on working; `--check` only compares.
 * Exit code 1 where a check finds something.
 */
export const runRebuild: Run = async (typed, terminal) => {
  const outcomes = await withOwnDatabase(typed, terminal, async (database) => {
    const [wanted] = typed.words;
    const found: Outcome[] = [];
    for (const tenant of wanted === undefined ? await tenantsOf(database.pool) : [wanted]) {
      found.push({ tenant, ...(await rebuildTenant(database, tenant, { typed, terminal })) });
    }
    return found;
  });
  const isCheck = typed.flag('check');
  if (typed.flag('json')) terminal.out(JSON.stringify(outcomes, null, 2));
  else for (const outcome of outcomes) terminal.out(outcomeLine(outcome, isCheck, terminal));
  return isCheck && outcomes.some(({ differing }) => differing > 0) ? EXIT.refused : EXIT.ok;
};

interface Asked {
  readonly typed: Typed;
  readonly terminal: Terminal;
}

async function rebuildTenant({ pool }: Database, tenant: string, { typed, terminal }: Asked): Promise<Rebuilt> {
  const notes = new Notes(tenant, terminal, typed.flag('json'));
  const options = { anew: typed.flag('anew'), onProgress: (progress: RebuildProgress) => notes.note(progress) };
  if (typed.flag('check')) return verifyReadModels(pool, tenant, options);
  const rebuilt = await rebuildReadModels(pool, tenant, options);
  for (const projection of projections()) await rebuildProjection(pool, projection, { tenant });
  return rebuilt;
}

/** A line for each phase, and for every tenth of the log that has been read. */
class Notes {
  private said = '';

  constructor(
    private readonly tenant: string,
    private readonly terminal: Terminal,
    private readonly isQuiet: boolean,
  ) {}

  note({ phase, events, head }: RebuildProgress): void {
    const tenths = phase === 'read' && head > 0 ? Math.floor((events / head) * 10) : 10;
    const line = `${phase} ${tenths}`;
    if (this.isQuiet || line === this.said) return;
    this.said = line;
    const { language } = this.terminal;
    const share = phase === 'read' ? ` ${tenths * 10} % (${events}/${head})` : '';
    this.terminal.err(`${this.tenant}: ${PHASES[phase][language]}${share}`);
  }
}

const PHASES: Readonly<Record<RebuildProgress['phase'], { readonly vi: string; readonly en: string }>> = {
  read: { vi: 'đọc nhật ký', en: 'reading the log' },
  'catch-up': { vi: 'đọc phần mới ghi', en: 'taking in what was recorded meanwhile' },
  compare: { vi: 'so sánh', en: 'comparing' },
  switch: { vi: 'thay các dòng khác', en: 'replacing the rows that differ' },
};

function outcomeLine({ tenant, events, streams, differing }: Outcome, isCheck: boolean, { language }: Terminal): string {
  const read = { vi: `${events} sự kiện, ${streams} luồng`, en: `${events} events, ${streams} streams` }[language];
  if (differing === 0) {
    return `${tenant}: ${read}; ${{ vi: 'mọi dòng đều đúng như nhật ký.', en: 'every row is what the log gives.' }[language]}`;
  }
  const what = isCheck
    ? { vi: `${differing} mục khác với nhật ký: chạy thac rebuild.`, en: `${differing} differ from the log: run thac rebuild.` }
    : { vi: `đã thay ${differing} mục khác với nhật ký.`, en: `${differing} differed from the log and were replaced.` };
  return `${tenant}: ${read}; ${what[language]}`;
}
