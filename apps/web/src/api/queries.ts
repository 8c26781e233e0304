import type {
  CascadeNode,
  Completeness,
  Desk,
  LateList,
  PlanView,
  Progress,
  TaskTable,
  Trend,
  UnitPlanView,
  UnitView,
} from '#contracts';
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { get, Problem, type QueryOf } from './client.js';

/** What pages ask for. Every key begins with the kind of thing, so that what is recorded can make it stale. */

const STALE_MS = 30_000;
const ATTEMPTS = 2;
const PAGE = 200;

/** Asks again by itself only where the server could not be reached. */
export const makeClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, fault) => failures < ATTEMPTS && fault instanceof Problem && fault.status === 503,
      },
    },
  });

async function allPages<T>(
  page: (after: string | undefined) => Promise<{ items: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    found.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}

export const plansQuery = () =>
  queryOptions({
    queryKey: ['plans'],
    queryFn: ({ signal }): Promise<PlanView[]> =>
      allPages((after) => get('/api/v1/plans', { query: { limit: PAGE, ...(after ? { after } : {}) }, signal })),
  });

/** The day that lateness is judged for; null for now. */
export type AsOf = string | null;
const judged = (asOf: AsOf): { asOf?: string } => (asOf === null ? {} : { asOf });

/** Of all of a plan, or of a unit and all below it. */
const ofBranch = (asOf: AsOf, within: string | null): { asOf?: string; within?: string } => ({
  ...judged(asOf),
  ...(within === null ? {} : { within }),
});

export const progressQuery = (plan: string, asOf: AsOf, within: string | null = null) =>
  queryOptions({
    queryKey: ['progress', plan, asOf, within],
    queryFn: ({ signal }): Promise<Progress> =>
      get('/api/v1/plans/{plan}/progress', { path: { plan }, query: ofBranch(asOf, within), signal }) as Promise<Progress>,
  });

export const cascadeQuery = (plan: string, asOf: AsOf, within: string | null = null) =>
  queryOptions({
    queryKey: ['cascade', plan, asOf, within],
    queryFn: ({ signal }): Promise<CascadeNode> =>
      get('/api/v1/plans/{plan}/cascade', { path: { plan }, query: ofBranch(asOf, within), signal }) as Promise<CascadeNode>,
  });

export const completenessQuery = (plan: string, within: string | null, asOf: AsOf) =>
  queryOptions({
    queryKey: ['completeness', plan, within, asOf],
    queryFn: ({ signal }): Promise<Completeness> =>
      get('/api/v1/plans/{plan}/completeness', {
        path: { plan },
        query: ofBranch(asOf, within),
        signal,
      }) as Promise<Completeness>,
  });

export const taskTableQuery = (plan: string, within: string | null, asOf: AsOf) =>
  queryOptions({
    queryKey: ['tasks', plan, within, asOf],
    queryFn: ({ signal }): Promise<TaskTable> =>
      get('/api/v1/plans/{plan}/tasks', {
        path: { plan },
        query: ofBranch(asOf, within),
        signal,
      }) as Promise<TaskTable>,
  });

export const trendQuery = (plan: string, span: { from: string; until: string; within?: string }) =>
  queryOptions({
    queryKey: ['trend', plan, span],
    queryFn: ({ signal }): Promise<Trend> =>
      get('/api/v1/plans/{plan}/trend', { path: { plan }, query: span, signal }) as Promise<Trend>,
  });

export const unitPlanQuery = (plan: string, unit: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['unit-plan', plan, unit, asOf],
    queryFn: ({ signal }): Promise<UnitPlanView> =>
      get('/api/v1/plans/{plan}/units/{unit}', { path: { plan, unit }, query: judged(asOf), signal }) as Promise<UnitPlanView>,
  });

export const historyQuery = (plan: string, unit: string, item: string) =>
  queryOptions({
    queryKey: ['history', plan, unit, item],
    queryFn: ({ signal }) =>
      allPages((after) =>
        get('/api/v1/plans/{plan}/units/{unit}/items/{item}/history', {
          path: { plan, unit, item },
          query: { limit: PAGE, ...(after ? { after } : {}) },
          signal,
        }),
      ),
  });

export const rulesQuery = (hash: string) =>
  queryOptions({
    queryKey: ['rules', hash],
    staleTime: Number.POSITIVE_INFINITY, // named by its hash: it never changes
    queryFn: ({ signal }) => get('/api/v1/rules/{hash}', { path: { hash }, signal }),
  });

export const deskQuery = (unit: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['desk', unit, asOf],
    queryFn: ({ signal }): Promise<Desk> =>
      get('/api/v1/units/{unit}/desk', { path: { unit }, query: judged(asOf), signal }) as Promise<Desk>,
  });

export const unitQuery = (unit: string) =>
  queryOptions({
    queryKey: ['unit', unit],
    queryFn: ({ signal }): Promise<UnitView> => get('/api/v1/units/{unit}', { path: { unit }, signal }),
  });

const FOUND = 30;
export const unitsQuery = (search: string) =>
  queryOptions({
    queryKey: ['units', search],
    queryFn: ({ signal }) => get('/api/v1/units', { query: { limit: FOUND, ...(search ? { search } : {}) }, signal }),
  });

/** Items by pages, as many as are looked at. */
interface PageAsked {
  readonly limit: number;
  readonly after?: string;
}

/** A list by pages, each after the one before. */
const byPages = <Page extends { readonly next: string | null }>(
  queryKey: readonly unknown[],
  ask: (page: PageAsked, signal: AbortSignal) => Promise<Page>,
  limit = PAGE,
) =>
  infiniteQueryOptions({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask({ limit, ...(pageParam ? { after: pageParam } : {}) }, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const itemsQuery = (filter: QueryOf<'/api/v1/items'>) =>
  byPages(['items', filter], (page, signal) => get('/api/v1/items', { query: { ...filter, ...page }, signal }));

export const reportsQuery = (filter: QueryOf<'/api/v1/reports'>) =>
  byPages(['reports', filter], (page, signal) => get('/api/v1/reports', { query: { ...filter, ...page }, signal }));

export const missingReportsQuery = (plan: string, filter: QueryOf<'/api/v1/plans/{plan}/missing-reports'>) =>
  byPages(['missing-reports', plan, filter], (page, signal) =>
    get('/api/v1/plans/{plan}/missing-reports', { path: { plan }, query: { ...filter, ...page }, signal }),
  );

export const stepsTakenQuery = (plan: string, filter: QueryOf<'/api/v1/plans/{plan}/steps-taken'>) =>
  byPages(['steps-taken', plan, filter], (page, signal) =>
    get('/api/v1/plans/{plan}/steps-taken', { path: { plan }, query: { ...filter, ...page }, signal }),
  );

/** Entries of the late list that come at once: it is sorted and searched on the page. */
const LATE_PAGE = 1000;
export const lateListQuery = (plan: string, asOf: AsOf, within: string | null) =>
  byPages(
    ['late-list', plan, asOf, within],
    (page, signal): Promise<LateList> =>
      get('/api/v1/plans/{plan}/late-list', {
        path: { plan },
        query: { ...ofBranch(asOf, within), ...page },
        signal,
      }) as Promise<LateList>,
    LATE_PAGE,
  );

/** Kinds of answers that nothing recorded makes stale, or that are asked for anew in their own time. */
const FOR_EVER = new Set(['changes', 'event', 'rules', 'surroundings']);

/** Asks anew for everything on the page that can have changed. */
export const refresh = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey }) => !FOR_EVER.has(String(queryKey[0])) });
