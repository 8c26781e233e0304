/** The part of the language that needs no organisation: reading, laying out, translating. The smallest bundle for a browser. */
export { format, type Formatted } from './format/format.js';
export { Lines, type Span } from './lexer/lines.js';
export { parse, type Parsed } from './parser/parse.js';
export { translate, type Translation } from './translate/translate.js';
export { conceptOf, phraseOf, VOCABULARY, type Concept, type ConceptId, type Language } from './vocabulary/concepts.js';
