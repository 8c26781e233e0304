import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { base64, carryOut, consistencyPlan, eventHash, Tiles, TileWriter } from '#audit';
import { leafEvents, type SealedLog, sealedLog } from '#testing';
import { main } from '../src/main.js';

/** A server that answers for a sealed log, as the API does. */
async function serving<T>(log: SealedLog, work: (address: string) => Promise<T>): Promise<T> {
  const writer = new TileWriter(0, []);
  for (const event of log.events) writer.add(eventHash(log.tenant, event));
  const { hashOf } = new Tiles(writer.changed());
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const proof = () => carryOut(consistencyPlan(Number(searchParams.get('from')), Number(searchParams.get('to'))), hashOf);
    const newest = { size: log.events.length, note: log.notes.at(-1), key: log.keyText };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(pathname.endsWith('/checkpoint') ? newest : { proof: proof().map(base64) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function keep(log: SealedLog, file: string): Promise<{ readonly code: number; readonly err: string }> {
  let err = '';
  const surroundings = {
    environment: { LANG: 'en_GB.UTF-8' },
    stdout: { write: () => true },
    stderr: { write: (text: string) => (err += text) },
  };
  const code = await serving(log, (address) => main(['audit', 'checkpoint', '--keep', file, '--server', address], surroundings));
  return { code, err };
}

describe('thac audit checkpoint --keep', () => {
  it('adds what carries on, once, and refuses what was rolled back, rewritten or signed by another', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'thac-keep-'));
    const file = path.join(folder, 'kept.txt');
    const events = leafEvents(40);
    const [early, late] = [sealedLog(events.slice(0, 25)), sealedLog(events)];
    const rewritten = sealedLog(events.with(3, { ...events[3]!, data: '{}' }));
    expect((await keep(early, file)).code).toBe(0);
    expect((await keep(late, file)).code).toBe(0);
    expect((await keep(late, file)).code).toBe(0);
    const kept = `${early.notes.at(-1)}${late.notes.at(-1)}`;
    expect(await readFile(file, 'utf8')).toBe(kept);
    expect(await keep(early, file)).toEqual({ code: 1, err: expect.stringMatching(/audit\.rolled-back: The log has 25 events/) });
    expect(await keep(rewritten, file)).toEqual({ code: 1, err: expect.stringMatching(/audit\.forked: The first 25 events/) });
    await writeFile(file, kept.replace('\n25\n', '\n24\n'));
    expect(await keep(late, file)).toEqual({ code: 1, err: expect.stringMatching(/audit\.other-key/) });
    await rm(folder, { recursive: true });
  });
});
