import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { browser, testDatabase } from '#testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listen } from '../../apps/api/src/listen.js';
import { createWorld, identityOver, type World } from '../../apps/api/test/world.js';

/** The web application in a real browser, over a real API and database: Lào Cai's plan of 2022. */

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '../..');
/** No answer of a page takes so long on any machine. */
const PATIENCE_MS = 60_000;

export const LANGUAGES = ['vi', 'en'] as const;
export const WIDTHS = [1280, 360] as const;
export type Language = (typeof LANGUAGES)[number] | 'qps';

/** How somebody looks at it. */
export interface Look {
  readonly language?: Language;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** The unit that they act for. */
  readonly unit?: string;
}

/** A page, and what went wrong in it: errors, and whatever the policy for content refused. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly broken: readonly string[];
  /** Bodies of what the server answered: names and titles that are data, not words of ours. */
  readonly answers: readonly string[];
  /** Goes to an address and waits until nothing is awaited any more. */
  go(address: string): Promise<void>;
}

export interface House {
  readonly world: World;
  /** Connections to its database, as the application has them. */
  readonly pool: Awaited<ReturnType<typeof testDatabase>>['pool'];
  /** Accounts of its people. */
  readonly identity: ReturnType<typeof identityOver>;
  visit(look?: Look): Promise<Visit>;
  close(): Promise<void>;
}

/** Opens all of it. @throws where no Chromium can be started on this machine, saying so */
export async function openHouse(): Promise<House> {
  const [chromium, database] = await Promise.all([
    browser(),
    testDatabase(),
    run(process.execPath, [path.join(ROOT, 'apps/cli/bin/build.mjs')], { cwd: ROOT }),
  ]);
  const webFolder = await ownCopy();
  const identity = identityOver(database.pool);
  const world = await createWorld(database.pool, { webFolder, baseUrl: '', identity });
  await world.issueProvince();
  const origin = `http://localhost:${await listen(world.app, { port: 0 })}`;
  return {
    world,
    pool: database.pool,
    identity,
    visit: (look = {}) => visit(chromium, origin, look),
    close: async () => {
      await chromium.close();
      await world.close();
      await database.drop();
      await rm(webFolder, { recursive: true });
    },
  };
}

/** What was built, where nobody builds it anew meanwhile. */
async function ownCopy(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-web-'));
  await cp(path.join(ROOT, 'apps/web/dist'), folder, { recursive: true });
  return folder;
}

async function visit(chromium: Browser, origin: string, look: Look): Promise<Visit> {
  const { language = 'vi', width = 1280, theme = 'light', unit } = look;
  const context = await chromium.newContext({
    viewport: { width, height: 860 },
    colorScheme: theme,
    locale: 'vi-VN',
    baseURL: origin,
  });
  const stored = { 'thac.language': language, ...(unit === undefined ? {} : { 'thac.unit u-test': unit }) };
  await context.addInitScript(
    `for (const [name, value] of Object.entries(${JSON.stringify(stored)})) localStorage.setItem(name, value);`,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const [broken, answers]: [string[], string[]] = [[], []];
  /** Bodies on their way: the page may show what they say before they are here. */
  const reading: Promise<unknown>[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) broken.push(message.text());
  });
  page.on('response', (response) => {
    const isFile = !/^\/(api|health)\//.test(new URL(response.url()).pathname); // those say how things stand
    if (isFile && response.status() >= 400) broken.push(`${response.status()} ${response.url()}`);
    const isJson = response.headers()['content-type']?.includes('json') ?? false;
    if (isJson)
      reading.push(
        response.text().then(
          (text) => answers.push(text),
          () => undefined,
        ),
      );
  });
  const go = async (address: string): Promise<void> => {
    await page.goto(address);
    await settled(page);
    await Promise.all(reading);
  };
  return { page, context, broken, answers, go };
}

/** Waits until the page shows something and nothing on it is awaited. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main > *').first().waitFor();
  await page.locator('main .waiting').first().waitFor({ state: 'detached' });
}

const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, as WCAG 2.2 AA has it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = JSON.stringify({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  interface Finding {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }
  const { violations } = await page.evaluate<{ violations: readonly Finding[] }>(`axe.run(document, ${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ''}`);
}

/** How much wider than the window the page is. */
export const overflow = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** Numbers of documents, as `239/KH-UBND`, within which a line of the page ends; but for the text of rules, which is as it was written. */
export const brokenNumbers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('code, textarea, .cm-editor, .rules-text')) continue;
      for (const { 0: number, index } of node.textContent.matchAll(/\\d+\\/\\p{Lu}[\\p{L}\\d/:-]*/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + number.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(number);
      }
    }
    return found;
  })()`);

/**
 * Words on the page that are neither of the catalogue (in the pseudo-language those stand in brackets) nor of the server's answers.
 */
export async function strayWords({ page, answers }: Visit): Promise<readonly string[]> {
  const texts = await page.evaluate<readonly string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const whole = node.parentElement.closest('.numbered') ?? node; // a sentence in which a number is kept together
      if (!node.parentElement.closest('noscript, script, style, [translate="no"]')) found.push(whole.textContent.trim());
    }
    for (const each of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push((each.getAttribute(name) ?? '').trim());
    }
    return found;
  })()`);
  const data = answers.join('\n');
  const isData = (text: string): boolean => data.includes(JSON.stringify(text).slice(1, -1));
  /** Names of languages are written in their own; numbers of documents and dates are the same in all. */
  const known = new Set(['VI', 'EN', 'VI: Tiếng Việt', 'EN: English', 'Thác']);
  return texts.filter((text) => /\p{Letter}{2,}/u.test(unbracketed(text)) && !known.has(text) && !isData(text));
}

/** A day as the head of a document has it: written out in the language of the document. */
const LONG_DATE = /ngày \d\d? tháng \d\d? năm \d{4}/g;

/** Without sentences of the pseudo-language, which may hold others. */
function unbracketed(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '').replace(LONG_DATE, '');
  return less === text ? text : unbracketed(less);
}
