/** $1 tenant, $2 hashes. */
export const FIND_RULES = 'select hash, rules from rules_document where tenant = $1 and hash = any ($2::text[])';

/** $1 tenant, $2 plans. */
export const CASCADE_PLANS = "update plan set status = 'cascaded' where tenant = $1 and id = any ($2::text[])";
