import { CHANGE_KINDS, type ChangeKind } from '#contracts';
import type { ChangesAsked } from '../../../api/audit-queries.js';
import { useQuery } from '../../../router/location.js';

const dayOf = (text: string | null): string | null => /^\d{4}-\d{2}-\d{2}$/.exec(text ?? '')?.[0] ?? null;

/** The first instant of a day belongs to the span: what is asked for is after the end of the day before. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export interface Filter {
  /** First and last day; null where it is open. */
  readonly first: string | null;
  readonly last: string | null;
  readonly plan: string | null;
  readonly unit: string | null;
  readonly kind: ChangeKind | null;
  /** The obligation that is named: `item 1.2`. */
  readonly about: string | null;
  /** Who did it: an opaque id, `@people` or `@engine`. */
  readonly who: string | null;
  /** A day to go to. */
  readonly day: string | null;
  readonly recorded: boolean;
  readonly order: 'newest' | 'oldest';
  /** The same as the server is asked. */
  readonly asked: ChangesAsked;
}

/** What stands in the address about which events are wanted. */
export function useFilter(): Filter {
  const query = useQuery();
  const [first, last] = [dayOf(query.get('first')), dayOf(query.get('last'))];
  const [plan, unit, about, who] = [query.get('plan'), query.get('unit'), query.get('about'), query.get('who')];
  const kind = CHANGE_KINDS.find((each) => each === query.get('kind')) ?? null;
  const recorded = query.get('by') !== 'effect';
  const order = query.get('order') === 'oldest' ? 'oldest' : 'newest';
  const asked: ChangesAsked = {
    ...(first ? { from: dayBefore(first) } : {}),
    ...(last ? { to: last } : {}),
    ...(recorded ? { recorded } : {}),
    ...(plan ? { plan } : {}),
    ...(unit ? { unit } : {}),
    ...(kind ? { kind } : {}),
    ...(about ? { about } : {}),
    ...(who ? { who } : {}),
  };
  return { first, last, plan, unit, kind, about, who, day: dayOf(query.get('day')), recorded, order, asked };
}
