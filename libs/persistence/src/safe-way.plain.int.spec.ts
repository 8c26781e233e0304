import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseFault, openDatabase, type EmbeddedServer, startEmbedded } from '#persistence';
import { selfSigned } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { expectSafeWay } from './safe-way.js';

let folder: string;
let server: EmbeddedServer;

const own = selfSigned();
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thac-safe-'));
  await chmod(folder, 0o755);
  await writeFile(file('ca.pem'), own.cert);
  await writeFile(file('other.pem'), selfSigned().cert);
  server = await startEmbedded({ dataDir: file('db'), settings: ['fsync=off'] });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Has the server show a certificate; it writes both files itself, for itself alone. */
const show = ({ cert, key }: typeof own): Promise<void> =>
  asAdmin(
    ...[cert, key].map((text, index) => {
      const lines = text
        .trimEnd()
        .split('\n')
        .map((line) => `('${line}')`)
        .join(', ');
      return `copy (values ${lines}) to program 'umask 077; cat > ${['server.crt', 'server.key'][index]}'`;
    }),
    'alter system set ssl = on',
    'select pg_reload_conf()',
  );

const addressOf = (root: string): string => {
  const url = new URL(server.url);
  url.hostname = 'localhost';
  url.searchParams.set('sslmode', 'verify-full');
  url.searchParams.set('sslrootcert', file(root));
  return url.href;
};
const faultOf = (url: string): Promise<string> =>
  openDatabase({ url, dataDir: '', as: 'whoever' }).then(
    async (database) => (await database.close(), 'opened'),
    (error: DatabaseFault) => `${error.code} ${error.facts.reason ?? ''}`,
  );

describe('The way to a database', () => {
  it('is refused beyond this machine without TLS that checks the server, unless that is said', () => {
    const open = [
      'postgres://u@127.0.0.1/thac',
      'postgres://u@localhost:5433/thac',
      'postgres:///thac?host=/run/postgresql',
      'postgres://u@[::1]/thac',
    ];
    for (const url of [...open, 'postgres://u@db.example/thac?sslmode=verify-full']) expectSafeWay(url, {});
    for (const mode of ['', '?sslmode=require', '?sslmode=no-verify', '?ssl=true', '?host=other.example']) {
      const url = `postgres://u:secret@db.example/thac${mode}`;
      expect(() => expectSafeWay(url, {})).toThrow('not kept by TLS');
      expectSafeWay(url, { THAC_DATABASE_TLS: 'off' });
    }
    for (const url of [
      'postgres://u@localhost/thac?host=db.example',
      'postgres://u@db.example/thac?sslmode=verify-full&sslmode=disable',
    ])
      expect(() => expectSafeWay(url, {})).toThrow('not kept by TLS');
    expect(() => expectSafeWay('postgres:///thac', { PGHOST: 'db.example' })).toThrow('not kept by TLS');
  });

  it('is TLS where the address says so: with the certificate and the name that the server shows, or not at all', async () => {
    expect(await faultOf(addressOf('ca.pem'))).toContain('does not support SSL');
    await show(own);
    expect(await faultOf(addressOf('other.pem'))).toMatch(/database.unreachable .*(SELF_SIGNED|certificate)/i);
    const database = await openDatabase({ url: addressOf('ca.pem'), dataDir: '', as: 'whoever' });
    const sql = 'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()';
    const found = [
      await database.pool.query(sql),
      await database.asked.query('select 1 as one'),
      await database.dataSource.query(sql),
    ];
    await database.close();
    expect([found[0].rows, found[2]]).toEqual([[{ ssl: true, version: 'TLSv1.3' }], [{ ssl: true, version: 'TLSv1.3' }]]);
    await show(selfSigned(['elsewhere.example']));
    expect(await faultOf(addressOf('ca.pem'))).toMatch(/database.unreachable/);
  }, 60_000);
});
