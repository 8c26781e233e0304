import type { Progress } from '#contracts';
import { queryOptions } from '@tanstack/react-query';
import type { Explanation } from '../features/why/explanation.js';
import type { WhyAsked } from '../features/why/question.js';
import { type AnswerOf, get, type QueryOf } from './client.js';

/** What auditors ask for. */

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

export type ChangesAsked = Omit<QueryOf<'/api/v1/audit/changes'>, 'after' | 'since' | 'limit' | 'newest'>;
export type Change = AnswerOf<'/api/v1/audit/changes'>['items'][number];

/** Events of one page of the log. */
export const LOG_PAGE = 200;

/** How many events there are, and where each page of them begins. Not asked for anew by itself: whoever reads a log is not to lose the place. */
export const outlineQuery = (asked: ChangesAsked) =>
  queryOptions({
    queryKey: ['changes', 'outline', asked],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => get('/api/v1/audit/changes/outline', { query: { ...asked, every: LOG_PAGE }, signal }),
  });

/** A page of the log from where it begins. What has not been looked through yet may come in several answers. */
export const logPageQuery = (asked: ChangesAsked, begins: number) =>
  queryOptions({
    queryKey: ['changes', 'page', asked, begins],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => logPage({ asked, begins, signal }),
  });

interface LogPageAsked {
  readonly asked: ChangesAsked;
  readonly begins: number;
  readonly signal: AbortSignal;
}

export async function logPage({ asked, begins, signal }: LogPageAsked): Promise<readonly Change[]> {
  const items: Change[] = [];
  for (let after: string | null | undefined; after !== null && items.length < LOG_PAGE; ) {
    const place = after === undefined ? { since: begins - 1 } : { after };
    const page = await get('/api/v1/audit/changes', { query: { ...asked, ...place, limit: LOG_PAGE - items.length }, signal });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

/** Position of the first event of a day or a later one; null where there is none. */
export const placeOfDay = async (day: string, recorded: boolean, signal: AbortSignal): Promise<number | null> =>
  (await get('/api/v1/audit/changes/place', { query: { day, recorded }, signal })).begins;

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
