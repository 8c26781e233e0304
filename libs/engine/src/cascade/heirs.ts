import { TIERS, type Directory, type UnitId } from '../ir/directory.js';

/** Units that stand for one: itself while it exists, else those that took over from it; empty where nobody did. */
export const standing = (unit: UnitId, directory: Directory): readonly UnitId[] =>
  directory.units.has(unit) ? [unit] : (directory.succession(unit)?.successors ?? []);

/**
 * Who answers, judges and is reported to in place of a unit: itself; else the first of its successors on its own tier or above;
 * else whoever does so in place of its last superior: what lay below a district that its communes have taken over reports to the
 * province. Null where nobody is left, and for a unit that nobody ever knew.
 */
export function heirOf(unit: UnitId, directory: Directory): UnitId | null {
  for (let at: UnitId | null = unit; at !== null; ) {
    if (directory.units.has(at)) return at;
    const past = directory.succession(at);
    if (!past) return null;
    const rank = TIERS.indexOf(past.last.tier);
    const heir = past.successors.find((successor) => rankOf(successor, directory) <= rank);
    if (heir !== undefined) return heir;
    at = past.last.superior;
  }
  return null;
}

function rankOf(unit: UnitId, directory: Directory): number {
  const entry = directory.units.get(unit);
  return entry ? TIERS.indexOf(entry.tier) : Number.POSITIVE_INFINITY;
}

/** {@link heirOf}, of several units: each heir once, in their order; those that nobody answers for are left out. */
export const heirsOf = (units: readonly UnitId[], directory: Directory): readonly UnitId[] =>
  units.every((unit) => directory.units.has(unit)) ? units : [...new Set(units.flatMap((unit) => heirOf(unit, directory) ?? []))];

/** Who does what a unit was named for: those that took over, else whoever answers in its place. */
export function handsOf(unit: UnitId, directory: Directory): readonly UnitId[] {
  const taken = standing(unit, directory);
  if (taken.length > 0) return taken;
  const heir = heirOf(unit, directory);
  return heir === null ? [] : [heir];
}
