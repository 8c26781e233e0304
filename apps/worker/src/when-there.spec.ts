import { describe, expect, it, jest } from '@jest/globals';
import { whenThere } from './when-there.js';

const never = new Promise<never>(() => undefined);

describe('What a worker cannot do without', () => {
  it('is opened again until it is there, and each failure is told', async () => {
    let tries = 0;
    const log = jest.fn();
    const open = async (): Promise<string> => {
      tries += 1;
      if (tries < 3) throw new Error('refused');
      return 'open';
    };
    const rests: number[] = [];
    const rest = async (ms: number) => void rests.push(ms);
    expect(await whenThere(open, () => false, { log, asked: never, rest })).toBe('open');
    expect([tries, log.mock.calls.length, rests]).toEqual([3, 2, [500, 1_000]]);
  });

  it('is given up where waiting mends nothing', async () => {
    const wrong = new Error('password');
    const open = (): Promise<never> => Promise.reject(wrong);
    await expect(whenThere(open, (error) => error === wrong, { log: jest.fn(), asked: never })).rejects.toBe(wrong);
  });

  it('is given up when the worker is asked to stop', async () => {
    const open = (): Promise<never> => Promise.reject(new Error('refused'));
    expect(await whenThere(open, () => false, { log: jest.fn(), asked: Promise.resolve(), rest: () => never })).toBeUndefined();
  });
});
