import { loadScenario, outcomeOf } from '#workflow';
import type { LocalDate } from '#engine';
import { dateOption } from './dates.js';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { readText } from './files.js';
import { outcomeLines } from './outcome-lines.js';
import { simulateFolder, simulateIn, type Simulated } from './simulation.js';
import type { Terminal } from './terminal.js';
import type { Run } from './verb.js';

/** `thac simulate DIR`: what a year comes to, in words or as one JSON object. */
export const runSimulate: Run = async (typed, terminal) => {
  const [folder = '.'] = typed.words;
  const until = dateOption(typed, 'until');
  const lived = typed.flag('postgres') ? await onPostgres(folder, until, terminal) : await simulateFolder(folder, until);
  const outcome = outcomeOf(lived.events, lived.until);
  if (!outcome) throw nothingIssued(until);
  if (typed.flag('json')) terminal.out(JSON.stringify(outcome, null, 2));
  else for (const line of outcomeLines(outcome, terminal)) terminal.out(line);
  return EXIT.ok;
};

async function onPostgres(folder: string, until: LocalDate | undefined, terminal: Terminal): Promise<Simulated> {
  const bundle = await loadScenario(folder, readText);
  const { withThrowAwayDatabase } = await import('./throw-away-database.js');
  const { PostgresEventStore } = await import('#persistence');
  const url = terminal.environment['DATABASE_URL'];
  return withThrowAwayDatabase(url, ({ pool }) => simulateIn(new PostgresEventStore(pool), bundle, until));
}

/** A day before anything happened has no outcome. */
export const nothingIssued = (until: LocalDate | undefined): UsageFault =>
  new UsageFault(
    { vi: `Đến ngày ${until ?? '—'} chưa có kế hoạch nào được ban hành.`, en: `By ${until ?? '—'} no plan has been issued.` },
    { vi: 'Chọn --until muộn hơn.', en: 'Choose a later --until.' },
  );
