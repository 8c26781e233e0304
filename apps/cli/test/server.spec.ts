import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Server } from '../src/server.js';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('A server that does not answer in time', () => {
  const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  const told = (asked: Promise<unknown>) => asked.catch(({ code, what, mend }) => [code, what.en, mend.en]);

  it('is asked again under the key of a write, and by nothing of the kind where nothing would be recorded', async () => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(late);
    const server = new Server('http://127.0.0.1:1');
    expect(await told(server.post('plans', {}, { key: 'k-1' }))).toEqual([
      'server.slow',
      expect.stringContaining('within 15 seconds; it may have recorded it'),
      expect.stringContaining('--key k-1'),
    ]);
    expect(await told(server.workOut('audit/recompute', {}))).toEqual([
      'server.slow',
      'The server at http://127.0.0.1:1 has not answered within 60 seconds.',
      'Try again when the server has less to do.',
    ]);
  });
});
