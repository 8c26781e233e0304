import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SettingFault } from '#contracts';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';
import { isThisMachine } from './safe-address.js';

/** What a process without an API of its own answers to those who watch it. */
export interface MonitorOptions {
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
  /** 0 takes a free one. */
  readonly port: number;
  /** The loopback address unless told: numbers of an administration are not for everybody. */
  readonly host?: string;
  /** With it, it speaks TLS and nothing else. */
  readonly tls?: ServerOptions | undefined;
}

/** A monitor that listens. */
export interface Monitor {
  readonly port: number;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const CLOSED = {
  vi: 'Ra ngoài máy này, số đo đi bằng TLS: ở API đặt THAC_TLS_CERT_FILE; ở worker để trên chính máy này, sau một máy chủ ủy nhiệm; hoặc THAC_TLS=proxy khi đường đi được bảo vệ bằng cách khác.',
  en: 'Beyond this machine figures go by TLS: set THAC_TLS_CERT_FILE for an API; leave a worker’s on this machine, behind a proxy; or THAC_TLS=proxy where the way is kept by other means.',
} as const;

/**
 * Where a process is watched: `THAC_METRICS_PORT`, on the loopback address or the one that `THAC_METRICS_HOST` names.
 * @returns undefined where no port is set
 * @throws SettingFault where it would answer beyond this machine without TLS
 */
export function readMonitorPlace(
  environment: NodeJS.ProcessEnv,
  tls?: ServerOptions,
): Pick<MonitorOptions, 'port' | 'host' | 'tls'> | undefined {
  const { THAC_METRICS_PORT: port, THAC_METRICS_HOST: host = LOOPBACK } = environment;
  if (!port) return undefined;
  if (isThisMachine(host)) return { port: Number(port), host };
  if (!tls && environment['THAC_TLS'] !== 'proxy') throw new SettingFault('THAC_METRICS_HOST', CLOSED);
  return { port: Number(port), host, tls };
}

/**
 * Listens for `GET /metrics`, `/health/live` and `/health/ready`. A worker is ready only where every check holds: whoever asks it
 * asks for the clock. @throws the system's error where the port cannot be opened
 */
export async function serveMonitor({ port, host = LOOPBACK, tls, ...options }: MonitorOptions): Promise<Monitor> {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, options).catch(() => response.writeHead(500).end());
  };
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
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
