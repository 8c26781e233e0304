import { createWorkflow, loadScenario, outcomeOf, runScenario } from '#application';
import type { LocalDate } from '#engine';
import type { RecordedEvent } from '#event-store';
import { dateOption } from './dates.js';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
import { readText } from './files.js';
import { outcomeLines } from './outcome-lines.js';
import { simulateFolder, wholeLog } from './simulation.js';
import type { Terminal } from './terminal.js';
import type { Run } from './verb.js';

/** `thac simulate DIR`: what a year comes to, in words or as one JSON object. */
export const runSimulate: Run = async (typed, terminal) => {
  const [folder = '.'] = typed.words;
  const until = dateOption(typed, 'until');
  const events = typed.flag('postgres')
    ? await onPostgres(folder, until, terminal)
    : (await simulateFolder(folder, until)).events;
  const outcome = outcomeOf(events, until);
  if (!outcome) throw nothingIssued(until);
  if (typed.flag('json')) terminal.out(JSON.stringify(outcome, null, 2));
  else for (const line of outcomeLines(outcome, terminal)) terminal.out(line);
  return EXIT.ok;
};

async function onPostgres(folder: string, until: LocalDate | undefined, terminal: Terminal): Promise<readonly RecordedEvent[]> {
  const bundle = await loadScenario(folder, readText);
  const { withThrowAwayDatabase } = await import('./throw-away-database.js');
  const { PostgresEventStore } = await import('#persistence');
  return withThrowAwayDatabase(terminal.environment['DATABASE_URL'], async ({ pool }) => {
    const workflow = createWorkflow(new PostgresEventStore(pool));
    await runScenario(workflow, bundle, { tenant: bundle.top, ...(until && { until }) });
    return wholeLog(workflow.store, bundle.top);
  });
}

/** A day before anything happened has no outcome. */
export const nothingIssued = (until: LocalDate | undefined): UsageFault =>
  new UsageFault(
    { vi: `Đến ngày ${until ?? '—'} chưa có kế hoạch nào được ban hành.`, en: `By ${until ?? '—'} no plan has been issued.` },
    { vi: 'Chọn --until muộn hơn.', en: 'Choose a later --until.' },
  );
