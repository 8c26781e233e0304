import path from 'node:path';
import type { Page } from 'playwright-core';

/** Folder that pictures of pages go to; none are taken where it is not told: `npm run screenshots`. */
const FOLDER = process.env['THAC_PICTURES'];
export const TAKES_PICTURES = FOLDER !== undefined;

/** As much of a page as a document shows, without the bar to scroll by; of a narrow one what a telephone shows. */
const SHOWN = { x: 0, y: 0, width: 1265, height: 520 };
const SHOWN_NARROW = { x: 0, y: 0, width: 360, height: 640 };

/** Takes a picture of a page as a test has brought it to stand. */
export async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({
    path: path.resolve(FOLDER, `${name}.png`),
    clip: page.viewportSize()?.width === SHOWN_NARROW.width ? SHOWN_NARROW : SHOWN,
  });
}
