import type { LocalDate, UnitId } from '#engine';
import type { OrganisationHistory } from './history.js';
import { type Dated, entryOn, type UnitLife, valueOn } from './life.js';

/** What becomes otherwise for a unit on a day. */
export interface UnitChange {
  readonly from: LocalDate;
  readonly kind: 'founded' | 'renamed' | 'moved' | 'ended';
  readonly unit: UnitId;
  /** The unit's name on that day; on its last day where it ends. */
  readonly name: string;
  /** The name, or the id of the superior, before and from then on; null otherwise, and for a top. */
  readonly before: string | null;
  readonly after: string | null;
  readonly successors: readonly UnitId[];
}

/** Everything that becomes otherwise from the first day to the last, by day and then unit. Linear in the units. */
export function changesOf(
  { lives }: OrganisationHistory,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
): readonly UnitChange[] {
  const isAsked = (from: LocalDate): boolean => first <= from && from <= last;
  return [...lives.values()]
    .flatMap((life) => changesOfLife(life).filter(({ from }) => isAsked(from)))
    .toSorted((a, b) => (a.from === b.from ? (a.unit < b.unit ? -1 : Number(a.unit > b.unit)) : a.from < b.from ? -1 : 1));
}

function changesOfLife(life: UnitLife): readonly UnitChange[] {
  const { from, until, successors, names, superiors } = life;
  const change = (day: LocalDate, what: Pick<UnitChange, 'kind'> & Partial<UnitChange>): UnitChange => ({
    from: day,
    unit: life.founded.id,
    name: entryOn(life, day).name,
    before: null,
    after: null,
    successors: [],
    ...what,
  });
  return [
    change(from, { kind: 'founded' }),
    ...later(names).map(([before, { from: day, value }]) => change(day, { kind: 'renamed', before, after: value })),
    ...later(superiors).map(([before, { from: day, value }]) => change(day, { kind: 'moved', before, after: value })),
    ...(until === null ? [] : [change(until, { kind: 'ended', successors })]),
  ];
}

/** The values after the first, each with the one before it. */
const later = <T>(values: readonly Dated<T>[]): readonly (readonly [before: T, now: Dated<T>])[] =>
  values.slice(1).flatMap((now, index) => {
    const before = values[index];
    return before === undefined ? [] : [[before.value, now] as const];
  });

/** What a unit was called on a day, or at its founding before that; its id where nobody founded it. */
export const nameOn = ({ lives }: OrganisationHistory, unit: UnitId, day: LocalDate): string => {
  const life = lives.get(unit);
  return (life && valueOn(life.names, day)) ?? unit;
};
