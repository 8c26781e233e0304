import { IntlMessageFormat } from 'intl-messageformat';
import { useSyncExternalStore } from 'react';
import { pseudo } from './pseudo.js';
import type { Key } from './vi.js';

/** The language of the page: from the address (`?lang=en`), else from the last visit, else Vietnamese. */
export type Language = 'vi' | 'en';
/** `qps` is the pseudo-language of tests: every sentence longer by 40 %, and known by its brackets. */
type Locale = Language | 'qps';
export type Args = Readonly<Record<string, string | number>>;

type Catalogue = Readonly<Record<Key, string>>;

const STORED = 'thac.language';
/** Each is loaded once it is wanted: whoever reads one language does not wait for the other. */
const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  vi: async () => (await import('./vi.js')).vi,
  en: async () => (await import('./en.js')).en,
};
const catalogues = new Map<Language, Catalogue>();
const listeners = new Set<() => void>();
const formats = new Map<string, IntlMessageFormat>();
let current: Locale = chosen();
apply();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Renders anew where the language changes. The root asks for it: nothing below is memoised. */
export const useLocale = (): Locale => useSyncExternalStore(subscribe, () => current);

export function language(): Language {
  return current === 'en' ? 'en' : 'vi';
}

async function load(of: Language): Promise<void> {
  if (!catalogues.has(of)) catalogues.set(of, await LOADERS[of]());
}

/** Loads the sentences of the page's language. Nothing can be said before. */
export const prepareLanguage = (): Promise<void> => load(language());

/** Loads those of the other language, so that it can be chosen without a connection too. */
export const prepareOther = (): Promise<void> => load(language() === 'vi' ? 'en' : 'vi');

/** Changes the language of the page. @throws where its sentences cannot be loaded: the page stays as it is */
export async function useLanguage(next: Language): Promise<void> {
  await load(next);
  current = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Nothing to remember it in: it lasts as long as the page.
  }
  apply();
  for (const listener of listeners) listener();
}

/** A sentence of the catalogue, in ICU MessageFormat, in the language of the page. */
export function t(key: Key, args: Args = {}): string {
  const text = catalogueNow()[key];
  const said = text.includes('{') ? String(formatOf(key, text).format(args)) : text;
  return current === 'qps' ? pseudo(said) : said;
}

/** The sentence for a code that may come from a newer server; the code itself where there is none. */
export const textOf = (family: string, code: string, args: Args = {}): string =>
  hasText(`${family}.${code}`) ? t(`${family}.${code}` as Key, args) : code;

export const hasText = (key: string): key is Key => Object.hasOwn(catalogueNow(), key);

function catalogueNow(): Catalogue {
  const catalogue = catalogues.get(language());
  if (!catalogue) throw new Error(`The sentences of ${language()} have not been loaded.`);
  return catalogue;
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };
const percents = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

/** A number as the language groups it. */
export const number = (value: number): string => numbers[language()].format(value);

/** A share in per cent, to one decimal: `97,4%`. */
export const percent = (value: number): string => `${percents[language()].format(value)}%`;

function formatOf(key: string, text: string): IntlMessageFormat {
  const name = `${language()} ${key}`;
  const known = formats.get(name) ?? new IntlMessageFormat(text, language() === 'vi' ? 'vi-VN' : 'en-GB');
  formats.set(name, known);
  return known;
}

function chosen(): Locale {
  const asked = new URL(location.href).searchParams.get('lang') ?? remembered();
  return asked === 'en' || asked === 'qps' ? asked : 'vi';
}

/** Storage may be closed to the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function apply(): void {
  document.documentElement.lang = language();
}
