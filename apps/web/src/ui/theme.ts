import { readStored, useStored, writeStored } from './storage.js';

/** Light, dark, or as the system has it. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const STORED = 'thac.theme';

const themeOf = (stored: string | null): Theme => THEMES.find((theme) => theme === stored) ?? 'auto';

export const useTheme = (): Theme => themeOf(useStored(STORED));

export function chooseTheme(theme: Theme): void {
  writeStored(STORED, theme === 'auto' ? null : theme);
  applyTheme();
}

/** Puts what is stored on the page. */
export function applyTheme(): void {
  const theme = themeOf(readStored(STORED));
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
