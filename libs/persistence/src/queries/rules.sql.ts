/** $1 tenant, $2 hash. */
export const FIND_RULES_TEXT = 'select text, rules from rules_document where tenant = $1 and hash = $2';
