import type { Instant, LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';
import type { Chance } from './chance.js';
import { TENANT, type House } from './house.js';
import type { Moment } from './moment.js';
import { naiveAdd } from './naive-dates.js';
import type { World } from './world.js';

interface Change {
  readonly from: LocalDate;
  readonly effective: Instant;
  /** Number of the occasion. */
  readonly index: number;
}

/** How often each is ordered, summed up. */
const KINDS = [
  [0.4, 'merger'],
  [0.65, 'endOfMiddle'],
  [0.8, 'split'],
  [0.92, 'move'],
  [1, 'rename'],
] as const;

/** What becomes of the units of one life: mergers, splits, moves, other names, and the end of a unit in the middle, on its day or ordered ahead. */
export class Upheavals {
  /** When each unit that is no more ended. */
  readonly ended = new Map<UnitId, Instant>();
  /** Units that were given another superior, and had those they answered to go on. */
  readonly moved = new Set<UnitId>();
  private readonly successors = new Map<UnitId, readonly UnitId[]>();
  /** Until when a superior has somebody below it who ends then, or goes to another one. */
  private readonly left: { readonly superior: UnitId | null; readonly at: Instant }[] = [];
  /** Units that others' work may have come to. */
  readonly heirs = new Set<UnitId>();
  /** The last name of each unit that was given another one. */
  readonly renamed = new Map<UnitId, string>();
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

  /** Whoever follows units that ended after one instant, up to another. */
  newcomers(after: Instant, until: Instant): readonly UnitId[] {
    const units = [...this.ended].filter(([, at]) => at > after && at <= until).map(([unit]) => unit);
    return units.flatMap((unit) => this.successors.get(unit) ?? []);
  }

  async happen({ index, at: now }: Moment, roll: Chance): Promise<void> {
    const today = now.slice(0, 10) as LocalDate;
    const from = roll.hits(0.5) ? today : naiveAdd(today, roll.between(1, 30));
    const effective = from === today ? now : (`${from}T00:00:00+07:00` as Instant);
    const kind = roll.next();
    const change = KINDS.find(([share]) => kind < share)?.[1] ?? 'rename';
    const changes = this[change]({ from, effective, index }, roll);
    if (changes.length === 0) return;
    await this.house.insist(this.anyProcess(), ({ reorganisations }) =>
      reorganisations.apply(TENANT, changes, now, { idempotencyKey: `deed ${index}` }),
    );
  }

  /** One goes into another of its tier below the same superior, or both into a new one. */
  private merger({ from, effective }: Change, roll: Chance): readonly OrganisationEvent[] {
    const unit = roll.one(this.leaves());
    const other = roll.one(this.leaves().filter((each) => each.superior === unit?.superior && each !== unit));
    if (!unit || !other || unit.tier !== other.tier || unit.kind !== other.kind) return [];
    if (roll.hits(0.5)) {
      this.heirs.add(other.id);
      return [this.end(unit, effective, { from, successors: [other.id] })];
    }
    const heir = this.found(other);
    const ends = [unit, other].map((each) => this.end(each, effective, { from, successors: [heir.id] }));
    return [{ type: 'UnitFounded', data: { ...heir, from } }, ...ends];
  }

  /** One becomes two, below the same superior: each has all of its work. */
  private split({ from, effective }: Change, roll: Chance): readonly OrganisationEvent[] {
    const unit = roll.one(this.leaves());
    if (!unit) return [];
    const heirs = [this.found(unit), this.found(unit)];
    const successors = heirs.map(({ id }) => id);
    const founded = heirs.map((heir): OrganisationEvent => ({ type: 'UnitFounded', data: { ...heir, from } }));
    return [...founded, this.end(unit, effective, { from, successors })];
  }

  /** To another superior like the one it had, with those below it; nobody ends. */
  private move({ from, effective }: Change, roll: Chance): readonly OrganisationEvent[] {
    const unit = roll.one(this.others().filter(({ superior }) => superior !== this.world.top));
    const old = unit?.superior ? this.units.get(unit.superior) : undefined;
    const to = roll.one(this.others().filter((each) => each !== old && each.tier === old?.tier && each.kind === old.kind));
    if (!unit || !to) return [];
    this.units.set(unit.id, { ...unit, superior: to.id });
    this.left.push({ superior: unit.superior, at: effective });
    for (const each of [unit.id, to.id]) this.heirs.add(each);
    this.moved.add(unit.id);
    return [{ type: 'UnitMoved', data: { id: unit.id, superior: to.id, from } }];
  }

  /** Another name, and nothing else. */
  private rename({ from, index }: Change, roll: Chance): readonly OrganisationEvent[] {
    // Who is founded on a day ahead has no other name before it.
    const unit = roll.one([...this.units.values()].filter(({ id }) => !this.founded.includes(id)));
    if (!unit || this.renamed.has(unit.id)) return [];
    const name = `${unit.id} new ${index}`;
    this.renamed.set(unit.id, name);
    return [{ type: 'UnitRenamed', data: { id: unit.id, name, from } }];
  }

  private found(like: UnitEntry): UnitEntry {
    const id = `${like.superior}.n${this.founded.length}` as UnitId;
    const unit = { ...like, id, name: id };
    this.units.set(id, unit);
    this.founded.push(id);
    this.heirs.add(id);
    return unit;
  }

  private leaves(): readonly UnitEntry[] {
    return this.others().filter(({ id }) => ![...this.units.values()].some(({ superior }) => superior === id));
  }

  /** Those below it lie below its superior from then on, and have its work where they are named to succeed it. */
  private endOfMiddle({ from, effective }: Change, roll: Chance): readonly OrganisationEvent[] {
    const below = (unit: UnitEntry): readonly UnitEntry[] => this.others().filter(({ superior }) => superior === unit.id);
    // An order that lies ahead has said under whom its heirs will be, and who is below whom until then.
    const isFree = (unit: UnitEntry): boolean =>
      below(unit).length > 0 &&
      ![...this.units.values()].some(({ id, superior }) => superior === unit.id && this.heirs.has(id)) &&
      !this.left.some(({ superior, at }) => superior === unit.id && at > effective);
    const unit = roll.one(this.others().filter(isFree));
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
    { id, superior }: UnitEntry,
    effective: Instant,
    data: { readonly from: LocalDate; readonly successors: readonly UnitId[] },
  ): OrganisationEvent {
    this.units.delete(id);
    this.ended.set(id, effective);
    this.successors.set(id, data.successors);
    this.left.push({ superior, at: effective });
    return { type: 'UnitDissolved', data: { id, ...data } };
  }

  /** Neither the top nor the one that sums up; and none that an order that lies ahead is about to change. */
  private readonly others = (): readonly UnitEntry[] =>
    [...this.units.values()].filter(({ id }) => id !== this.world.top && id !== this.world.focal && !this.heirs.has(id));
}
