import { catalogue } from './catalogue.js';

/** The language of the page: from the address, else from the last visit, else Vietnamese. */

/** @typedef {import('./format.js').Language} Language */

const STORED = 'thac.language';

/** @type {Language} */
let current = chosen();

export const language = () => current;

/** @param {Language} next */
export function useLanguage(next) {
  current = next;
  const address = new URL(location.href);
  if (next === 'en') address.searchParams.set('lang', 'en');
  else address.searchParams.delete('lang');
  history.replaceState(null, '', address);
  remember(next);
}

/**
 * A sentence of the catalogue in the language of the page.
 * @param {string} key
 * @param {Record<string, string | number>} [args] `{name}` in the sentence; `count` also chooses the English singular
 */
export function t(key, args = {}) {
  const texts = catalogue[current];
  const singular = args.count === 1 ? texts[`${key}.one`] : undefined;
  return fill(singular ?? texts[key] ?? key, args);
}

/** Whether the catalogue has words for it: codes may come from a newer server. @param {string} key */
export const hasText = (key) => catalogue[current][key] !== undefined;

/** A number as the language groups it. @param {number} value */
export const number = (value) => new Intl.NumberFormat(current === 'vi' ? 'vi-VN' : 'en-GB').format(value);

/** @param {string} text @param {Record<string, string | number>} args */
const fill = (text, args) =>
  text.replace(/\{(\w+)\}/g, (slot, name) => {
    const value = args[name];
    if (value === undefined) return slot;
    return name === 'year' || typeof value === 'string' ? String(value) : number(value);
  });

/** @returns {Language} */
function chosen() {
  const asked = new URL(location.href).searchParams.get('lang') ?? remembered();
  return asked === 'en' ? 'en' : 'vi';
}

/** Storage may be closed to the page; the language then lasts as long as the address. */
function remembered() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** @param {Language} next */
function remember(next) {
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Nothing to remember it in.
  }
}
