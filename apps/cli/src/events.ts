import type { EventView } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { dateOption } from './dates.js';
import { EXIT } from './exit-codes.js';
import type { Server } from './server.js';
import { sourceOf } from './source.js';
import { styled, type Terminal } from './terminal.js';
import type { Run, Typed } from './verb.js';

/** `thac events [DIR | --server URL]`: the log, one line an event. */
export const runEvents: Run = async (typed, terminal) => {
  const source = sourceOf(typed);
  const [stream, type] = [typed.value('stream'), typed.value('type')];
  const events = source.server ? askedEvents(source.server) : simulatedEvents(source.folder, typed);
  for await (const event of events) {
    if (stream !== undefined && !event.stream.includes(stream)) continue;
    if (type !== undefined && event.type !== type) continue;
    terminal.out(typed.flag('json') ? JSON.stringify(event) : readable(event, terminal));
  }
  return EXIT.ok;
};

async function* askedEvents(server: Server): AsyncGenerator<EventView> {
  yield* server.all<EventView>('events');
}

async function* simulatedEvents(folder: string, typed: Typed): AsyncGenerator<EventView> {
  const { simulateFolder } = await import('./simulation.js');
  for (const event of (await simulateFolder(folder, dateOption(typed, 'until'))).events) yield eventView(event);
}

const eventView = ({ position, stream, version, type, at, recordedAt, actor, data, because, by }: RecordedEvent): EventView => ({
  position,
  stream,
  version,
  type,
  at,
  recordedAt,
  actor,
  data,
  because,
  by: by ?? null,
});

const LONGEST = 100;

function readable({ position, at, type, stream, version, actor, data }: EventView, terminal: Terminal): string {
  const facts = JSON.stringify(data);
  const shown = facts.length <= LONGEST ? facts : `${facts.slice(0, LONGEST - 1)}…`;
  return `${String(position).padStart(6)} ${at.slice(0, 16)} ${styled(type, 'cyan', terminal)} ${stream}@${version} ${actor ?? '·'} ${shown}`;
}
