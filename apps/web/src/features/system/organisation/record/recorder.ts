import { useQuery as useAnswer } from '@tanstack/react-query';
import { useSession } from '../../../../api/session.js';
import { unitsOnQuery } from '../../../../api/system-queries.js';
import { dayInVietnam } from '../../../../format/dates.js';

const ROLES = ['leader', 'system-administrator'];

/** The unit in whose name the person may change the organisation of the whole house; null where they may not, undefined until it is known. */
export function useRecorder(): string | null | undefined {
  const session = useSession();
  const tops = useAnswer(unitsOnQuery(dayInVietnam(Date.now()), null));
  if (session === undefined || (!tops.data && !tops.isError)) return undefined;
  if (!session?.mayWrite) return null;
  const units = (tops.data ?? []).map(({ unit }) => unit.id);
  const [top] = units;
  const holds = session.rights.some(
    ({ role, unit, state }) => ROLES.includes(role) && state === 'now' && (unit === null || (units.length === 1 && unit === top)),
  );
  return holds ? (top ?? null) : null;
}
