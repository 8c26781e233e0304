import { useQueries } from '@tanstack/react-query';
import { unitQuery } from '../api/queries.js';

/** Names of some units by id, as far as they are known by now: everybody may see the organisation, not everybody a whole cascade. */
export function useUnitNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const distinct = [...new Set(ids)];
  const units = useQueries({ queries: distinct.map((id) => unitQuery(id)) });
  return new Map(units.flatMap(({ data }, index) => (data ? [[distinct[index] ?? '', data.name]] : [])));
}
