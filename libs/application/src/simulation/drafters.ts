import type { Directory, UnitId } from '#engine';
import type { Drafters } from './scenario.js';

/** The units that issue a draft, in the order of their ids. */
export function draftersOf(who: Drafters, directory: Directory): readonly UnitId[] {
  if ('unit' in who) return [who.unit];
  const members = directory.select(who.each, who.below).map(({ id }) => id);
  return members.filter((unit) => !who.except.includes(unit));
}
