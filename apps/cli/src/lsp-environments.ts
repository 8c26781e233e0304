import { fileURLToPath } from 'node:url';
import { AppError, type Bilingual } from '#contracts';
import type { CheckEnv } from '#dsl';
import { instantOfMs, localDateOf, workingCalendar } from '#engine';
import { foldOrganisation, snapshot, VIETNAM_CALENDAR } from '#organisation';
import { checkFiles } from './rules-files.js';
import type { Typed } from './verb.js';

/** What a document is checked against, and why it is less than it should be. */
export interface DocumentEnvironment {
  readonly env: CheckEnv;
  readonly trouble: Bilingual | null;
}

/** Finds what the document at an address is checked against. Never rejects. */
export type Environments = (uri: string) => Promise<DocumentEnvironment>;

/** As `thac check` finds it: the organisation beside the file, the calendar, the plan that the file cites. */
export const environmentsOf =
  (typed: Typed): Environments =>
  async (uri) => {
    if (!uri.startsWith('file:')) return { env: nothingKnown(), trouble: null };
    try {
      const [checked] = await checkFiles([fileURLToPath(uri)], typed);
      return { env: checked?.env ?? nothingKnown(), trouble: null };
    } catch (error) {
      const trouble = error instanceof AppError ? error.what : { vi: String(error), en: String(error) };
      return { env: nothingKnown(), trouble };
    }
  };

/** No organisation: names mean nothing, everything else is checked. */
const nothingKnown = (): CheckEnv => ({
  directory: snapshot(foldOrganisation([]), localDateOf(instantOfMs(Date.now()))),
  calendar: workingCalendar(VIETNAM_CALENDAR),
});
