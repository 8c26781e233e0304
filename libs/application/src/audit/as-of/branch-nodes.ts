import type { CascadeNode, Counts } from '#contracts';
import type { PlanMoment } from './plan-moment.js';

/** What a unit has under a plan, counted. */
export interface UnitCounts {
  readonly unit: string;
  readonly source: string;
  readonly provisional: boolean;
  readonly ownPlan: string | null;
  readonly items: Counts;
  readonly reports: Counts;
}

const NONE: Counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };
const BY_NAME = new Intl.Collator('vi');

type Growing = CascadeNode & { readonly children: CascadeNode[] };

/**
 * The tree below an issuer: units with counts, and those between them and it, by name as Vietnamese sort them. Units whose superiors
 * do not lead to the issuer hang on it directly: nobody who owes something is left out.
 */
export function branchNodes(moment: PlanMoment, issuer: string, counts: ReadonlyMap<string, UnitCounts>): CascadeNode {
  const ids = new Set([issuer]);
  for (const unit of counts.keys())
    for (let id: string | null = unit; id !== null && !ids.has(id); id = moment.unit(id).superior) ids.add(id);
  const views = [...ids].filter((id) => id === issuer || moment.units.has(id)).map(moment.unit);
  views.sort((a, b) => BY_NAME.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const nodes = new Map(views.map((unit): [string, Growing] => [unit.id, nodeOf(moment, unit.id, counts.get(unit.id))]));
  const root = nodes.get(issuer) ?? nodeOf(moment, issuer, undefined);
  for (const node of nodes.values()) {
    if (node === root) continue;
    const above = node.unit.superior === null ? undefined : nodes.get(node.unit.superior);
    (above ?? root).children.push(node);
  }
  return root;
}

const nodeOf = (moment: PlanMoment, unit: string, own: UnitCounts | undefined): Growing => ({
  unit: moment.unit(unit),
  source: own?.source ?? null,
  provisional: own?.provisional ?? false,
  ownPlan: own?.ownPlan ?? null,
  items: own?.items ?? NONE,
  reports: own?.reports ?? NONE,
  children: [],
});
