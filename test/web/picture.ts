import path from 'node:path';
import type { Page } from 'playwright-core';

/** Folder that pictures of pages go to; none are taken where it is not told: `npm run screenshots`. */
const FOLDER = process.env['THAC_PICTURES'];
export const TAKES_PICTURES = FOLDER !== undefined;

/** As much of a page as a document shows, without the bar to scroll by, in CSS pixels. */
const WIDE = { x: 0, y: 0, width: 1265, height: 520 };
/** Of a narrow page, what a telephone shows. */
const NARROW = { x: 0, y: 0, width: 360, height: 640 };

/** Names of units come a moment after what bears them. Looked for without a script in the page, whose policy forbids such. */
const UNNAMED = /\bvn-\d|(^|\s)…/;
const NAMED_MS = 3_000;

/** Takes a picture of a page as a test has brought it to stand. @param height of what is shown of a wide one, in CSS pixels */
export async function picture(page: Page, name: string, height = WIDE.height): Promise<void> {
  if (FOLDER === undefined) return;
  const named = page.locator('main', { hasNotText: UNNAMED });
  await named.waitFor({ timeout: NAMED_MS }).catch(() => undefined);
  await page.evaluate('scrollTo(0, 0)');
  const window = page.viewportSize();
  const clip = window?.width === NARROW.width ? NARROW : { ...WIDE, height };
  if (window && window.height < clip.height) await page.setViewportSize({ ...window, height: clip.height });
  await page.screenshot({ path: path.resolve(FOLDER, `${name}.png`), clip });
  if (window) await page.setViewportSize(window);
}

/** The same of a page that stands in Vietnamese, in English; the page stands as before after it. */
export async function pictureInEnglish(page: Page, name: string, height = WIDE.height): Promise<void> {
  if (FOLDER === undefined) return;
  await page.getByRole('button', { name: 'EN: English' }).click();
  await picture(page, name, height);
  await page.getByRole('button', { name: 'VI: Tiếng Việt' }).click();
}
