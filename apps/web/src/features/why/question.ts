import { setQuery, useQuery } from '../../router/location.js';

/** A question of “why”, as it stands in the address: it can be sent to somebody, and is there again after a reload. */
export interface WhyAsked {
  readonly plan: string;
  readonly unit: string;
  /** `item 1.2`, `report 1@2022-9M`, `duty 1`; absent: the unit's reports as a whole. */
  readonly obligation?: string | undefined;
  readonly aspect?: string | undefined;
  readonly step?: string | undefined;
  /** Label of a period, of rates. */
  readonly period?: string | undefined;
  /** The moment that it is asked for: a day, or an instant; now unless told. */
  readonly at?: string | undefined;
  /** Why not. */
  readonly not?: boolean | undefined;
}

/** The question that is open; null where none is. */
export function useWhy(): WhyAsked | null {
  return readWhy(useQuery().get('why'));
}

/** @returns null where the text is no question */
export function readWhy(text: string | null): WhyAsked | null {
  if (text === null) return null;
  try {
    const asked = JSON.parse(text) as Partial<WhyAsked> | null;
    return typeof asked?.plan === 'string' && typeof asked.unit === 'string' ? (asked as WhyAsked) : null;
  } catch {
    return null;
  }
}

export const askWhy = (asked: WhyAsked): void => setQuery({ why: JSON.stringify(asked) });
export const closeWhy = (): void => setQuery({ why: null });
