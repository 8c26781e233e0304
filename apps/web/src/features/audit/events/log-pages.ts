import { type QueryClient, useQueries, useQuery as useAnswer, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AnswerOf } from '../../../api/client.js';
import {
  type Change,
  type ChangesAsked,
  LOG_PAGE,
  logPage,
  logPageQuery,
  outlineQuery,
  placeOfDay,
} from '../../../api/audit-queries.js';

/** How much there is, and where its pages begin. */
export type Outline = AnswerOf<'/api/v1/audit/changes/outline'>;

/** Rows that a browser can lay out one below the other; where there are more, they are narrowed or gone to by a day. */
export const MOST_ROWS = 400_000;

/** A log of any length, loaded where one looks: the outline says where each page begins, so each is one question. */
export function useLogPages(asked: ChangesAsked, newest: boolean) {
  const client = useQueryClient();
  const outline = useAnswer(outlineQuery(asked));
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);
  const { count = 0, pages = [] } = outline.data ?? {};
  const rankOf = (index: number): number => (newest ? count - 1 - index : index);
  const [low, high] = sight.map((index) => Math.max(0, Math.floor(rankOf(index) / LOG_PAGE))).toSorted((a, b) => a - b);
  const wanted = pages.slice(low, (high ?? 0) + 1);
  const found = useQueries({ queries: wanted.map((begins) => logPageQuery(asked, begins)) });
  const rowAt = (index: number): Change | undefined => {
    const rank = rankOf(index);
    return found[Math.floor(rank / LOG_PAGE) - (low ?? 0)]?.data?.[rank % LOG_PAGE];
  };
  const see = useCallback((first: number, last: number) => {
    setSight((before) => (before[0] === first && before[1] === last ? before : [first, last]));
  }, []);
  const anew = (): void => void client.resetQueries({ queryKey: ['changes'] });
  const error = outline.error ?? found.find(({ isError }) => isError)?.error ?? null;
  return { outline: outline.data, rows: Math.min(count, MOST_ROWS), rowAt, see, anew, error };
}

/** A day that was gone to, and the row at which it begins; null where nothing lies there. */
export interface Gone {
  readonly day: string;
  readonly index: number | null;
}

interface Going extends Omit<Jump, 'day' | 'outline' | 'signal'> {
  readonly day: string | null;
  readonly outline: Outline | undefined;
}

/** Goes to a day, once it is known where pages begin; null until then. */
export function useGone({ day, asked, newest, outline }: Going): { readonly gone: Gone | null; readonly error: Error | null } {
  const client = useQueryClient();
  const { data: gone = null, error } = useAnswer({
    queryKey: ['changes', 'row', asked, day, newest, outline?.count],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Gone | null> => {
      if (day === null || !outline) return null;
      return { day, index: await rowOfDay(client, { day, asked, newest, outline, signal }) };
    },
  });
  return { gone, error };
}

interface Jump {
  readonly day: string;
  readonly asked: ChangesAsked;
  readonly newest: boolean;
  readonly outline: Outline;
  readonly signal: AbortSignal;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * The row at which a day begins, from wherever one reads: its first event, or with the newest first its last.
 * @returns null where nothing lies there
 */
async function rowOfDay(client: QueryClient, { day, newest, ...of }: Jump): Promise<number | null> {
  const { count } = of.outline;
  const position = await placeOfDay(newest ? dayAfter(day) : day, of.asked.recorded ?? false, of.signal);
  const rank = position === null ? count : await rankAt(client, { position, ...of });
  const row = newest ? count - rank : rank;
  return row < count ? row : null;
}

type Rank = Pick<Jump, 'asked' | 'outline' | 'signal'> & { readonly position: number };

/** How many events of a filter lie before a position. The page is asked for here: one shared with the list is given up with it. */
async function rankAt(client: QueryClient, { position, asked, outline: { pages }, signal }: Rank): Promise<number> {
  const page = pages.findLastIndex((begins) => begins <= position);
  const begins = pages[page];
  if (begins === undefined) return 0;
  const { queryKey } = logPageQuery(asked, begins);
  const items = client.getQueryData(queryKey) ?? (await logPage({ asked, begins, signal }));
  client.setQueryData(queryKey, items);
  const within = items.findIndex((item) => item.position >= position);
  return page * LOG_PAGE + (within === -1 ? items.length : within);
}
