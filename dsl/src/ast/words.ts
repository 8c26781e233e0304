import type { Tier, UnitKind } from '#engine';
import type { TokenType } from 'chevrotain';
import { C } from '../lexer/token-types.js';
import { R, type RuleName } from '../parser/rules.js';
import type { ConceptId } from '../vocabulary/concepts.js';

/** What the words of a choice mean, by their token types: for {@link Tree.typeIn}. */
export type Meanings<K extends string> = readonly (readonly [TokenType, K])[];

/** Words that mean themselves. */
export const concepts = <K extends ConceptId>(...ids: readonly K[]): Meanings<K> => ids.map((id) => [C[id], id]);

/** Words and what they mean. */
export const meanings = <K extends string>(table: Readonly<Partial<Record<ConceptId, K>>>): Meanings<K> =>
  (Object.entries(table) as readonly (readonly [ConceptId, K])[]).map(([id, meaning]) => [C[id], meaning]);

/** One entry for each rule that has one, by the rule's number. */
export function byRule<V>(table: Readonly<Partial<Record<RuleName, V>>>): readonly (V | undefined)[] {
  const found: (V | undefined)[] = Object.values(R).map(() => undefined);
  for (const [name, entry] of Object.entries(table)) found[R[name as RuleName]] = entry;
  return found;
}

/** What words name, each by a concept of its own. */
export const keysOf = <K extends UnitKind | Tier>(table: Readonly<Record<K, ConceptId>>): Meanings<K> =>
  (Object.keys(table) as K[]).map((key) => [C[table[key]], key]);
