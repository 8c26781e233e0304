import { unitOf, useSession } from '../api/session.js';
import { useStored, writeStored } from './storage.js';

/** The one place that knows for whom the person acts: the unit of their rights, unless they choose another that they may act for. */

const STORED = 'thac.unit';

/** Id of the unit that the person acts for; null where none is known. */
export function useActingUnit(): string | null {
  const session = useSession();
  const stored = useStored(nameOf(session?.user));
  return stored ?? unitOf(session);
}

/** Chooses it, for whoever is signed in. */
export function useActFor(): (unit: string) => void {
  const session = useSession();
  return (unit) => writeStored(nameOf(session?.user), unit);
}

/** Several people may use one machine. */
const nameOf = (user: string | undefined): string => (user === undefined ? STORED : `${STORED} ${user}`);

/** Whether the person may change anything at all. */
export const useMayWrite = (): boolean => useSession()?.mayWrite ?? false;

/**
 * How the person stands to what is a unit's: `owner` acts for that unit, `other` for another one; `reader` has that unit in view and
 * may only look; `nobody` is none of these.
 */
export type Stance = 'owner' | 'other' | 'reader' | 'nobody';

export function useStance(unit: string): Stance {
  const acting = useActingUnit();
  const mayWrite = useMayWrite();
  if (acting === unit) return mayWrite ? 'owner' : 'reader';
  return mayWrite && acting !== null ? 'other' : 'nobody';
}
