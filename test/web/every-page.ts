import { expect } from '@jest/globals';
import { axeFindings, brokenNumbers, overflow, settled, strayWords, type Visit } from './house.js';

type Theme = 'light' | 'dark';

/** What axe finds on pages, by address; in each of some themes, or in that of the visit. */
export async function faultsOn(
  { page, go }: Visit,
  routes: readonly string[],
  themes: readonly Theme[] = [],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  const look = async (place: string): Promise<void> => {
    const findings = await axeFindings(page);
    if (findings.length > 0) found[place] = findings;
  };
  for (const route of routes) {
    await go(route);
    if (themes.length === 0) await look(route);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await look(`${route} ${colorScheme}`);
    }
  }
  return found;
}

/** Pages that say everything by the catalogue, hold what they say within their width, and cut no number of a document. */
export async function expectWorded(visit: Visit, routes: readonly string[]): Promise<void> {
  for (const route of routes) {
    await visit.go(route);
    await settled(visit.page);
    expect([route, await strayWords(visit)]).toEqual([route, []]);
    expect([route, await overflow(visit.page)]).toEqual([route, 0]);
    expect([route, await brokenNumbers(visit.page)]).toEqual([route, []]);
  }
}
