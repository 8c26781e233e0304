import type { LocalDate, UnitId } from '#engine';
import type { Inspection } from './inspection.js';
import { edgesOf } from './check-superiors.js';
import type { OrganisationHistory } from './history.js';
import { existsOn, valueOn } from './life.js';

/** Most units above one another, from the top down. */
export const MAX_LEVELS = 64;

/**
 * Loops of superiors, each told once, and units too deep. A loop stands complete on the day its last edge begins, so it is
 * enough to walk up from every unit on the days its superior changes.
 */
export function checkLoops(inspection: Inspection): void {
  const told = new Set<string>();
  const deep = new Set<string>();
  for (const life of inspection.history.lives.values()) {
    const { id } = life.founded;
    for (const { superior, from } of edgesOf(life)) {
      const above = deep.has(`${superior} ${from}`) ? undefined : climb(inspection.history, id, from);
      if (above?.at(-1) === id) tellLoop(above, { id, from, told }, inspection);
      else if (!above || above.length >= MAX_LEVELS) {
        deep.add(`${id} ${from}`);
        inspection.problems.add('organisation.too-deep', () => inspection.placeOf(id, 'superior', from), {
          id,
          limit: MAX_LEVELS,
        });
      }
    }
  }
}

interface Found {
  readonly id: UnitId;
  readonly from: LocalDate;
  readonly told: Set<string>;
}

function tellLoop(above: readonly UnitId[], { id, from, told }: Found, { problems, placeOf }: Inspection): void {
  const members = above.toSorted().join(' ');
  if (told.has(members)) return;
  told.add(members);
  problems.add('organisation.loop', placeOf(id, 'superior', from), { date: from, loop: [id, ...above].join(' → ') });
}

/**
 * The superiors above a unit on a date, nearest first: up to the top, to the unit itself where it stands in a loop, to the first
 * that comes again where it hangs below one, or to the limit.
 */
function climb(history: OrganisationHistory, unit: UnitId, date: LocalDate): readonly UnitId[] {
  const above = new Set<UnitId>();
  let next = superiorOf(history, unit, date);
  while (next !== null && !above.has(next) && above.size < MAX_LEVELS) {
    above.add(next);
    next = next === unit ? null : superiorOf(history, next, date);
  }
  return [...above];
}

function superiorOf(history: OrganisationHistory, unit: UnitId, date: LocalDate): UnitId | null {
  const life = history.lives.get(unit);
  return life && existsOn(life, date) ? (valueOn(life.superiors, date) ?? null) : null;
}
