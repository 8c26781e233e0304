import { clockCameTo, type LogReader } from '#workflow';
import { readLine } from '#audit';
import { parseInstant, parseLocalDate, type Instant } from '#engine';
import type { RecordedEvent } from '#event-store';
import { withOwnDatabase } from '../backup/own-database.js';
import { UsageFault } from '../faults.js';
import { readText } from '../files.js';
import type { Terminal } from '../terminal.js';
import type { Typed } from '../verb.js';
import { unpacked } from './read-export.js';

/** A log that is looked into, and up to when its clock has come; null where that is not known. */
export interface LogSeen {
  readonly log: LogReader;
  readonly tenant: string;
  readonly until: Instant | null;
  /** Address of the database that it lies in, password included; undefined where it was read into memory. */
  readonly url?: string;
}

/** Looks into the log of a folder's scenario, of an export, or of the database of the installation. */
export async function withLog<T>(typed: Typed, terminal: Terminal, work: (seen: LogSeen) => Promise<T>): Promise<T> {
  const [folder, file] = [typed.value('folder'), typed.value('export')];
  if (folder !== undefined) return work(await ofFolder(folder));
  if (file !== undefined) return work(await ofExport(file));
  const { PostgresEventStore, sealedTenant } = await import('#persistence');
  return withOwnDatabase(typed, terminal, async ({ pool, url }) => {
    const tenant = await sealedTenant(pool, typed.value('tenant'));
    const log = new PostgresEventStore(pool);
    return work({ log, tenant, until: await clockCameTo(log, tenant), url });
  });
}

async function ofFolder(folder: string): Promise<LogSeen> {
  const { loadScenario } = await import('#workflow');
  const { InMemoryEventStore } = await import('#event-store');
  const { simulateIn } = await import('../simulation.js');
  const store = new InMemoryEventStore();
  const bundle = await loadScenario(folder, readText);
  const { until } = await simulateIn(store, bundle, undefined);
  return { log: store, tenant: bundle.top, until: `${until}T23:59:59+07:00` as Instant };
}

/** The events of an export, read into memory; whether they are as they were sealed is what `audit verify` tells. */
async function ofExport(file: string): Promise<LogSeen> {
  const { logReader } = await import('#workflow');
  const { reasonsOf } = await import('#event-store');
  const events: RecordedEvent[] = [];
  let tenant = '';
  for await (const text of linesOf(file)) {
    const line = readLine(text);
    if (line?.kind === 'manifest') tenant = line.tenant;
    if (line?.kind !== 'event') continue;
    const { kind: _kind, leaf: _leaf, ...event } = line;
    events.push({ ...event, tenant, at: event.at as Instant, data: JSON.parse(event.data), ...reasonsOf(event.because) });
  }
  return { log: logReader(events), tenant, until: null };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of unpacked(file)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** A day means its end, a time without an offset that of Việt Nam. @throws UsageFault */
export function momentOption(typed: Typed, name: string): Instant | undefined {
  const text = typed.value(name);
  if (text === undefined) return undefined;
  if (parseLocalDate(text)) return `${text}T23:59:59+07:00` as Instant;
  const whole = /T\d\d:\d\d$/.test(text) ? `${text}:00+07:00` : /T\d\d:\d\d:\d\d$/.test(text) ? `${text}+07:00` : text;
  const instant = parseInstant(whole);
  if (instant) return instant;
  throw new UsageFault(
    { vi: `--${name}: “${text}” không phải ngày hay thời điểm.`, en: `--${name}: “${text}” is neither a day nor an instant.` },
    { vi: 'Viết 2022-07-05 hoặc 2022-07-05T10:00.', en: 'Write 2022-07-05 or 2022-07-05T10:00.' },
  );
}

/** A moment that has to be given. @throws UsageFault */
export function neededMoment(typed: Typed, name: string): Instant {
  const moment = momentOption(typed, name);
  if (moment) return moment;
  throw new UsageFault(
    { vi: `Thiếu --${name}.`, en: `--${name} is missing.` },
    { vi: `Thêm --${name} 2022-07-05 hoặc 2022-07-05T10:00.`, en: `Add --${name} 2022-07-05 or 2022-07-05T10:00.` },
  );
}
