import type { Directory, LocalDate, UnitId } from '#engine';
import type { Habit, Who } from './scenario.js';

/** What a habit may speak of. */
export type Behaviour = Exclude<keyof Habit, 'who' | 'what'>;

/** Finds the habit that counts: the first that fits the unit and the obligation and names the behaviour. */
export class HabitBook {
  private readonly fitting = new Map<UnitId, readonly Habit[]>();
  private readonly days = new Map<string, LocalDate | undefined>();

  constructor(
    private readonly habits: readonly Habit[],
    private readonly directory: Directory,
  ) {}

  of<B extends Behaviour>(behaviour: B, unit: UnitId, obligation: string): NonNullable<Habit[B]> | null {
    let habits = this.fitting.get(unit);
    if (!habits) {
      habits = this.habits.filter(({ who }) => fits(who, unit, this.directory));
      this.fitting.set(unit, habits);
    }
    const found = habits.find((habit) => habit[behaviour] !== null && speaksOf(habit, obligation));
    return found?.[behaviour] ?? null;
  }

  /** The day that something comes in on, found once: a unit looks at all that it owes whenever any of it changes. */
  once(obligation: string, find: () => LocalDate | undefined): LocalDate | undefined {
    if (this.days.has(obligation)) return this.days.get(obligation);
    const day = find();
    this.days.set(obligation, day);
    return day;
  }
}

function fits({ units, kind, tier, within }: Who, unit: UnitId, directory: Directory): boolean {
  const entry = directory.units.get(unit);
  if (!entry || (units && !units.includes(unit))) return false;
  if ((kind && entry.kind !== kind) || (tier && entry.tier !== tier)) return false;
  return within === null || directory.isWithin(unit, within);
}

const speaksOf = ({ what }: Habit, obligation: string): boolean =>
  what === null || what.includes(obligation) || what.includes(obligation.split('@')[0] ?? obligation);
