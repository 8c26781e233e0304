import { describe, expect, it } from '@jest/globals';
import { demoDoor, isLoopback } from '../src/start/demo.js';

type Asked = Parameters<typeof demoDoor>[0];
const from = (remoteAddress: string, headers: Record<string, string>): Asked =>
  ({ raw: { socket: { remoteAddress } }, headers }) as unknown as Asked;

describe('The door of a demonstration', () => {
  it('lets whoever sits at this machine look, and do nothing', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])
      expect(demoDoor(from('127.0.0.1', { host }))).toMatchObject({ mayWrite: false });
  });

  it.each<[string, Asked]>([
    ['another machine', from('10.0.0.7', { host: 'localhost:3000' })],
    ['a name that was made to lead here', from('127.0.0.1', { host: 'evil.example:3000' })],
    ['a name that begins alike', from('127.0.0.1', { host: 'localhost.evil.example' })],
    ['a proxy on this machine', from('127.0.0.1', { host: 'localhost', 'x-forwarded-for': '10.0.0.7' })],
    ['a request without a name', from('127.0.0.1', {})],
  ])('is closed to %s', (_, asked) => {
    expect(demoDoor(asked)).toBeUndefined();
  });

  it('is there only where the server listens to this machine alone', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].map(isLoopback)).toEqual([true, true, true, true]);
    expect(['0.0.0.0', '::', '192.168.1.5', 'thac.example', '127.0.0.1.evil.example'].map(isLoopback)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
