import { addDays, type Directory, type LocalDate, type Succession, type UnitClass, type UnitEntry, type UnitId } from '#engine';
import { type OrganisationHistory, successorsOn } from './history.js';
import { entryOn, existsOn } from './life.js';
import { NameIndex } from './name-index.js';
import { inSubtree, plant, type Tree, type TreeNode } from './tree.js';

const itself = (node: TreeNode): TreeNode => node;
const classKey = ({ kind, tier }: UnitClass): string => `${kind} ${tier}`;
const byId = (a: UnitEntry, b: UnitEntry): number => (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The organisation as it stands on a date. One pass over the history (the whole country, 13,000 units, in a tenth of a second);
 * afterwards `find`, `local` and `isWithin` take constant time, save the few steps up a branch, and `select` the time of its answer.
 *
 * `find` also knows local names: of several bearers it takes the one in the smallest branch around `near`, in that branch the one
 * fewest levels down, at one level the official name before an alias before a local name; undefined where several are left. Those
 * that share a name are told apart by who is above them: `UBND xã Tân Thành, huyện Cao Lộc`.
 * Never throws: a unit whose superior does not exist on the date stands as a top, and units in a loop of superiors are
 * listed in `units` but found nowhere ({@link validateHistory} names both).
 */
export const snapshot = (history: OrganisationHistory, date: LocalDate): Directory => new Snapshot(history, date);

class Snapshot implements Directory {
  readonly version: string;
  readonly units: ReadonlyMap<UnitId, UnitEntry>;
  readonly #tree: Tree;
  readonly #names: NameIndex;
  readonly #classes: ReadonlyMap<string, readonly TreeNode[]>;
  readonly #history: OrganisationHistory;
  /** Snapshots of the last days of units that are no more: a reorganisation ends thousands on one day. */
  readonly #lastDays = new Map<LocalDate, Snapshot>();

  constructor(
    history: OrganisationHistory,
    readonly date: LocalDate,
  ) {
    this.#history = history;
    this.version = history.version;
    this.units = unitsOn(history, date);
    this.#tree = plant(this.units);
    this.#names = new NameIndex(this.#tree.order);
    this.#classes = Map.groupBy(this.#tree.order, (node) => classKey(node.entry));
  }

  find(name: string, near?: UnitId): UnitEntry | undefined {
    return this.#names.find(name, near === undefined ? undefined : this.#tree.nodes.get(near))?.entry;
  }

  select(unitClass: UnitClass, within: UnitId): readonly UnitEntry[] {
    const top = this.#tree.nodes.get(within);
    if (!top) return [];
    const members = inSubtree(this.#classes.get(classKey(unitClass)) ?? [], itself, top);
    return members.map((node) => node.entry).sort(byId);
  }

  local(superior: UnitId, localName: string): UnitEntry | undefined {
    const top = this.#tree.nodes.get(superior);
    return top && this.#names.below(top, localName)?.entry;
  }

  isWithin(unit: UnitId, ancestor: UnitId): boolean {
    const node = this.#tree.nodes.get(unit);
    const top = this.#tree.nodes.get(ancestor);
    return node !== undefined && top !== undefined && top.first <= node.first && node.first <= top.last;
  }

  succession(unit: UnitId): Succession | undefined {
    const life = this.#history.lives.get(unit);
    if (!life || life.until === null || life.until > this.date) return undefined;
    const lastDay = addDays(life.until, -1);
    return {
      last: entryOn(life, lastDay),
      successors: successorsOn(this.#history, unit, this.date),
      branch: () => this.#on(lastDay).#below(unit),
    };
  }

  #on(date: LocalDate): Snapshot {
    const known = this.#lastDays.get(date) ?? new Snapshot(this.#history, date);
    this.#lastDays.set(date, known);
    return known;
  }

  #below(unit: UnitId): readonly UnitId[] {
    const top = this.#tree.nodes.get(unit);
    return top ? inSubtree(this.#tree.order, itself, top).map(({ entry }) => entry.id) : [];
  }
}

/** In the order of ids, whatever the order of foundings. */
function unitsOn(history: OrganisationHistory, date: LocalDate): ReadonlyMap<UnitId, UnitEntry> {
  const entries: UnitEntry[] = [];
  for (const life of history.lives.values()) if (existsOn(life, date)) entries.push(entryOn(life, date));
  return new Map(entries.sort(byId).map((entry) => [entry.id, entry]));
}
