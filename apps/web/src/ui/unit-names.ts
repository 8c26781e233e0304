import { useQueries } from '@tanstack/react-query';
import { unitQuery } from '../api/queries.js';

/** Stands where a name is awaited: nobody is to read an id for a moment. */
export const AWAITED = '…';

/** Names of some units by id; those that are awaited are `AWAITED`. Everybody may see the organisation, not everybody a whole cascade. */
export function useUnitNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const distinct = [...new Set(ids)];
  const units = useQueries({ queries: distinct.map((id) => unitQuery(id)) });
  return new Map(
    units.flatMap(({ data, isLoading }, index) => {
      const name = data?.name ?? (isLoading ? AWAITED : undefined);
      return name === undefined ? [] : [[distinct[index] ?? '', name]];
    }),
  );
}
