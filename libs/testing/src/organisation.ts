import type { LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';

/** What a test says of a unit; the rest is a commune committee of that name. */
export type UnitSketch = Partial<Omit<UnitEntry, 'id' | 'superior'>> & {
  readonly from?: string;
  readonly superior?: string | null;
};

/** Founds a unit; by default a commune committee named after its id, below nothing, from 1 January 2021. */
export function founded(id: string, { from = '2021-01-01', superior = null, ...rest }: UnitSketch = {}): OrganisationEvent {
  const entry = {
    name: `Unit ${id}`,
    aliases: [],
    localName: null,
    tier: 'commune',
    kind: 'peoples-committee',
    ...rest,
  } as const;
  return {
    type: 'UnitFounded',
    data: { ...entry, id: id as UnitId, superior: superior as UnitId | null, from: from as LocalDate },
  };
}

/** Gives a unit another name from a day. */
export const renamed = (id: string, name: string, from: string): OrganisationEvent => ({
  type: 'UnitRenamed',
  data: { id: id as UnitId, name, from: from as LocalDate },
});

/** Puts a unit below another superior from a day. */
export const moved = (id: string, superior: string, from: string): OrganisationEvent => ({
  type: 'UnitMoved',
  data: { id: id as UnitId, superior: superior as UnitId, from: from as LocalDate },
});

/** Ends a unit; the day is the first on which it no longer exists. */
export const dissolved = (id: string, from: string, ...successors: readonly string[]): OrganisationEvent => ({
  type: 'UnitDissolved',
  data: { id: id as UnitId, from: from as LocalDate, successors: successors as readonly UnitId[] },
});

/** A province and so many communes below it, numbered from 0: `commune-0`, `commune-1` … */
export const provinceOf = (id: string, name: string, communes: number): readonly OrganisationEvent[] => [
  founded(id, { name, tier: 'province' }),
  ...Array.from({ length: communes }, (_, n) => founded(`commune-${n}`, { name: `UBND xã số ${n}`, superior: id })),
];
