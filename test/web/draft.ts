import type { Page } from 'playwright-core';
import { PROVINCE_TEXT } from '../../apps/api/test/world.js';

/** Texts that somebody writes in the editor, and their drafts as the page keeps them. */

/** The province's plan under another number, as text. */
export const numbered = (number: string): string => PROVINCE_TEXT.replace('"239/KH-UBND"', `"${number}"`);

const DRAFT = 'thac.draft editor new';

/** Lets the page find a draft of a new plan. */
export async function keep(page: Page, text: string): Promise<void> {
  const draft = JSON.stringify(JSON.stringify({ text, at: '2022-07-12T02:00:00Z' }));
  await page.addInitScript(`localStorage.getItem('${DRAFT}') ?? localStorage.setItem('${DRAFT}', ${draft});`);
}

/** The text of the draft that the page keeps; empty where it keeps none. */
export async function kept(page: Page): Promise<string> {
  const draft = await page.evaluate<string | null>(`localStorage.getItem('${DRAFT}')`);
  return (JSON.parse(draft ?? '{}') as { readonly text?: string }).text ?? '';
}

/** Waits until the draft that is kept fits, frame by frame. */
export async function keptWhen(page: Page, fits: (text: string) => boolean): Promise<string> {
  for (let frames = 0; frames < 1_000; frames++) {
    const text = await kept(page);
    if (fits(text)) return text;
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  throw new Error(`the draft that is kept stays:\n${await kept(page)}`);
}
