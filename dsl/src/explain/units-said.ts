import type { UnitEntry } from '#engine';
import type { Bilingual } from '#contracts';

/** Units, counted, with the first of them by name. */
export interface UnitsSaid {
  readonly count: number;
  /** The first names, in the order of the organisation. */
  readonly first: readonly string[];
}

const SHOWN = 3;

/** Counts units and takes the first names. */
export const countUnits = (units: readonly Pick<UnitEntry, 'name'>[], shown = SHOWN): UnitsSaid => ({
  count: units.length,
  first: units.slice(0, shown).map(({ name }) => name),
});

/** `152 đơn vị: UBND xã A, UBND xã B, UBND xã C, …`; a single unit by its name. */
export function unitsSaid({ count, first }: UnitsSaid): Bilingual {
  if (count === 1) return { vi: first[0] ?? '', en: first[0] ?? '' };
  const names = [...first, ...(count > first.length ? ['…'] : [])].join(', ');
  const list = names === '' ? '' : `: ${names}`;
  return { vi: `${count} đơn vị${list}`, en: `${count} units${list}` };
}
