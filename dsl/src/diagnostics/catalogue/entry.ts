import type { Bilingual } from '#contracts';

/** How grave: an error leaves no rules to run; a warning is probably a slip; an info is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What one code says. `{name}` stands for an argument of the diagnostic. */
export interface Entry {
  readonly severity: Severity;
  readonly message: Bilingual;
  /** How to mend it; null where the message says all. */
  readonly hint: Bilingual | null;
}

/** An entry of the catalogue: message in Vietnamese and English, then the hint likewise. */
export const entry = (severity: Severity, message: readonly [string, string], hint?: readonly [string, string]): Entry => ({
  severity,
  message: { vi: message[0], en: message[1] },
  hint: hint ? { vi: hint[0], en: hint[1] } : null,
});
