import type { CascadeNode, Counts } from '#contracts';
import { foldText, inTreeOrder } from '../../format/collate.js';

/** A unit of the tree, with what it and all units below it hold. */
export interface TreeUnit {
  readonly node: CascadeNode;
  readonly level: number;
  readonly above: string | null;
  /** Of those beside it: how many, and which it is, from 1. */
  readonly beside: { readonly size: number; readonly place: number };
  readonly children: readonly string[];
  /** Units at it and below it that have a unit plan. */
  readonly units: number;
  readonly items: Counts;
  readonly reports: Counts;
}

const NONE: Counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };
const add = (a: Counts, b: Counts): Counts => ({
  total: a.total + b.total,
  onTime: a.onTime + b.onTime,
  late: a.late + b.late,
  overdue: a.overdue + b.overdue,
  open: a.open + b.open,
});

/** A cascade by unit, in the order of the tree. Linear in its size. */
export function indexTree(root: CascadeNode): ReadonlyMap<string, TreeUnit> {
  const found = new Map<string, TreeUnit>();
  visit(root, { level: 1, above: null, beside: { size: 1, place: 1 } }, found);
  return found;
}

type Place = Pick<TreeUnit, 'level' | 'above' | 'beside'>;

function visit(node: CascadeNode, place: Place, found: Map<string, TreeUnit>): TreeUnit {
  const ordered = inTreeOrder(node.children);
  const own = { items: node.source === null ? NONE : node.items, reports: node.source === null ? NONE : node.reports };
  // Written before its children, so that the map is in the order of the tree; completed after them.
  found.set(node.unit.id, { node, ...place, children: ordered.map(({ unit }) => unit.id), units: 0, ...own });
  const below = ordered.map((child, index) => {
    const beside = { size: ordered.length, place: index + 1 };
    return visit(child, { level: place.level + 1, above: node.unit.id, beside }, found);
  });
  const whole: TreeUnit = {
    node,
    ...place,
    children: ordered.map(({ unit }) => unit.id),
    units: below.reduce((sum, { units }) => sum + units, node.source === null ? 0 : 1),
    items: below.reduce((sum, { items }) => add(sum, items), own.items),
    reports: below.reduce((sum, { reports }) => add(sum, reports), own.reports),
  };
  found.set(node.unit.id, whole);
  return whole;
}

/** Units in sight where some are open, from the top down. */
export function inSight(tree: ReadonlyMap<string, TreeUnit>, open: ReadonlySet<string>): readonly TreeUnit[] {
  const shown: TreeUnit[] = [];
  let closedBelow = Number.POSITIVE_INFINITY;
  for (const unit of tree.values()) {
    if (unit.level > closedBelow) continue;
    closedBelow = open.has(unit.node.unit.id) ? Number.POSITIVE_INFINITY : unit.level;
    shown.push(unit);
  }
  return shown;
}

/** Units whose name has a text in it; marks may be left out. */
export function findUnits(tree: ReadonlyMap<string, TreeUnit>, text: string): readonly TreeUnit[] {
  const wanted = foldText(text);
  return [...tree.values()].filter(({ node }) => foldText(node.unit.name).includes(wanted));
}

/** The units above one, from it up. */
export function wayUp(tree: ReadonlyMap<string, TreeUnit>, unit: string): readonly string[] {
  const above = tree.get(unit)?.above ?? null;
  return above === null ? [] : [above, ...wayUp(tree, above)];
}
