import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type ConnectionOptions, rootCertificates, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import { systemClock } from '#workflow';
import { InMemoryEventStore } from '#event-store';
import type { ReadModels } from '#read-models';
import { selfSigned } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApi } from '../create-api.js';
import { listen } from '../listen.js';
import { distrustOf } from './public-trust.js';
import { readTls } from './tls.js';

const folder = mkdtempSync(path.join(tmpdir(), 'thac-tls-'));
const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
const own = selfSigned();
const FILES = { THAC_TLS_CERT_FILE: certFile, THAC_TLS_KEY_FILE: keyFile };
const SET = { ...FILES, THAC_TLS_AUTHORITY: 'own' };
writeFileSync(certFile, own.cert);
writeFileSync(keyFile, own.key, { mode: 0o600 });

let app: Awaited<ReturnType<typeof createApi>>;
let port: number;
beforeAll(async () => {
  const tls = await readTls(SET, '0.0.0.0');
  const parts = { store: new InMemoryEventStore(), readModels: {} as ReadModels, clock: systemClock, tenant: 't' };
  app = await createApi({ ...parts, tls, log: () => undefined });
  port = await listen(app, { port: 0 });
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What comes of shaking hands: protocol and cipher, or the error's code. */
async function hands(options: ConnectionOptions): Promise<readonly [string, string] | string> {
  const socket: TLSSocket = connect({ host: 'localhost', port, ca: own.cert, ...options });
  try {
    await once(socket, 'secureConnect');
    return [socket.getProtocol() ?? '', socket.getCipher().name];
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    socket.destroy();
  }
}

describe('A server with a certificate', () => {
  it('answers over TLS to a client that trusts it, and has it come back so for a year', async () => {
    const [answer] = await once(request({ host: 'localhost', port, ca: own.cert, path: '/health/live' }).end(), 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000; includeSubDomains/);
  });

  it('prefers 1.3, speaks 1.2 with forward secrecy alone, and nothing older or weaker', async () => {
    expect(await hands({})).toEqual(['TLSv1.3', 'TLS_AES_256_GCM_SHA384']);
    expect(await hands({ maxVersion: 'TLSv1.2' })).toEqual(['TLSv1.2', 'ECDHE-ECDSA-AES256-GCM-SHA384']);
    expect(await hands({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256:AES128-SHA:AES256-GCM-SHA384' })).toMatch(
      /SSL/,
    );
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await hands(old)).toMatch(/SSL/);
  });

  it('is not trusted by whoever does not know it, or asks for another name', async () => {
    expect(await hands({ ca: [] })).toMatch(/SELF_SIGNED/);
    expect(await hands({ servername: 'thac.example' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('answers nothing without TLS', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
  });
});

describe('A certificate', () => {
  const root = selfSigned(['root.example']);
  const middle = selfSigned(['middle.example'], { name: 'root.example', key: root.key });
  const leaf = selfSigned(['thac.example', '192.0.2.7', '2001:db8::7'], { name: 'middle.example', key: middle.key });
  const chain = leaf.cert + middle.cert;
  const now = new Date();
  const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
  it.each([
    ['its own name, by an authority that is known', chain, { host: 'thac.example' }, undefined],
    ['its own address', chain, { host: '192.0.2.7' }, undefined],
    ['its own address, as a browser writes it', chain, { host: '[2001:db8::7]' }, undefined],
    ['another address', chain, { host: '[2001:db8::8]' }, 'other-name'],
    ['any name, where none is known', chain, {}, undefined],
    ['signed by the authority itself', middle.cert, { host: 'middle.example' }, undefined],
    ['another name', chain, { host: 'other.example' }, 'other-name'],
    ['a month later', chain, { now: later(31) }, 'over'],
    ['before its day', chain, { now: later(-2) }, 'over'],
    ['without those between', leaf.cert, {}, 'unknown-authority'],
    ['with others between', leaf.cert + selfSigned(['middle.example']).cert, {}, 'unknown-authority'],
    ['that signs itself', own.cert, {}, 'unknown-authority'],
    ['no certificate at all', 'nothing', {}, 'none'],
  ])('is what browsers trust, or not: %s', (_, pem, asked, found) => {
    expect(distrustOf(pem, { now, roots: [root.cert], ...asked })).toBe(found);
  });

  it('is held to the authorities that browsers know', () => {
    expect(distrustOf(chain, { now })).toBe('unknown-authority');
    expect(rootCertificates.slice(0, 8).filter((each) => distrustOf(each, { now }) === undefined).length).toBeGreaterThan(4);
  });
});

describe('Settings of TLS', () => {
  it('show people beyond this machine no certificate that browsers would ask about, unless the authority is one’s own', async () => {
    const mend = { vi: expect.stringMatching(/trung gian/), en: expect.stringMatching(/no authority that browsers know/) };
    await expect(readTls(FILES, '0.0.0.0')).rejects.toMatchObject({ setting: 'THAC_TLS_CERT_FILE', mend });
    expect(await readTls(FILES, '127.0.0.1')).toMatchObject({ cert: own.cert });
    expect(await readTls(SET, '0.0.0.0')).toMatchObject({ cert: own.cert });
  });

  it('are needed beyond this machine, unless a proxy in front speaks it', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(await readTls({}, host)).toBeUndefined();
    await expect(readTls({}, '0.0.0.0')).rejects.toThrow('THAC_TLS');
    expect(await readTls({ THAC_TLS: 'proxy' }, '0.0.0.0')).toBeUndefined();
  });

  it('name a key that only its owner reads, and the certificate that goes with it', async () => {
    await expect(readTls({ THAC_TLS_CERT_FILE: certFile }, '127.0.0.1')).rejects.toThrow('THAC_TLS_KEY_FILE');
    chmodSync(keyFile, 0o644);
    await expect(readTls(SET, '127.0.0.1')).rejects.toThrow('THAC_TLS_KEY_FILE');
    chmodSync(keyFile, 0o600);
    writeFileSync(certFile, selfSigned().cert);
    await expect(readTls(SET, '127.0.0.1')).rejects.toThrow('THAC_TLS_CERT_FILE');
  });
});
