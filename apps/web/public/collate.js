/** Vietnamese order and search. Pure. */

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

/** Order of two names or task numbers: An, Ăn, Ấp, Da, Đà; 2 before 10. @param {string} a @param {string} b */
export const compareNames = (a, b) => collator.compare(a, b);

/**
 * A text as searches compare it: without marks, `đ` as `d`, in lower case, whichever way it was composed.
 * @param {string} text
 */
export const foldText = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Tiers from the top down; a tier that is not among them comes last. */
export const TIERS = ['central', 'province', 'district', 'commune', 'hamlet'];

/** @param {string} a @param {string} b */
export const compareTiers = (a, b) => rank(a) - rank(b) || compareNames(a, b);

const rank = (/** @type {string} */ tier) => (TIERS.includes(tier) ? TIERS.indexOf(tier) : TIERS.length);

/**
 * Units below one unit in the order of the tree: the next tier first, then the bodies of the unit's own tier, each by name.
 * @template {{unit: {tier: string, name: string}}} Node
 * @param {readonly Node[]} nodes
 * @returns {Node[]}
 */
export const inTreeOrder = (nodes) =>
  nodes.toSorted((a, b) => compareTiers(b.unit.tier, a.unit.tier) || compareNames(a.unit.name, b.unit.name));
