import type { OrganisationEvent } from '#engine';
import { checkLoops } from './check-loops.js';
import { checkNames } from './check-names.js';
import { checkReferences } from './check-references.js';
import { checkSuccessors, checkSuperiors } from './check-superiors.js';
import { EMPTY_HISTORY, foldOrganisation, type OrganisationHistory } from './history.js';
import type { Inspection, LocatedEvent } from './inspection.js';
import { type Problem, pointer, Problems } from './problem.js';

/** Most units that one organisation may have had, over its whole history. */
export const MAX_UNITS = 100_000;

/**
 * All that is wrong with a history of events, in the order in which they were recorded: units named that are not there,
 * ids, names and dissolutions given twice, changes outside a unit's life, superiors that do not exist all the time or stand on a
 * lower tier, loops, more than 64 levels, successors that cannot succeed. Paths point into the array of events
 * (`/3/data/superior`). Empty where all is well. Never throws; about linear in the events and the units.
 *
 * @param onto a sound history that the events are to be added to. What they make wrong in it (a superior dissolved before those
 * below it) is told of the unit that suffers, with an empty path where no event of these says it.
 */
export function validateHistory(
  events: readonly OrganisationEvent[],
  onto: OrganisationHistory = EMPTY_HISTORY,
): readonly Problem[] {
  const located = events.map((event, index) => ({ event, at: (field: string) => pointer(`/${index}/data`, field) }));
  const problems = new Problems();
  inspect(located, problems, onto);
  return problems.list();
}

/** The checks behind {@link validateHistory}, for events read from any kind of data. */
export function inspect(located: readonly LocatedEvent[], problems: Problems, onto = EMPTY_HISTORY): void {
  const founded = onto.lives.size + located.filter(({ event }) => event.type === 'UnitFounded').length;
  if (founded > MAX_UNITS) return problems.add('data.too-large', '', { count: founded, limit: MAX_UNITS });
  const history = foldOrganisation(
    located.map(({ event }) => event),
    onto,
  );
  const inspection = { before: onto, history, problems, placeOf: placesOf(located) };
  checkReferences(located, inspection);
  for (const life of history.lives.values()) {
    checkSuperiors(life, inspection);
    checkSuccessors(life, inspection);
  }
  checkLoops(inspection);
  checkNames(inspection);
}

function placesOf(located: readonly LocatedEvent[]): Inspection['placeOf'] {
  const places = new Map<string, LocatedEvent>();
  for (const each of located) {
    const { id, from } = each.event.data;
    const key = `${each.event.type} ${id} ${from}`;
    if (each.event.type !== 'UnitFounded' || !places.has(key)) places.set(key, each);
  }
  return (unit, field, from) => {
    const types = field === 'successors' ? ['UnitDissolved'] : ['UnitMoved', 'UnitRenamed', 'UnitFounded'];
    const told = types
      .map((type) => places.get(`${type} ${unit} ${from}`))
      .find((each) => each !== undefined && field in each.event.data);
    return told?.at(field) ?? '';
  };
}
