import type { OrganisationChange } from '#contracts';
import { addDays, type UnitId } from '#engine';
import { nameOn, type OrganisationHistory, type UnitChange } from '#organisation';

/** A change with names in the place of ids: of superiors on the day before, and on the day itself. */
export function toldChange(
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
