import type { ChangesAsked } from '../../../api/audit-queries.js';
import { useQuery } from '../../../router/location.js';

/** Sorts of events, as the server knows them. */
export const KINDS = [
  'rules',
  'plan',
  'organisation',
  'calendar',
  'document',
  'cascade',
  'work',
  'report',
  'deadline',
  'escalation',
  'reorganisation',
  'people',
] as const;

/** Before and after everything. */
const EVER = { from: '1900-01-01', to: '2199-12-31' };
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
  readonly kind: (typeof KINDS)[number] | null;
  readonly recorded: boolean;
  readonly order: 'newest' | 'oldest';
  /** The same as the server is asked. */
  readonly asked: ChangesAsked;
}

/** What stands in the address about which events are wanted. */
export function useFilter(): Filter {
  const query = useQuery();
  const [first, last] = [dayOf(query.get('first')), dayOf(query.get('last'))];
  const [plan, unit] = [query.get('plan'), query.get('unit')];
  const kind = KINDS.find((each) => each === query.get('kind')) ?? null;
  const recorded = query.get('by') !== 'effect';
  const order = query.get('order') === 'oldest' ? 'oldest' : 'newest';
  const asked: ChangesAsked = {
    from: first === null ? EVER.from : dayBefore(first),
    to: last ?? EVER.to,
    ...(recorded ? { recorded } : {}),
    ...(plan ? { plan } : {}),
    ...(unit ? { unit } : {}),
    ...(kind ? { kind } : {}),
  };
  return { first, last, plan, unit, kind, recorded, order, asked };
}
