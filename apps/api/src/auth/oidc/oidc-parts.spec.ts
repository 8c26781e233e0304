import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';
import { readOidcSettings } from './settings.js';

const ENOUGH = {
  THAC_OIDC_ISSUER: 'https://dang-nhap.example.vn',
  THAC_OIDC_CLIENT_ID: 'thac',
  THAC_OIDC_CLIENT_SECRET: 'secret',
  THAC_BASE_URL: 'https://thac.example.vn/',
};

describe('Settings of OpenID Connect', () => {
  it('are none without an issuer, and the rest of it with one', async () => {
    expect(await readOidcSettings({})).toBeUndefined();
    expect(await readOidcSettings({ ...ENOUGH, THAC_OIDC_ISSUER: '' })).toBeUndefined();
    expect(await readOidcSettings({ ...ENOUGH, THAC_OIDC_STRONG_ACR: ' urn:a  urn:b ' })).toEqual({
      issuer: 'https://dang-nhap.example.vn',
      clientId: 'thac',
      clientSecret: 'secret',
      baseUrl: 'https://thac.example.vn',
      name: 'dang-nhap.example.vn',
      claim: null,
      mailDomain: null,
      strongAcr: ['urn:a', 'urn:b'],
    });
    const mail = { THAC_OIDC_CLAIM: 'email', THAC_OIDC_MAIL_DOMAIN: 'Lao-Cai.example.vn', THAC_OIDC_NAME: 'Cổng tỉnh' };
    expect(await readOidcSettings({ ...ENOUGH, ...mail })).toMatchObject({
      claim: 'email',
      mailDomain: 'lao-cai.example.vn',
      name: 'Cổng tỉnh',
    });
    for (const issuer of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])
      expect(await readOidcSettings({ ...ENOUGH, THAC_OIDC_ISSUER: issuer })).toMatchObject({ issuer });
  });

  it.each([
    ['THAC_OIDC_ISSUER', { THAC_OIDC_ISSUER: 'http://dang-nhap.example.vn' }],
    ['THAC_OIDC_ISSUER', { THAC_OIDC_ISSUER: 'ftp://localhost' }],
    ['THAC_OIDC_ISSUER', { THAC_OIDC_ISSUER: 'dang-nhap' }],
    ['THAC_BASE_URL', { THAC_BASE_URL: '' }],
    ['THAC_BASE_URL', { THAC_BASE_URL: 'http://thac.example.vn' }],
    ['THAC_OIDC_CLIENT_ID', { THAC_OIDC_CLIENT_ID: ' ' }],
    ['THAC_OIDC_CLIENT_SECRET', { THAC_OIDC_CLIENT_SECRET: '' }],
    ['THAC_OIDC_CLIENT_SECRET', { THAC_OIDC_CLIENT_SECRET: '', THAC_OIDC_CLIENT_SECRET_FILE: '/no/such/file' }],
    ['THAC_OIDC_CLAIM', { THAC_OIDC_CLAIM: 'name' }],
    ['THAC_OIDC_MAIL_DOMAIN', { THAC_OIDC_CLAIM: 'email' }],
  ])('name %s where it will not do: %j', async (setting, wrong) => {
    const fault = await readOidcSettings({ ...ENOUGH, ...wrong }).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      code: 'setting.invalid',
      setting,
      what: { vi: expect.stringContaining(setting), en: expect.stringContaining(setting) },
    });
    expect((fault as { mend: { vi: string; en: string } }).mend.vi).not.toBe((fault as { mend: { en: string } }).mend.en);
  });

  it('take the secret from a file that only its owner reads', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'thac-oidc-'));
    const fileOf = (mode: number): string => {
      const file = path.join(folder, String(mode));
      writeFileSync(file, 'from a file\n', { mode });
      return file;
    };
    const from = (file: string) => ({ ...ENOUGH, THAC_OIDC_CLIENT_SECRET: '', THAC_OIDC_CLIENT_SECRET_FILE: file });
    expect(await readOidcSettings(from(fileOf(0o600)))).toMatchObject({ clientSecret: 'from a file' });
    await expect(readOidcSettings(from(fileOf(0o644)))).rejects.toMatchObject({ setting: 'THAC_OIDC_CLIENT_SECRET' });
    rmSync(folder, { recursive: true });
  });
});

describe('The page to go back to', () => {
  it.each([
    ['/desk', '/desk'],
    ['/plans/239-KH-UBND?unit=vn-10#task', '/plans/239-KH-UBND?unit=vn-10#task'],
    ['/a/../desk', '/desk'],
    ['/%2F/evil.example', '/%2F/evil.example'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['desk', '/'],
    ['', '/'],
    ['/sign-in?to=/x', '/'],
    [`/${'x'.repeat(1_000)}`, '/'],
    [['/desk', '/plans'], '/'],
    [undefined, '/'],
  ])('for %j is %s', (asked, path) => {
    expect(ownPath(asked)).toBe(path);
  });
});
