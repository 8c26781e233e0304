import type { Bilingual } from '#contracts';
import type { ClauseKind } from '../ast/nodes.js';
import type { ConceptId } from '../vocabulary/concepts.js';

/** What a table of tasks shows of each, besides its number. */
export const COLUMNS = ['title', 'lead', 'support', 'due', 'output'] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns that stand in lines of their own, in the order in which a task has them. */
export const LINES = ['lead', 'support', 'due', 'output'] as const satisfies readonly Column[];

/** The kinds of lines that a column shows: the first that a task has. */
export const KINDS: Readonly<Record<(typeof LINES)[number], readonly ClauseKind[]>> = {
  lead: ['lead'],
  support: ['support'],
  due: ['due', 'report'],
  output: ['output'],
};

export const KEYWORDS: Readonly<Record<(typeof LINES)[number], ConceptId>> = {
  lead: 'LEAD',
  support: 'SUPPORT',
  due: 'DUE',
  output: 'OUTPUT',
};

/** How a comment begins that keeps what could not be read, up to the column's keyword. */
export const KEPT_ASIDE: Bilingual = { vi: 'chưa đọc được', en: 'not read' };

/** Plain quotes end a text of the language: those of a cell become curved ones, opening and closing. */
export const withCurvedQuotes = (text: string): string => text.replace(/(^|[\s([{“])"(?=\S)/g, '$1“').replaceAll('"', '”');
