import { type Directory, TIERS, type UnitEntry, type UnitId } from '#engine';
import type { Grant } from './events.js';

/** The organisation, as the policy asks for it. */
export type Organisation = Pick<Directory, 'units' | 'isWithin' | 'succession'>;

/** Ends of ends are followed so far; an organisation whose ends go round is not. */
const LONGEST_CHAIN = 16;

/**
 * The units that a grant of a unit stands for on the day of a directory: the unit itself, or whoever took over from it. Rights
 * never climb: what went to a higher tier, or to a unit above the one that ended, is not followed.
 */
export function placesOf({ unit }: Pick<Grant, 'unit'>, organisation: Organisation): readonly UnitId[] {
  if (unit === null) return [];
  if (organisation.units.has(unit)) return [unit];
  const succession = organisation.succession(unit);
  if (!succession) return [];
  return succession.successors.filter((heir) => !climbs(succession.last, heir, organisation));
}

/** True where taking over as `heir` would widen what `last` had. */
function climbs(last: UnitEntry, heir: UnitId, organisation: Organisation): boolean {
  const entry = organisation.units.get(heir);
  if (!entry || TIERS.indexOf(entry.tier) < TIERS.indexOf(last.tier)) return true;
  if (last.superior === null) return false;
  return homesOf(last.superior, organisation).some((above) => organisation.isWithin(above, heir));
}

/**
 * Where a unit is found on the day of a directory: itself, whoever took over from it, or, where nobody did, where its last
 * superior is found. Empty for units that nobody knows.
 */
export function homesOf(unit: UnitId, organisation: Organisation, depth = 0): readonly UnitId[] {
  if (organisation.units.has(unit)) return [unit];
  const succession = organisation.succession(unit);
  if (!succession) return [];
  if (succession.successors.length > 0) return succession.successors;
  const { superior } = succession.last;
  return superior === null || depth >= LONGEST_CHAIN ? [] : homesOf(superior, organisation, depth + 1);
}

/** True where a unit, or what became of it, lies at or below one of the places. */
export const isSeenFrom = (places: readonly UnitId[], unit: UnitId, organisation: Organisation): boolean =>
  homesOf(unit, organisation).some((home) => places.some((place) => organisation.isWithin(home, place)));

/** True where whoever stands in one of the places may act for a unit that exists. */
export const isActedForFrom = (
  places: readonly UnitId[],
  { unit, reach }: { readonly unit: UnitId; readonly reach: Grant['reach'] },
  organisation: Organisation,
): boolean =>
  organisation.units.has(unit) &&
  places.some((place) => (reach === 'unit' ? place === unit : organisation.isWithin(unit, place)));

/** The only unit that nobody is above; undefined where there are several. */
export function topOf(organisation: Organisation): UnitId | undefined {
  const known = tops.get(organisation.units);
  if (known) return known[0];
  const found = [...organisation.units.values()].filter(({ superior }) => superior === null || !organisation.units.has(superior));
  const only = found.length === 1 ? found.map(({ id }) => id) : [];
  tops.set(organisation.units, only);
  return only[0];
}

const tops = new WeakMap<Organisation['units'], readonly UnitId[]>();
