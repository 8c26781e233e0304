import { queryOptions, useQuery as useAnswer } from '@tanstack/react-query';
import { type AnswerOf, get, Problem, showCsrf } from './client.js';

/** Who is signed in. */
export type Session = AnswerOf<'/api/v1/session'>;

/** Null where nobody is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        const session = await get('/api/v1/session', { signal });
        showCsrf(session.csrf);
        return session;
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }
    },
  });

/** Undefined until it is known. */
export const useSession = (): Session | null | undefined => useAnswer(sessionQuery()).data;

/** Roles that act for a unit. */
const ACTING = ['official', 'unit-head', 'leader', 'rules-author'];

/** The unit that somebody acts for unless they choose another: that of their first right to act. */
export const unitOf = (session: Session | null | undefined): string | null =>
  session?.rights.find(({ role, unit, state }) => ACTING.includes(role) && unit !== null && state === 'now')?.unit ?? null;

/** Whether acting for a unit concerns the person: one who may, or a visitor of a demonstration, who looks at all that others do. */
export function useActs(): boolean {
  const session = useSession();
  if (!session) return false;
  return session.by === 'door' || session.rights.some(({ role, state }) => ACTING.includes(role) && state === 'now');
}

/** Whether what a unit has to do is what the person comes for. */
export const useWorksAtDesk = (): boolean =>
  useSession()?.rights.some(
    ({ role, unit, state }) => (role === 'official' || role === 'unit-head') && unit !== null && state === 'now',
  ) ?? false;

/** Whether the person answers for a unit: heads issue what others write, judge what is handed in, put off. */
export const useHeads = (): boolean => useHolds('unit-head', 'leader');

/** Whether the one policy lets the person do something for a unit; undefined until it is known. */
export const useMay = (action: string, unit: string): boolean | undefined =>
  useAnswer({
    queryKey: ['may', action, unit],
    enabled: unit !== '',
    queryFn: async ({ signal }) => (await get('/api/v1/session/why', { query: { action, unit }, signal })).allowed,
  }).data;

/** Whether the person holds one of some roles now. */
export const useHolds = (...roles: readonly string[]): boolean =>
  useSession()?.rights.some(({ role, state }) => roles.includes(role) && state === 'now') ?? false;
