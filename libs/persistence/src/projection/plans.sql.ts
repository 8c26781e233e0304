/** $1 tenant, $2 hashes. */
export const FIND_RULES = 'select hash, rules from rules_document where tenant = $1 and hash = any ($2::text[])';

/** $1 tenant, $2 plans. */
export const CASCADE_PLANS =
  "update plan set status = 'cascaded' where tenant = $1 and id = any ($2::text[]) and status = 'issued'";

/** $1 tenant, $2 plans, $3 how each has ended. */
export const END_PLANS = `
update plan set status = x.how from unnest($2::text[], $3::text[]) as x (id, how)
where plan.tenant = $1 and plan.id = x.id`;
