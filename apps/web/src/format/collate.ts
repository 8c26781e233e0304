/** Vietnamese order and search. Pure. */

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

/** Order of two names or task numbers: An, Ăn, Ấp, Da, Đà; 2 before 10. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);

/** A text as searches compare it: without marks, `đ` as `d`, in lower case, whichever way it was composed. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Tiers from the top down; a tier that is not among them comes last. */
export const TIERS = ['central', 'province', 'district', 'commune', 'hamlet'] as const;

export const compareTiers = (a: string, b: string): number => rank(a) - rank(b) || compareNames(a, b);

function rank(tier: string): number {
  const index = TIERS.findIndex((each) => each === tier);
  return index < 0 ? TIERS.length : index;
}

interface Named {
  readonly unit: { readonly tier: string; readonly name: string };
}

/** Units below one unit in the order of the tree: the next tier first, then the bodies of the unit's own tier, each by name. */
export const inTreeOrder = <Node extends Named>(nodes: readonly Node[]): Node[] =>
  nodes.toSorted((a, b) => compareTiers(b.unit.tier, a.unit.tier) || compareNames(a.unit.name, b.unit.name));
