import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';

/** What a process without an API of its own answers to those who watch it. */
export interface MonitorOptions {
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
  /** 0 takes a free one. */
  readonly port: number;
  /** The loopback address unless told: numbers of an administration are not for everybody. */
  readonly host?: string;
}

/** A monitor that listens. */
export interface Monitor {
  readonly port: number;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Listens for `GET /metrics`, `/health/live` and `/health/ready`. A worker is ready only where every check holds: whoever asks it
 * asks for the clock. @throws the system's error where the port cannot be opened
 */
export async function serveMonitor({ port, host = LOOPBACK, ...options }: MonitorOptions): Promise<Monitor> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => response.writeHead(500).end());
  });
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

type Answering = Pick<MonitorOptions, 'metrics' | 'readiness'>;

async function answer(request: IncomingMessage, response: ServerResponse, { metrics, readiness }: Answering): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end();
  else if (path === '/metrics') response.writeHead(200, { 'Content-Type': metrics.contentType }).end(await metrics.text());
  else if (path === '/health/live') json(response, 200, { status: 'ok' });
  else if (path === '/health/ready') {
    const found = await readiness();
    json(response, found.status === 'ok' ? 200 : 503, found);
  } else response.writeHead(404).end();
}

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(body));
};

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
