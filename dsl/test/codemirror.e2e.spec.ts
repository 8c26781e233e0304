import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { browser } from '#testing';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const MODULES = path.join(HERE, '../../node_modules');
const ORIGIN = 'http://thac.test/';
const EDITOR = ['autocomplete', 'language', 'lint', 'state', 'view'].map((name) => `@codemirror/${name}`);

interface About {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
  readonly module?: string;
  readonly main?: string;
}

/** The file that a browser loads of some packages and of those that they need. */
function filesOf(names: readonly string[], found = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const name of names) {
    if (found.has(name)) continue;
    const about = JSON.parse(readFileSync(path.join(MODULES, name, 'package.json'), 'utf8')) as About;
    found.set(name, path.posix.join('/modules', name, about.exports?.['import'] ?? about.module ?? about.main ?? 'index.js'));
    filesOf(Object.keys(about.dependencies ?? {}), found);
  }
  return found;
}

const imports = {
  ...Object.fromEntries(filesOf(EDITOR)),
  'thac-language': '/package/index.js',
  'thac-language/codemirror': '/package/codemirror.js',
};
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thác</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<button id="translate">English</button><script type="module" src="/page/page.mjs"></script></html>`;
const LONG_MS = 120_000;
/** No answer of a page takes so long on any machine. */
const PATIENCE_MS = 15_000;

describe('The editor in a real browser', () => {
  let chromium: Browser;
  let built: string;
  let page: Page;
  let keyboard: CDPSession;
  const broken: string[] = [];

  beforeAll(async () => {
    built = await mkdtemp(path.join(tmpdir(), 'thac-editor-'));
    [chromium] = await Promise.all([browser(), run(process.execPath, [path.join(HERE, '../browser/build.mjs'), built])]);
  }, LONG_MS);

  afterAll(async () => {
    await chromium?.close();
    await rm(built, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await chromium.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => broken.push(String(error)));
    await page.route(`${ORIGIN}**`, (route) => {
      const [folder = '', ...rest] = new URL(route.request().url()).pathname.slice(1).split('/');
      const root = { modules: MODULES, package: built, page: path.join(HERE, 'browser') }[folder];
      if (root) return route.fulfill({ path: path.join(root, ...rest), contentType: 'text/javascript; charset=utf-8' });
      return route.fulfill({ body: PAGE, contentType: 'text/html; charset=utf-8' });
    });
    await page.goto(ORIGIN);
    await page.locator('.cm-lintRange-error').first().waitFor();
    keyboard = await page.context().newCDPSession(page);
  }, LONG_MS);

  afterEach(async () => {
    await page.close();
    expect(broken.splice(0)).toEqual([]);
  });

  const text = (): Promise<string> => page.evaluate('editor.text()');
  const caretAfter = (words: string): Promise<unknown> => page.evaluate(`editor.caretAfter(${JSON.stringify(words)})`);
  const marked = (): Promise<readonly string[]> => page.locator('.cm-lintRange-error').allTextContents();
  const compose = (typed: string): Promise<unknown> =>
    keyboard.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length });

  it('marks words and slips, and mends a slip at the push of its button', async () => {
    expect(await marked()).toEqual(['[Sở Nội vu]']);
    expect(await page.locator('.thac-label').allTextContents()).toContain('chủ trì');
    await page.locator('.cm-lintRange-error').hover();
    const shown = page.locator('.cm-tooltip-lint');
    await shown.getByText('[Sở Nội vụ]').first().waitFor();
    await shown.locator('.cm-diagnosticAction').first().click();
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
    expect(await text()).toContain('chủ trì: [Sở Nội vụ]');
  });

  it('takes Vietnamese as it is composed, and checks it when it is whole', async () => {
    await caretAfter('"Việc thứ nhất"');
    await page.keyboard.press('Enter');
    await compose('s');
    const before = await page.evaluate('editor.asked()');
    for (const typed of ['sa', 'san', 'sanr', 'sản']) await compose(typed);
    await page.evaluate('new Promise(requestIdleCallback)');
    expect(await text()).toContain('\nsản\n');
    expect(await page.evaluate('editor.asked()')).toBe(before);
    expect(await marked()).toEqual(['[Sở Nội vu]']);
    await keyboard.send('Input.insertText', { text: 'sản' });
    await keyboard.send('Input.insertText', { text: ' ' });
    for (const typed of ['p', 'ph', 'pha', 'phaa', 'phâ', 'phâm', 'phẩm']) await compose(typed);
    await page.evaluate('new Promise(requestIdleCallback)');
    await keyboard.send('Input.insertText', { text: 'phẩm' }); // ends what was composed, and changes nothing of the text
    const missing = page.locator('.cm-lintRange-error', { hasText: /^chủ trì$/ }); // where a colon ought to be
    await missing.waitFor();
    expect(await text()).toContain('"Việc thứ nhất"\nsản phẩm\n');
    await keyboard.send('Input.insertText', { text: ': "Báo cáo"' });
    await missing.waitFor({ state: 'detached' });
    expect(await marked()).toEqual(['[Sở Nội vu]']);
    expect(await page.locator('.thac-label').allTextContents()).toContain('sản phẩm');
  });

  it('completes a name that is typed without marks', async () => {
    await caretAfter('[Sở Nội vu]');
    await page.keyboard.type('; [so tai');
    await page.locator('.cm-tooltip-autocomplete [aria-selected]', { hasText: 'Sở Tài chính' }).waitFor();
    await page.locator('.cm-tooltip-autocomplete [aria-selected]').click();
    expect(await text()).toContain('chủ trì: [Sở Nội vu]; [Sở Tài chính]\n');
  });

  it('tells over a deadline which day is the last', async () => {
    await page.locator('.thac-date', { hasText: '15/7/2022' }).hover();
    const shown = page.locator('.thac-hover');
    await shown.waitFor();
    expect(await shown.textContent()).toContain('14/7/2022');
  });

  it('shows the text in the other language, names and texts as they are', async () => {
    await page.locator('#translate').click();
    await page.locator('.thac-label', { hasText: 'lead' }).waitFor();
    expect(await text()).toContain('task 1 "Việc thứ nhất"\n  lead: [Sở Nội vu]\n  due: before 15/7/2022');
    expect(await marked()).toEqual(['[Sở Nội vu]']);
  });
});
