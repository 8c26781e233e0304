import { AsyncLocalStorage } from 'node:async_hooks';
import type { RowScope } from '#contracts';

/**
 * For whom work is done. `entrance`: for whoever comes in, or looks after their own account: nothing else is seen. A scope: for somebody
 * who asks for something. Filled in as soon as it is known; until then it is the entrance.
 */
export interface Asking {
  as: RowScope | 'entrance';
}

const asking = new AsyncLocalStorage<Asking>();

/** Does work for somebody who asks, with all that it sets off. Outside of it, the system works for itself: the clock, the start. */
export const whileAsking = <T>(whom: Asking, work: () => T): T => asking.run(whom, work);

/** For whom work is done now; undefined where the system works for itself. */
export const askedBy = (): RowScope | 'entrance' | undefined => asking.getStore()?.as;

/** The scope of what is asked now; undefined where there is none. */
export function scopeNow(): RowScope | undefined {
  const whom = askedBy();
  return whom === 'entrance' ? undefined : whom;
}

/**
 * Looks up what belongs to rows that were shown: which steps happened to them, which reports they took in. Of these units the rows are
 * seen meanwhile, of others none. @param units whose rows were shown, and those that the rows name
 */
export const aroundShown = <T>(units: Iterable<string>, work: () => Promise<T>): Promise<T> => seeing([...new Set(units)], work);

/** Counts over the whole tenant for a document of the house: how many unit plans a plan has. For statements that tell no row of them. */
export const countingAll = <T>(work: () => Promise<T>): Promise<T> => seeing('*', work);

function seeing<T>(units: RowScope['units'], work: () => Promise<T>): Promise<T> {
  const scope = scopeNow();
  if (scope === undefined || scope.action === '' || scope.units === '*') return work();
  return whileAsking({ as: { ...scope, units, plan: null, within: null } }, work);
}
