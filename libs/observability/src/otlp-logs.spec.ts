import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.js';
import { type LogLine, MOST_KEPT, OtlpLogs, readLogShipping } from './otlp-logs.js';

const MESSAGE = { vi: 'Đã từ chối.', en: 'Denied.' };
const AT = '2022-07-01T01:00:00.000Z';
const line = (n: number): LogLine => ({ at: AT, level: 'info', service: 'api', message: MESSAGE, facts: { n } });

interface Taken {
  readonly resourceLogs: readonly [
    { readonly scopeLogs: readonly [{ readonly logRecords: readonly { readonly attributes: readonly object[] }[] }] },
  ];
}
const recordsOf = (text: string) => (JSON.parse(text) as Taken).resourceLogs[0].scopeLogs[0].logRecords;

/** A collector that says what it is told to, and waits that end when told. */
function collector(answers: (n: number) => boolean) {
  const bodies: string[] = [];
  const waits: number[] = [];
  const send = (async (_: unknown, { body }: { body: string }) => {
    bodies.push(body);
    if (!answers(bodies.length)) throw new TypeError('fetch failed');
    return { ok: true };
  }) as unknown as typeof fetch;
  const options = {
    endpoint: 'https://logs.example/v1/logs',
    service: 'thac-api',
    send,
    pause: async (ms: number) => void waits.push(ms),
  };
  return { bodies, waits, logs: new OtlpLogs(options) };
}
const settled = async (): Promise<void> => {
  for (let n = 0; n < 2_000; n++) await Promise.resolve();
};

describe('Lines of the log, sent on', () => {
  it('reach a collector over HTTP as OTLP has them, beside being written here', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request
        .on('data', (more: string) => (body += more))
        .on('end', () => {
          bodies.push(`${request.method} ${request.url} ${request.headers['authorization']} ${body}`);
          response.end('{}');
        });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const shipping = readLogShipping({
      OTEL_EXPORTER_OTLP_ENDPOINT: address,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20x',
    });
    const logs = new OtlpLogs({ ...shipping!, service: 'thac-api' });
    const written: string[] = [];
    const log = createLog({
      service: 'api',
      write: (text) => void written.push(text),
      also: (each) => logs.take(each),
      now: () => AT,
    });
    log({ level: 'warn', message: MESSAGE, traceId: 'r1', facts: { user: 'u-1' } });
    await logs.close();
    await new Promise((resolve) => server.close(resolve));
    expect(written).toHaveLength(1);
    const [, method, body = ''] = /^(POST \/v1\/logs Bearer x) (.*)$/.exec(bodies[0] ?? '') ?? [];
    expect([bodies.length, method]).toEqual([1, 'POST /v1/logs Bearer x']);
    expect(recordsOf(body)).toEqual([
      {
        timeUnixNano: '1656637200000000000',
        severityNumber: 13,
        severityText: 'warn',
        body: { stringValue: 'Denied.' },
        attributes: [
          { key: 'message.vi', value: { stringValue: 'Đã từ chối.' } },
          { key: 'service', value: { stringValue: 'api' } },
          { key: 'traceId', value: { stringValue: 'r1' } },
          { key: 'facts', value: { stringValue: '{"user":"u-1"}' } },
        ],
      },
    ]);
  });

  it('are sent again, ever more seldom, until they are taken: each once, in order', async () => {
    const { bodies, waits, logs } = collector((n) => n > 3);
    for (let n = 0; n < 3; n++) logs.take(line(n));
    await settled();
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect([bodies.length, new Set(bodies).size, recordsOf(bodies[3] ?? '').length]).toEqual([4, 1, 3]);
    logs.take(line(3));
    await settled();
    expect(recordsOf(bodies[4] ?? '').map(({ attributes }) => attributes.at(-1))).toEqual([
      { key: 'facts', value: { stringValue: '{"n":3}' } },
    ]);
  });

  it('are kept up to a number; the oldest go, and how many is told', async () => {
    const { bodies, logs } = collector(() => true);
    for (let n = 0; n < MOST_KEPT + 7; n++) logs.take(line(n));
    await logs.close();
    const records = recordsOf(bodies[0] ?? '');
    expect(records.at(-1)).toMatchObject({ severityText: 'error' });
    expect(records.at(-1)!.attributes.at(-1)).toEqual({ key: 'facts', value: { stringValue: '{"lines":7}' } });
    expect(records[0]!.attributes.at(-1)).toEqual({ key: 'facts', value: { stringValue: '{"n":7}' } });
  });

  it('go nowhere unless a place is set, and never where others read them on the way', () => {
    expect(readLogShipping({})).toBeUndefined();
    expect(readLogShipping({ OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'https://a/logs' })).toEqual({
      endpoint: 'https://a/logs',
      headers: {},
    });
    for (const address of ['http://logs.example', 'logs.example', 'ftp://127.0.0.1'])
      expect(() => readLogShipping({ OTEL_EXPORTER_OTLP_ENDPOINT: address })).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT');
  });
});
