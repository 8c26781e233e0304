import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createLog, logLevelOf } from './log.js';

const message = { vi: 'Việc', en: 'Thing' };

/** A log whose lines can be looked at. */
function kept(level?: 'debug' | 'warn') {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const log = createLog({ service: 'api', now: () => '2022-07-01T01:00:00.000Z', write, ...(level && { level }) });
  return { log, lines };
}

describe('A log', () => {
  it('writes an entry as one object, with the request it belongs to', () => {
    const { log, lines } = kept();
    log({ level: 'info', message, traceId: 'r-1', tenant: 't', facts: { route: '/api/v1/items', status: 200 } });
    log({ level: 'error', message, tenant: null });
    expect(lines).toEqual([
      {
        at: '2022-07-01T01:00:00.000Z',
        level: 'info',
        service: 'api',
        message,
        traceId: 'r-1',
        tenant: 't',
        facts: { route: '/api/v1/items', status: 200 },
      },
      { at: '2022-07-01T01:00:00.000Z', level: 'error', service: 'api', message },
    ]);
  });

  it('passes over what is below its level', () => {
    const usual = kept();
    const quiet = kept('warn');
    for (const { log } of [usual, quiet])
      for (const level of ['debug', 'info', 'warn', 'error'] as const) log({ level, message });
    expect(usual.lines.map(({ level }) => level)).toEqual(['info', 'warn', 'error']);
    expect(quiet.lines.map(({ level }) => level)).toEqual(['warn', 'error']);
    expect([undefined, 'loud', 'debug'].map(logLevelOf)).toEqual(['info', 'info', 'debug']);
  });

  it('tells of an error what it was and where, not what somebody had written', () => {
    const { log, lines } = kept();
    const refused = new pg.DatabaseError('invalid input syntax for type date: "Nguyễn Văn A, 0912345678"', 1, 'error');
    Object.assign(refused, {
      code: '22007',
      severity: 'ERROR',
      routine: 'DateTimeParseError',
      detail: 'Key (tenant, note)=(t, Nguyễn Văn A) already exists.',
      where: 'unnamed portal parameter $1 = Nguyễn Văn A',
    });
    log({ level: 'error', message, error: new Error('outer', { cause: refused }) });
    const text = JSON.stringify(lines);
    expect(text).not.toMatch(/Nguyễn|0912/);
    expect(lines[0]?.['error']).toMatchObject({
      name: 'Error',
      message: 'outer',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.spec/)]),
      cause: { name: 'error', code: '22007', message: 'invalid input syntax for type date: "…"' },
    });
  });

  it('takes anything that was thrown', () => {
    const { log, lines } = kept();
    const loop = new Error('loop');
    loop.cause = loop;
    for (const error of ['text with a name', 7, null, loop]) log({ level: 'error', message, error });
    expect(lines).toHaveLength(4);
    expect(lines[0]?.['error']).toEqual({ name: 'string', message: '', stack: [] });
  });
});
