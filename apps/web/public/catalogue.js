import { en } from './catalogue/en.js';
import { vi } from './catalogue/vi.js';

/**
 * Everything that the page says, in both languages under the same keys. `{name}` is filled in; a key ending in `.one` is the
 * singular of the one before it, which only English has.
 *
 * @type {{vi: Record<string, string>, en: Record<string, string>}}
 */
export const catalogue = { vi, en };
