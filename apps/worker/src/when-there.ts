import type { Bilingual } from '#contracts';
import { setTimeout } from 'node:timers/promises';
import { backOffAfter } from './back-off.js';

/** Longest pause between two tries, in milliseconds. */
const LONGEST_MS = 5_000;

export interface Waiting {
  /** Told of each try that failed. */
  readonly log: (entry: { readonly level: 'error'; readonly message: Bilingual; readonly error: unknown }) => void;
  /** Resolves when nobody wants it any more. */
  readonly asked: Promise<unknown>;
  /** Rests for so many milliseconds; really, unless told. */
  readonly rest?: (ms: number) => Promise<unknown>;
}

/**
 * Opens what a worker cannot do without, again and again until it is there: a database that is being restarted ends no worker.
 * @returns undefined where it was asked to stop first
 * @throws what `isLasting` says that waiting does not mend
 */
export async function whenThere<T>(
  open: () => Promise<T>,
  isLasting: (error: unknown) => boolean,
  { log, asked, rest = (ms) => setTimeout(ms) }: Waiting,
): Promise<T | undefined> {
  const stopped = asked.then(() => true);
  for (let failures = 1; ; failures++) {
    try {
      return await open();
    } catch (error) {
      if (isLasting(error)) throw error;
      log({ level: 'error', message: NOT_THERE, error });
    }
    const rested = rest(Math.min(LONGEST_MS, backOffAfter(failures))).then(() => false);
    if (await Promise.race([stopped, rested])) return undefined;
  }
}

const NOT_THERE: Bilingual = {
  vi: 'Chưa kết nối được cơ sở dữ liệu, sẽ thử lại.',
  en: 'The database is not there yet; trying again.',
};
