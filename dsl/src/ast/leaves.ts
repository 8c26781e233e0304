import type { IToken } from 'chevrotain';
import { localDate, type LocalDate } from '#engine';
import * as T from '../lexer/token-types.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { R } from '../parser/rules.js';
import { phraseOf } from '../vocabulary/concepts.js';
import type { Span } from '../lexer/lines.js';
import { spanOfToken } from './cst.js';
import type { DateNode, NameNode, NumberNode, TextNode } from './leaf-nodes.js';
import type { ActorNode, AddresseeNode } from './nodes.js';
import { tidy } from './tidy.js';

const { C } = T;

export const textOf = (from: IToken | undefined): TextNode | null =>
  from ? { span: spanOfToken(from), value: tidy(within(from.image, isQuote, isQuote)) } : null;

export const nameOf = (from: IToken | undefined): NameNode | null =>
  from ? { span: spanOfToken(from), value: tidy(within(from.image, isOpening, isClosing)) } : null;

type Sign = (char: string | undefined) => boolean;

const isQuote: Sign = (char) => char === '"' || char === '“' || char === '”';
const isOpening: Sign = (char) => char === '[';
const isClosing: Sign = (char) => char === ']';

/** Without the signs around it; an unclosed text or name has one only. */
function within(image: string, opens: Sign, closes: Sign): string {
  const start = opens(image[0]) ? 1 : 0;
  const end = image.length - 1;
  return end >= start && closes(image[end]) ? image.slice(start, end) : image.slice(start);
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };
const CANONICAL = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))*$/;

/** A number of any writing: digits, a dotted task number, a Roman quarter, the year after a slash. */
export function numberOf(from: IToken | undefined): NumberNode | null {
  if (!from) return null;
  const { image } = from;
  if (CANONICAL.test(image)) return { span: spanOfToken(from), written: image, value: Number(image) };
  const written = image.replace(/^\/\s?/, '').toUpperCase();
  return { span: spanOfToken(from), written: plain(written), value: ROMAN[written] ?? Number(written) };
}

/** `01.02` and `1.2` are one number. */
const plain = (written: string): string =>
  /^[\d.]+$/.test(written)
    ? written
        .split('.')
        .map((part) => part.replace(/^0+(?=\d)/, ''))
        .join('.')
    : written;

const DATES = new Map<string, LocalDate | null>();
const MOST_DATES = 2_000;

export function dateOf(from: IToken | undefined): DateNode | null {
  if (!from) return null;
  const written = from.image;
  let value = DATES.get(written);
  if (value === undefined) {
    value = readDate(written);
    if (DATES.size < MOST_DATES) DATES.set(written, value);
  }
  return { span: spanOfToken(from), written, value };
}

function readDate(written: string): LocalDate | null {
  const iso = /^(\d{4})-(\d+)-(\d+)$/.exec(written);
  if (iso) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null;
  const [day, month, year] = written.split(/\/|[^\d/]+/).map(Number);
  return localDate(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN) ?? null;
}

/** Who is named in a list, and the signs between them that ought to be semicolons. */
export interface ActorsRead {
  readonly actors: readonly ActorNode[];
  readonly separators: readonly Span[];
}

/** Reads the list of actors below a node. */
export function actorsOf(tree: Tree, parent: Node): ActorsRead {
  const list = tree.node(parent, R.actors);
  let actors: ActorNode[] | undefined;
  let separators: Span[] | undefined;
  for (let at = list === NONE ? NONE : tree.firstNode(list); at !== NONE; at = tree.nodeAfter(list, at)) {
    if (tree.rule(at) === R.actor) {
      const actor = actorOf(tree, at);
      if (actor) actors = added(actors, actor);
    } else {
      const wrong = tree.token(at, T.Comma) ?? tree.token(at, T.Colon);
      if (wrong) separators = added(separators, spanOfToken(wrong));
    }
  }
  return { actors: actors ?? NO_ACTORS, separators: separators ?? NO_SIGNS };
}

const NO_ACTORS: readonly ActorNode[] = [];
const NO_SIGNS: readonly Span[] = [];

/** A list with one thing more; most have one only, and take up no more room than that. */
function added<V>(list: V[] | undefined, one: V): V[] {
  if (!list) return [one];
  list.push(one);
  return list;
}

function actorOf(tree: Tree, from: Node): ActorNode | undefined {
  const name = nameOf(tree.token(from, T.Name));
  if (name) {
    const each = tree.token(from, C.EACH);
    const isHead = tree.has(from, C.HEAD_OF);
    return { kind: 'named', span: tree.span(from), each: each ? spanOfToken(each) : null, isHead, name };
  }
  if (!tree.has(from, C.RELEVANT)) return undefined;
  const text = textOf(tree.token(from, T.Text))?.value ?? phraseOf('RELEVANT', 'vi');
  return { kind: 'open', span: tree.span(from), text };
}

export function addresseeOf(tree: Tree, parent: Node): AddresseeNode | null {
  const from = tree.node(parent, R.addressee);
  if (from === NONE) return null;
  const name = nameOf(tree.token(from, T.Name));
  if (name) return { kind: 'named', span: name.span, name };
  const superior = tree.token(from, C.SUPERIOR);
  if (superior) return { kind: 'superior', span: spanOfToken(superior) };
  const sector = tree.token(from, C.SECTOR);
  return sector ? { kind: 'sector', span: spanOfToken(sector) } : null;
}
