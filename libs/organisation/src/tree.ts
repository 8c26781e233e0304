import type { UnitEntry, UnitId } from '#engine';

/** A unit in its place. `first` to `last` are the pre-order numbers of its subtree, itself included. */
export interface TreeNode {
  readonly entry: UnitEntry;
  readonly parent: TreeNode | null;
  readonly depth: number;
  readonly first: number;
  readonly last: number;
}

interface Draft {
  entry: UnitEntry;
  parent: Draft | null;
  depth: number;
  first: number;
  last: number;
}

/** Nodes in pre-order, subordinates by id. */
export interface Tree {
  readonly nodes: ReadonlyMap<UnitId, TreeNode>;
  readonly order: readonly TreeNode[];
}

/**
 * Numbers the units in pre-order. A unit whose superior is not among them stands as a top; units in a loop of superiors
 * have no place, and are left out.
 */
export function plant(entries: ReadonlyMap<UnitId, UnitEntry>): Tree {
  const below = childrenOf(entries);
  const nodes = new Map<UnitId, Draft>();
  const order: Draft[] = [];
  const open = place(below.get(null) ?? [], null);
  for (let node = open.pop(); node; node = open.pop()) {
    node.first = order.length;
    node.last = node.first;
    order.push(node);
    nodes.set(node.entry.id, node);
    open.push(...place(below.get(node.entry.id) ?? [], node));
  }
  for (const node of order.toReversed()) {
    if (node.parent) node.parent.last = Math.max(node.parent.last, node.last);
  }
  return { nodes, order };
}

function childrenOf(entries: ReadonlyMap<UnitId, UnitEntry>): ReadonlyMap<UnitId | null, readonly UnitEntry[]> {
  const below = new Map<UnitId | null, UnitEntry[]>();
  for (const entry of entries.values()) {
    const superior = entry.superior !== null && entries.has(entry.superior) ? entry.superior : null;
    const siblings = below.get(superior);
    if (siblings) siblings.push(entry);
    else below.set(superior, [entry]);
  }
  return below;
}

/** Last first, so that a stack gives them back in order. */
const place = (entries: readonly UnitEntry[], parent: Draft | null): Draft[] =>
  entries.map((entry) => ({ entry, parent, depth: parent ? parent.depth + 1 : 0, first: 0, last: 0 })).toReversed();

/** The part of a list in pre-order that lies in a subtree; two binary searches. */
export function inSubtree<T>(list: readonly T[], nodeOf: (element: T) => TreeNode, top: TreeNode): readonly T[] {
  const startingAt = (number: number): number => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const element = list[middle];
      if (element !== undefined && nodeOf(element).first < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return list.slice(startingAt(top.first), startingAt(top.last + 1));
}
