import type { PreviewedUnit } from '#dsl';
import { compareNames, compareTiers, foldText } from '../../../format/collate.js';

/** A unit of the preview in its place of the tree, with what it and all below it would get. */
export interface Branch {
  readonly unit: PreviewedUnit;
  readonly level: number;
  readonly hasBelow: boolean;
  /** Units at it and below it that get a unit plan. */
  readonly reached: number;
  readonly items: number;
  readonly supports: number;
  readonly reports: number;
}

type Sums = Pick<Branch, 'reached' | 'items' | 'supports' | 'reports'>;

/** Units from the top down, each behind the one above it; the next tier before the bodies of the own tier. Pure. */
export function branchesOf(units: readonly PreviewedUnit[]): readonly Branch[] {
  const below = Map.groupBy(units, ({ above }) => above);
  const found: Branch[] = [];
  const visit = (unit: PreviewedUnit, level: number): Sums => {
    const children = (below.get(unit.id) ?? []).toSorted(inOrder);
    const at = found.length;
    found.push({ unit, level, hasBelow: children.length > 0, ...ownOf(unit) });
    const sums = children.map((child) => visit(child, level + 1)).reduce(add, ownOf(unit));
    found[at] = { unit, level, hasBelow: children.length > 0, ...sums };
    return sums;
  };
  for (const top of below.get(null) ?? []) visit(top, 1);
  return found;
}

const ownOf = ({ isReached, items, supports, reports }: PreviewedUnit): Sums => ({
  reached: isReached ? 1 : 0,
  items,
  supports,
  reports,
});

const add = (a: Sums, b: Sums): Sums => ({
  reached: a.reached + b.reached,
  items: a.items + b.items,
  supports: a.supports + b.supports,
  reports: a.reports + b.reports,
});

const inOrder = (a: PreviewedUnit, b: PreviewedUnit): number => compareTiers(b.tier, a.tier) || compareNames(a.name, b.name);

/** Those in sight: all whose way up is open. */
export function openBranches(branches: readonly Branch[], open: ReadonlySet<string>): readonly Branch[] {
  let closedAt = Number.POSITIVE_INFINITY;
  return branches.filter(({ unit, level }) => {
    if (level > closedAt) return false;
    closedAt = open.has(unit.id) ? Number.POSITIVE_INFINITY : level;
    return true;
  });
}

/** Those whose name has a text in it; marks may be left out. */
export const findBranches = (branches: readonly Branch[], text: string): readonly Branch[] =>
  branches.filter(({ unit }) => foldText(unit.name).includes(foldText(text)));
