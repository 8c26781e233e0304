import { ConcurrencyConflict } from '#event-store';

/** Decides again on the newest state when somebody else wrote first; gives up after a bounded number of attempts. */
export async function retryOnConflict<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || attempt >= attempts) throw error;
    }
  }
}
