import type { LocalDate, UnitEntry, UnitId } from '#engine';

/** A value that holds from a date until the next one takes over. */
export interface Dated<T> {
  readonly from: LocalDate;
  readonly value: T;
}

/** One unit over its whole life. */
export interface UnitLife {
  /** The unit as it was founded. */
  readonly founded: UnitEntry;
  readonly from: LocalDate;
  /** First day on which it no longer exists; null while it stands. */
  readonly until: LocalDate | null;
  /** Who took over when it was dissolved. */
  readonly successors: readonly UnitId[];
  /** By date, the founding one first. */
  readonly names: readonly Dated<string>[];
  readonly superiors: readonly Dated<UnitId | null>[];
}

/** True on the days from `from` to the day before `until`. */
export const existsOn = (life: UnitLife, date: LocalDate): boolean =>
  life.from <= date && (life.until === null || date < life.until);

/** The value that holds on a date; before the first change, the first value. */
export function valueOn<T>(values: readonly Dated<T>[], date: LocalDate): T | undefined {
  let held = values[0];
  for (const next of values) {
    if (next.from > date) break;
    held = next;
  }
  return held?.value;
}

/** The values with one more; a later record for the same day corrects the earlier one. */
export function withValue<T>(values: readonly Dated<T>[], added: Dated<T>): readonly Dated<T>[] {
  return [...values.filter((value) => value.from !== added.from), added].toSorted((a, b) =>
    a.from < b.from ? -1 : Number(a.from > b.from),
  );
}

/** The unit as it stands on a date on which it exists. */
export function entryOn(life: UnitLife, date: LocalDate): UnitEntry {
  if (life.names.length === 1 && life.superiors.length === 1) return life.founded;
  const name = valueOn(life.names, date) ?? life.founded.name;
  const superior = valueOn(life.superiors, date) ?? null;
  return { ...life.founded, name, superior };
}
