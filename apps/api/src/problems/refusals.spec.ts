import { describe, expect, it } from '@jest/globals';
import type { LogEntry } from '../log.js';
import { Refusals } from './refusals.js';

const ONE = { code: 'request.invalid', method: 'POST', route: '/api/v1/plans', address: '192.0.2.1', traceId: 't1' };

describe('Requests that are refused for what they are', () => {
  it('are written down once a minute for each code and address, with how many more there were', () => {
    let now = 0;
    const told: LogEntry[] = [];
    const refusals = new Refusals(
      (entry) => told.push(entry),
      () => now,
    );
    const send = (times: number, more: Partial<typeof ONE> = {}): void => {
      for (let n = 0; n < times; n++) refusals.note({ ...ONE, ...more });
    };
    send(500);
    send(2, { address: '192.0.2.2' });
    send(2, { code: 'request.too-many' });
    now = 60_000;
    send(1, { traceId: 't2' });
    const { code: reason, method, route, address } = ONE;
    const facts = { reason, method, route, address };
    expect(told.map((entry) => entry.facts)).toEqual([
      facts,
      { ...facts, address: '192.0.2.2' },
      { ...facts, reason: 'request.too-many' },
      { ...facts, more: 499 },
    ]);
    expect(told.at(-1)).toMatchObject({
      level: 'info',
      traceId: 't2',
      message: { vi: expect.any(String), en: expect.any(String) },
    });
  });

  it('are not those that anybody may meet', () => {
    const told: LogEntry[] = [];
    const refusals = new Refusals((entry) => told.push(entry));
    for (const code of ['not-found', 'version.stale', 'item.closed', 'access.not-signed-in']) refusals.note({ ...ONE, code });
    expect(told).toEqual([]);
  });

  it('fill no memory, however many addresses they come from', () => {
    let count = 0;
    const refusals = new Refusals(
      () => (count += 1),
      () => 0,
    );
    for (let n = 0; n < 10_001; n++) refusals.note({ ...ONE, address: String(n) });
    refusals.note({ ...ONE, address: '10000' });
    expect(count).toBe(10_001);
    refusals.note({ ...ONE, address: '0' });
    expect(count).toBe(10_002);
  });
});
