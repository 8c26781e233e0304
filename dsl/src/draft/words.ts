import { monthOf, yearOf, type LocalDate } from '#engine';
import { writeDate } from '../diagnostics/describe.js';
import { phraseOf, type ConceptId, type Language } from '../vocabulary/concepts.js';

/** Canonical phrases of a language. */
export const keyword =
  (language: Language) =>
  (id: ConceptId): string =>
    phraseOf(id, language);

/** A text in quotes. It cannot hold a straight quotation mark: single ones take their place. */
export const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

export const dateText = (date: LocalDate): string => writeDate(Number(date.slice(8)), monthOf(date), yearOf(date));
