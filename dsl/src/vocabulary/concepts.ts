/**
 * The one table of words of the language. A concept has one id and, per language, one canonical phrase (the first) and
 * further spellings that are understood. Token types, the phrase trie, suggestions and messages are all made from it.
 */

import { TABLE, type ConceptRole } from './table.js';

export type { ConceptRole } from './table.js';

export type Language = 'vi' | 'en';

/** One concept of the language. */
export interface Concept {
  readonly id: ConceptId;
  readonly role: ConceptRole;
  /** True where a colon must follow. */
  readonly colon: boolean;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

/** Name of a concept: stable, and the name of its token type. */
export type ConceptId = keyof typeof TABLE;

/** Every concept, in the order of the table. */
export const VOCABULARY: readonly Concept[] = Object.entries(TABLE).map(([id, [role, vi, en]]) => ({
  id: id as ConceptId,
  role,
  colon: vi.includes(':'),
  vi: vi.replace(':', '').split('|'),
  en: en.split('|'),
}));

const BY_ID: ReadonlyMap<string, Concept> = new Map(VOCABULARY.map((concept) => [concept.id, concept]));

/** The concept of an id, or undefined where the id names none. */
export const conceptOf = (id: string): Concept | undefined => BY_ID.get(id);

/** The canonical phrase of a concept. */
export const phraseOf = (id: ConceptId, language: Language): string => BY_ID.get(id)?.[language][0] ?? id;
