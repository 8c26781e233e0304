import type { Pool } from 'pg';
import { PLANS_BELOW } from './cascade.sql.js';
import { FIND_ROOT } from './lists.sql.js';

/** By what a list of a plan's work is narrowed. */
export interface FollowedPlan {
  /** The top plan; null where no plan was named. */
  readonly root: string | null;
  /** Of a lower plan: itself and those below it, one of which unit plans must follow; null for a top plan, which all do. */
  readonly sources: readonly string[] | null;
}

/** A plan as lists are narrowed by it: of one that nobody issued, no work is found. */
export async function followedPlan(pool: Pool, tenant: string, plan: string | undefined): Promise<FollowedPlan> {
  if (plan === undefined) return { root: null, sources: null };
  const found = (await pool.query<{ root: string; parent: string | null }>(FIND_ROOT, [tenant, plan])).rows[0];
  if (!found || found.parent === null) return { root: plan, sources: null };
  const { rows } = await pool.query<{ id: string }>(PLANS_BELOW, [tenant, plan]);
  return { root: found.root, sources: rows.map(({ id }) => id) };
}
