import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_TRACING, openTracing } from './tracing.js';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string }[];
}

/** What a collector receives over OTLP/HTTP, as JSON. */
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: {
      readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
    };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

let collector: Server;
let endpoint = '';
const sent: Sent[] = [];
beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(() => {
  collector.closeAllConnections();
  collector.close();
});

describe('Tracing', () => {
  it('is off, and loads nothing, where no collector is named', async () => {
    expect(await openTracing('api', {})).toBe(NO_TRACING);
    let ran = false;
    NO_TRACING.request('x').run(() => {
      ran = true;
    });
    expect([ran, await NO_TRACING.span('a', {}, async () => 7)]).toEqual([true, 7]);
  });

  it('goes to this machine, or by https: nobody reads along', async () => {
    for (const setting of ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'])
      for (const address of ['http://collector.example:4318', 'collector:4318'])
        await expect(openTracing('api', { [setting]: address })).rejects.toMatchObject({ code: 'setting.invalid', setting });
  });

  it('sends spans within spans to the collector that is named, as part of the caller’s trace', async () => {
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint;
    const tracing = await openTracing('api');
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const request = tracing.request(`00-${traceId}-b7ad6b7169203331-01`);
    const done = Promise.withResolvers<void>();
    request.run(() => {
      tracing
        .span('append', { 'thac.events': 3 }, async () => {
          await Promise.resolve();
          await tracing
            .span('failing', {}, () => Promise.reject(Object.assign(new Error('Nguyễn Văn A'), { code: 'x' })))
            .catch(() => 0);
        })
        .then(done.resolve, done.reject);
    });
    await done.promise;
    request.end({ method: 'POST', route: '/api/v1/plans', status: 500 });
    await tracing.close();
    const spans = sent.flatMap(({ resourceSpans }) => resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)));
    const byName = new Map(spans.map((span) => [span.name, span]));
    const [outer, inner, failing] = ['POST /api/v1/plans', 'append', 'failing'].map((name) => byName.get(name));
    expect(outer).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331', status: { code: 2 } });
    expect(inner).toMatchObject({ traceId, parentSpanId: outer?.spanId });
    expect(failing).toMatchObject({ parentSpanId: inner?.spanId, status: { code: 2 } });
    expect(inner?.attributes.map(({ key }) => key)).toEqual(['thac.events']);
    expect(JSON.stringify(sent)).not.toContain('Nguyễn');
    const names = sent[0]?.resourceSpans[0]?.resource.attributes.find(({ key }) => key === 'service.name');
    expect(names?.value.stringValue).toBe('thac-api');
  });
});
