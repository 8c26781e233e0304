import { VOCABULARY, type ConceptId, type Language } from './concepts.js';
import { foldName } from './fold.js';

/** A node of the phrase trie: the concepts whose phrase ends here, and the words that may follow. */
export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** More than one id: a homonym, which the grammar tells apart. */
  readonly ids: Set<ConceptId>;
  readonly languages: Set<Language>;
}

/** Words that mean several things by design. Any other pair fails the build of the trie. */
const HOMONYMS: ReadonlySet<string> = new Set(['ngày', 'tháng', 'month', 'đến ngày', 'đến hết ngày']);

const emptyNode = (): TrieNode => ({ next: new Map(), ids: new Set(), languages: new Set() });

function insert(root: TrieNode, phrase: string, of: { readonly id: ConceptId; readonly language: Language }): void {
  let node = root;
  for (const word of foldName(phrase).split(' ')) {
    const next = node.next.get(word) ?? emptyNode();
    node.next.set(word, next);
    node = next;
  }
  node.ids.add(of.id);
  node.languages.add(of.language);
  if (node.ids.size > 1 && !HOMONYMS.has(phrase)) throw new Error(`Undeclared homonym in the vocabulary: ${phrase}`);
}

function build(): TrieNode {
  const root = emptyNode();
  for (const { id, vi, en } of VOCABULARY) {
    for (const phrase of vi) insert(root, phrase, { id, language: 'vi' });
    for (const phrase of en) insert(root, phrase, { id, language: 'en' });
  }
  return root;
}

/** Every phrase of both languages, word by word. */
export const PHRASES: TrieNode = build();

/** The concepts of each phrase that means several things, each set once. */
export function homonyms(): readonly (readonly ConceptId[])[] {
  const found = new Map<string, readonly ConceptId[]>();
  const visit = ({ ids, next }: TrieNode): void => {
    if (ids.size > 1) found.set([...ids].join(), [...ids]);
    for (const child of next.values()) visit(child);
  };
  visit(PHRASES);
  return [...found.values()];
}
