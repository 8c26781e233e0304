import type { OrganisationChange } from '#contracts';
import { addDays, type UnitId } from '#engine';
import { nameOn, type OrganisationHistory, type UnitChange } from '#organisation';

/** Most changes that are named; a reorganisation of the country makes thousands on one day. */
const MOST = 500;

/** The first changes, with names in the place of ids: of superiors on the day before, and on the day itself. */
export const toldChanges = (changes: readonly UnitChange[], history: OrganisationHistory): readonly OrganisationChange[] =>
  changes.slice(0, MOST).map((change) => told(change, history));

function told(
  { from, kind, unit, name, before, after, successors }: UnitChange,
  history: OrganisationHistory,
): OrganisationChange {
  const named = (id: string | null, day = from): string | null => (id === null ? null : nameOn(history, id as UnitId, day));
  const isMove = kind === 'moved';
  return {
    from,
    kind,
    unit: { id: unit, name },
    before: isMove ? named(before, addDays(from, -1)) : before,
    after: isMove ? named(after) : after,
    successors: successors.map((id) => ({ id, name: nameOn(history, id, from) })),
  };
}
