import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus says these words; what stands in a shadow tree speaks for its host. */
export async function tabTo(page: Page, words: RegExp): Promise<void> {
  const focused = `(() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.getAttribute('aria-label') || at.labels?.[0]?.textContent || at.textContent || '';
  })()`;
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (words.test(await page.evaluate<string>(focused))) return;
  }
  throw new Error(`Tab leads to nothing that says ${words}`);
}
