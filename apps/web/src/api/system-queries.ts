import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get } from './client.js';
import { refresh } from './queries.js';

/** What those ask for who look after the house. */

/** Figures of the background are asked for this often while they are looked at. */
const WATCH_MS = 5_000;
const PAGE = 100;

export const operationsQuery = () =>
  queryOptions({
    queryKey: ['operations'],
    queryFn: ({ signal }) => get('/api/v1/operations', { signal }),
    refetchInterval: WATCH_MS,
  });

export const stuckQuery = () =>
  queryOptions({
    queryKey: ['stuck'],
    queryFn: async ({ signal }) => (await get('/api/v1/operations/stuck', { signal })).items,
    refetchInterval: WATCH_MS,
  });

export const deadQuery = () =>
  infiniteQueryOptions({
    queryKey: ['dead'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/deliveries/dead', { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const unitsOnQuery = (on: string, superior: string | null) =>
  queryOptions({
    queryKey: ['units-on', on, superior],
    queryFn: async ({ signal }) =>
      (await get('/api/v1/organisation/units', { query: { on, ...(superior ? { superior } : {}) }, signal })).units,
  });

export const organisationChangesQuery = (from: string) =>
  queryOptions({
    queryKey: ['organisation-changes', from],
    queryFn: ({ signal }) => get('/api/v1/organisation/changes', { query: { from }, signal }),
  });

export const usersQuery = () =>
  infiniteQueryOptions({
    queryKey: ['users'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      get('/api/v1/users', { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What one has lent. */
export const loansQuery = () =>
  queryOptions({ queryKey: ['loans'], queryFn: async ({ signal }) => (await get('/api/v1/delegations', { signal })).items });

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) => (await get('/api/v1/session/list', { signal })).items,
  });

/** An act; once it is done, what the page shows is asked for anew. */
export function useAct<A, R>(act: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => refresh(client) });
}
