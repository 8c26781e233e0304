import type { Instant, LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';
import type { Chance } from './chance.js';
import { TENANT, type House } from './house.js';
import type { Moment } from './life.js';
import { naiveAdd } from './naive-dates.js';
import type { World } from './world.js';

/** What becomes of the units of one life: mergers, and the end of a unit in the middle, on its day or ordered ahead. */
export class Upheavals {
  /** When each unit that is no more ended. */
  readonly ended = new Map<UnitId, Instant>();
  /** Units that others' work may have come to. */
  readonly heirs = new Set<UnitId>();
  private readonly units: Map<UnitId, UnitEntry>;
  private readonly founded: UnitId[] = [];

  constructor(
    private readonly house: House,
    private readonly world: World,
    private readonly anyProcess: () => number,
  ) {
    this.units = new Map(world.units.map((unit) => [unit.id, unit]));
  }

  /** Everybody who stands, or has stood: of those that have been founded later too. */
  everybody(): readonly UnitId[] {
    return [...this.world.units.map(({ id }) => id), ...this.founded];
  }

  /** True where a unit ends after one instant, up to another: nobody acts before the clock has seen to it. */
  liesBetween(after: Instant, until: Instant): boolean {
    return [...this.ended.values()].some((at) => at > after && at <= until);
  }

  async happen({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const today = now.slice(0, 10) as LocalDate;
    const from = roll.hits(0.5) ? today : naiveAdd(today, roll.between(1, 30));
    const effective = from === today ? now : (`${from}T00:00:00+07:00` as Instant);
    const changes = roll.hits(0.6) ? this.merger(from, effective, roll) : this.endOfMiddle(from, effective, roll);
    if (changes.length === 0) return;
    await this.house.insist(this.anyProcess(), ({ reorganisations }) =>
      reorganisations.apply(TENANT, changes, now, { idempotencyKey: `deed ${index}` }),
    );
  }

  /** One goes into another of its tier below the same superior, or both into a new one. */
  private merger(from: LocalDate, effective: Instant, roll: Chance): readonly OrganisationEvent[] {
    const isEnd = ({ id }: UnitEntry): boolean => ![...this.units.values()].some(({ superior }) => superior === id);
    const unit = roll.one(this.others().filter(isEnd));
    const other = roll.one(this.others().filter((each) => each.superior === unit?.superior && each !== unit && isEnd(each)));
    if (!unit || !other || unit.tier !== other.tier || unit.kind !== other.kind) return [];
    if (roll.hits(0.5)) {
      this.heirs.add(other.id);
      return [this.end(unit, effective, { from, successors: [other.id] })];
    }
    const heir = { ...other, id: `${other.superior}.n${this.founded.length}` as UnitId };
    this.units.set(heir.id, { ...heir, name: heir.id });
    this.founded.push(heir.id);
    this.heirs.add(heir.id);
    const ends = [unit, other].map((each) => this.end(each, effective, { from, successors: [heir.id] }));
    return [{ type: 'UnitFounded', data: { ...heir, name: heir.id, from } }, ...ends];
  }

  /** Those below it lie below its superior from then on, and have its work where they are named to succeed it. */
  private endOfMiddle(from: LocalDate, effective: Instant, roll: Chance): readonly OrganisationEvent[] {
    const below = (unit: UnitEntry): readonly UnitEntry[] => this.others().filter(({ superior }) => superior === unit.id);
    const unit = roll.one(this.others().filter((each) => below(each).length > 0));
    if (!unit || unit.superior === null) return [];
    const { superior } = unit;
    const moved = below(unit);
    for (const each of moved) this.units.set(each.id, { ...each, superior });
    const successors = roll.hits(0.5) ? moved.map(({ id }) => id) : [];
    for (const heir of [...successors, superior]) this.heirs.add(heir);
    const moves = moved.map(({ id }): OrganisationEvent => ({ type: 'UnitMoved', data: { id, superior, from } }));
    return [...moves, this.end(unit, effective, { from, successors })];
  }

  private end(
    { id }: UnitEntry,
    effective: Instant,
    data: { readonly from: LocalDate; readonly successors: readonly UnitId[] },
  ): OrganisationEvent {
    this.units.delete(id);
    this.ended.set(id, effective);
    return { type: 'UnitDissolved', data: { id, ...data } };
  }

  /** Neither the top nor the one that sums up; and none that an order that lies ahead is about to change. */
  private readonly others = (): readonly UnitEntry[] =>
    [...this.units.values()].filter(({ id }) => id !== this.world.top && id !== this.world.focal && !this.heirs.has(id));
}
