import { CONTRADICTIONS } from './catalogue/contradictions.js';
import type { CatalogueEntry } from './catalogue/entry.js';
import { REPORTS } from './catalogue/reports.js';
import { TIME } from './catalogue/time.js';
import { WHO } from './catalogue/who.js';

/** The number of forms in each section of the catalogue of what administrators write. */
export const SECTIONS: Readonly<Record<string, number>> = { A: 17, B: 10, C: 6, D: 15, E: 7, F: 7, G: 10, H: 4, I: 12, J: 10 };

/** Every form, at least once. */
export const FORMS: readonly CatalogueEntry[] = [...TIME, ...REPORTS, ...WHO, ...CONTRADICTIONS];
