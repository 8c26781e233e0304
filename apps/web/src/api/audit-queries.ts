import type { Progress } from '#contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Explanation } from '../features/why/explanation.js';
import type { WhyAsked } from '../features/why/question.js';
import { get, type QueryOf } from './client.js';

/** What auditors ask for. */

const PAGE = 200;

export const whyQuery = ({ not = false, ...asked }: WhyAsked) =>
  queryOptions({
    queryKey: ['why', not, asked],
    queryFn: ({ signal }): Promise<Explanation> => {
      const query = asked as QueryOf<'/api/v1/audit/why'>;
      return get(not ? '/api/v1/audit/why-not' : '/api/v1/audit/why', {
        query,
        signal,
      }) as Promise<unknown> as Promise<Explanation>;
    },
  });

export type ChangesAsked = Omit<QueryOf<'/api/v1/audit/changes'>, 'after' | 'limit'>;

/** Changes by pages, as many as are looked at. Not asked for anew by themselves: whoever reads a log is not to lose the place. */
export const changesQuery = (asked: ChangesAsked) =>
  infiniteQueryOptions({
    queryKey: ['changes', asked],
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/audit/changes', { query: { ...asked, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** One event by its position. */
export const eventQuery = (position: number) =>
  queryOptions({
    queryKey: ['event', position],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { items } = await get('/api/v1/events', { query: { since: position - 1, limit: 1 }, signal });
      return items.find((event) => event.position === position) ?? null;
    },
  });

/** A moment, and whether it is meant by the time of recording. */
export interface Moment {
  readonly at: string;
  readonly recorded: boolean;
}

export const progressAtQuery = (plan: string, moment: Moment) =>
  queryOptions({
    queryKey: ['progress-at', plan, moment],
    queryFn: ({ signal }): Promise<Progress> =>
      get('/api/v1/audit/as-of/plans/{plan}/progress', {
        path: { plan },
        query: moment,
        signal,
      }) as Promise<unknown> as Promise<Progress>,
  });

export const lateAtQuery = (plan: string, moment: Moment) =>
  queryOptions({
    queryKey: ['late-at', plan, moment],
    queryFn: ({ signal }) => get('/api/v1/audit/as-of/plans/{plan}/late-list', { path: { plan }, query: moment, signal }),
  });

export const checkpointQuery = () =>
  queryOptions({ queryKey: ['checkpoint'], queryFn: ({ signal }) => get('/api/v1/audit/checkpoint', { signal }) });

export const calendarsQuery = () =>
  queryOptions({
    queryKey: ['calendars'],
    queryFn: async ({ signal }) => (await get('/api/v1/calendars', { signal })).items,
  });
