import { foldName } from './names.js';
import { inSubtree, type TreeNode } from './tree.js';

/** How a unit bears a name: where two stand equally near, the official name wins. */
const OFFICIAL = 0;
const ALIAS = 1;
const LOCAL = 2;

interface Bearer {
  readonly node: TreeNode;
  readonly rank: number;
}

const isBelow = (node: TreeNode, top: TreeNode): boolean => top.first < node.first && node.first <= top.last;

const nodeOf = (bearer: Bearer): TreeNode => bearer.node;

/** Who bears which name, aliases and local names included; bearers in pre-order. */
export class NameIndex {
  readonly #bearers = new Map<string, Bearer[]>();

  constructor(order: readonly TreeNode[]) {
    for (const node of order) {
      const { name, aliases, localName } = node.entry;
      this.#add(name, { node, rank: OFFICIAL });
      for (const alias of aliases) this.#add(alias, { node, rank: ALIAS });
      if (localName !== null) this.#add(localName, { node, rank: LOCAL });
    }
  }

  /** The bearer in the smallest branch around `near`, in it the one fewest levels down; undefined where that leaves several. */
  find(name: string, near: TreeNode | undefined): TreeNode | undefined {
    const bearers = this.#called(foldName(name));
    if (bearers.length <= 1) return bearers[0]?.node;
    for (let top: TreeNode | null = near ?? null; top; top = top.parent) {
      const around = inSubtree(bearers, nodeOf, top);
      if (around.length > 0) return theOne(around, (bearer) => bearer.node.depth * (LOCAL + 1) + bearer.rank);
    }
    return theOne(bearers, (bearer) => bearer.rank);
  }

  /** The unit of that local name, else of that name, directly below a superior. */
  below(superior: TreeNode, name: string): TreeNode | undefined {
    const around = inSubtree(this.#bearers.get(foldName(name)) ?? [], nodeOf, superior);
    const direct = around.filter((bearer) => bearer.node.parent === superior);
    return theOne(direct, (bearer) => -bearer.rank);
  }

  /** Who bears a name; where nobody does, `xã Tân Thành, huyện Cao Lộc` is who bears its first part below who bears its last. */
  #called(key: string): readonly Bearer[] {
    const known = this.#bearers.get(key);
    const comma = key.lastIndexOf(',');
    if (known || comma < 0) return known ?? [];
    const place = key.slice(comma + 1).trim();
    const above = [place, `ubnd ${place}`].flatMap((name) => this.#bearers.get(name) ?? []);
    return this.#called(key.slice(0, comma).trim()).filter(({ node }) => above.some((top) => isBelow(node, top.node)));
  }

  #add(name: string, bearer: Bearer): void {
    const key = foldName(name);
    const bearers = this.#bearers.get(key);
    if (!bearers) this.#bearers.set(key, [bearer]);
    else if (bearers.at(-1)?.node !== bearer.node) bearers.push(bearer);
  }
}

/** The only one with the lowest cost. */
function theOne(bearers: readonly Bearer[], cost: (bearer: Bearer) => number): TreeNode | undefined {
  let lowest = Number.POSITIVE_INFINITY;
  let best: TreeNode | undefined;
  for (const bearer of bearers) {
    const own = cost(bearer);
    if (own === lowest) best = undefined;
    if (own >= lowest) continue;
    lowest = own;
    best = bearer.node;
  }
  return best;
}
