const clear = (table: string): string => `
delete from ${table} using unnest($2::text[], $3::text[]) as x (plan, unit)
where ${table}.tenant = $1 and ${table}.plan = x.plan and ${table}.unit = x.unit`;

/** Clears the rows of unit plans before they are copied anew; steps that happened stay. $1 tenant, $2 plans, $3 units. */
export const CLEAR_UNIT_PLANS: readonly string[] = ['unit_plan', 'item', 'report', 'duty'].map(clear);
