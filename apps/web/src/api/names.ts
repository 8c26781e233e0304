import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, get } from './client.js';

/** What somebody is called; the name is null where it was erased. */
export type PersonName = AnswerOf<'/api/v1/names'>['items'][number];

/** People of one question. */
const AT_ONCE = 100;

/** What people are called, by the opaque ids that events name: one question for all of a page. */
export const namesQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['names', ids],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, PersonName>> => {
      const { items } = await get('/api/v1/names', { query: { ids: ids.slice(0, AT_ONCE).join(',') }, signal });
      return new Map(items.map((item) => [item.id, item]));
    },
  });
