import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { browser } from '#testing';
import type { Browser, Page } from 'playwright-core';
import { type BenchmarkOptions, type Case, type Report, reportAgainst, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';
import { history, onHistory, type ServedHistory } from './web-history.js';
import { ITEMS, PLAN, serveCountry, UNIT_PLANS } from './web-country.js';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, import.meta.dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..');
const ASSETS = path.join(ROOT, 'apps/web/dist/assets');
const PATIENCE_MS = 120_000;
/** Of the table's pages: so many screens are scrolled through, one after another. */
const SCREENS = 40;
const LIMIT = 'an empty frame of the page';

/**
 * The web application in Chromium with a country's plan: a tree of 11,367 unit plans and a table of 400,000 items. What is measured is
 * the browser: answers are made by the benchmark, at once. The log of a plan is asked of the
 * real API over a database: there all three are measured. The longest pause is the longest task of the page: while it runs, nothing that a
 * person does is seen.
 */
export async function webBenchmark(options: BenchmarkOptions): Promise<Report> {
  await run(process.execPath, [path.join(ROOT, 'apps/cli/bin/build.mjs')], { cwd: ROOT });
  return onBenchServer((server) => onHistory(server, ROOT, (served) => measured(served, options)));
}

async function measured(served: ServedHistory, { rounds, progress }: BenchmarkOptions): Promise<Report> {
  const country = await serveCountry(path.join(ROOT, 'apps/web/dist'));
  const chromium = await browser();
  const taken = new Map<string, number[]>();
  let mostRows = 0;
  const note = (name: string, took: number): void => void taken.set(name, [...(taken.get(name) ?? []), took]);
  try {
    for (let round = 0; round <= rounds; round++) {
      const context = await chromium.newContext({ viewport: { width: 1280, height: 860 }, baseURL: country.origin });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const warm = round === 0;
      await tree(page, warm ? () => undefined : note);
      await table(page, warm ? () => undefined : note);
      await context.close();
      mostRows = Math.max(mostRows, await read(chromium, served, warm ? () => undefined : note));
      if (!warm) progress(`round ${round}: ${[...taken].map(([name, each]) => `${name} ${each.at(-1)?.toFixed(2)}`).join(', ')}`);
    }
  } finally {
    await chromium.close();
    await country.close();
  }
  const cases: readonly Case[] = [...taken].map(([name, each]) => ({ name, seconds: each }));
  const about = 'The web application in Chromium: a tree and a table of a country';
  return reportAgainst(LIMIT, {
    benchmark: 'web',
    about,
    cases,
    facts: {
      'unit plans': UNIT_PLANS,
      items: ITEMS,
      'events of a plan': served.events,
      'most rows in the page': mostRows,
      ...weights(),
    },
  });
}

/** A window of its own for the log: it is another server's. @returns the most rows that stood in the page */
async function read(chromium: Browser, served: ServedHistory, note: Note): Promise<number> {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const rows = await history(page, served, note);
  await context.close();
  return rows;
}

type Note = (name: string, seconds: number) => void;

/** Pauses of the page from now on, in milliseconds, gathered by the browser itself. */
const WATCH = `window.pauses = []; new PerformanceObserver((list) => window.pauses.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`;
const longest = (page: Page): Promise<number> => page.evaluate('Math.max(0, ...window.pauses.splice(0)) / 1000');
const frame = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

async function tree(page: Page, note: Note): Promise<void> {
  await page.addInitScript(WATCH);
  note(
    'tree: opened',
    await seconds(async () => {
      await page.goto(`/plans/${PLAN}/cascade`);
      await page.locator('.tree-row').nth(2).waitFor();
    }),
  );
  note(LIMIT, await seconds(() => frame(page)));
  await longest(page);
  note(
    'tree: all branches opened',
    await seconds(async () => {
      await page.getByRole('button', { name: 'Mở hết' }).click();
      await page.locator('.tree-row').nth(20).waitFor();
      await frame(page);
    }),
  );
  note('tree: scrolled, longest pause', await scrolled(page));
  await page.evaluate('scrollTo(0, 0)');
  note(
    'tree: filtered to one',
    await seconds(async () => {
      await page.getByRole('searchbox').fill('xa so 9.999');
      await page.getByText('Tìm thấy 1 đơn vị').waitFor();
    }),
  );
}

async function table(page: Page, note: Note): Promise<void> {
  note(
    'table: opened',
    await seconds(async () => {
      await page.goto(`/plans/${PLAN}/items`);
      await page.locator('.rows-row').nth(10).waitFor();
    }),
  );
  await longest(page);
  note(`table: ${SCREENS} screens, longest pause`, await scrolled(page));
  await page.evaluate('scrollTo(0, 0)');
  note(
    'table: filtered',
    await seconds(async () => {
      await page.getByLabel('Tình hình').selectOption('overdue');
      await page.waitForURL(/standing=overdue/);
      await page.locator('.rows-row .tag.bad').nth(5).waitFor();
    }),
  );
  const sorter = page.getByRole('button', { name: /^Hạn/ });
  await sorter.click();
  await page.locator('[aria-sort="ascending"]').waitFor();
  note(
    'table: sorted',
    await seconds(async () => {
      await sorter.click();
      await page.locator('.rows-row', { hasText: '31/12/2022' }).first().waitFor();
    }),
  );
  await page.goto(`/plans/${PLAN}/late`);
  await page.locator('.rows-row').nth(5).waitFor();
  note(
    'late list of 20,000: sorted',
    await seconds(async () => {
      await page.getByRole('button', { name: 'Số ngày trễ' }).click();
      await page.locator('[aria-sort="ascending"]').waitFor();
      await frame(page);
    }),
  );
}

/** Scrolls screen by screen, each once the one before is drawn. @returns the longest pause, in seconds */
async function scrolled(page: Page): Promise<number> {
  await longest(page);
  for (let screen = 0; screen < SCREENS; screen++) {
    await page.mouse.wheel(0, 800);
    await frame(page);
  }
  return longest(page);
}

/** Script that pages load, gzipped, in kilobytes. */
function weights(): Readonly<Record<string, string>> {
  const size = (file: string): number => readFileSync(path.join(ASSETS, `${file}.gz`)).length;
  const index = readFileSync(path.join(ASSETS, '../index.html'), 'utf8');
  const first = [...index.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  const editor = readdirSync(ASSETS).find((file) => /^editor-page.*\.js$/.test(file));
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;
  return {
    'first script': kilobytes(first.reduce((sum, file) => sum + size(file), 0)),
    ...(editor === undefined ? {} : { 'editor, when opened': kilobytes(size(editor)) }),
  };
}
