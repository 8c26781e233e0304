import type { CstNode, IToken } from 'chevrotain';
import { localDate, type LocalDate } from '#engine';
import { node, nodes, spanOf, spanOfToken, token } from './cst.js';
import type { DateNode, NameNode, NumberNode, TextNode } from './leaf-nodes.js';
import type { ActorNode, AddresseeNode } from './nodes.js';
import type { Span } from '../lexer/lines.js';
import { phraseOf } from '../vocabulary/concepts.js';

const SPACES = /[\s\u200b-\u200d\u2060\ufeff]+/g;

/** Composed, with single spaces: two ways of typing one text give one value. */
export const tidy = (text: string): string => text.normalize('NFC').replace(SPACES, ' ').trim();

export const textOf = (from: IToken | undefined): TextNode | null =>
  from ? { span: spanOfToken(from), value: tidy(from.image.replace(/^["“”]|["“”]$/g, '')) } : null;

export const nameOf = (from: IToken | undefined): NameNode | null =>
  from ? { span: spanOfToken(from), value: tidy(from.image.replace(/^\[|\]$/g, '')) } : null;

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };

/** A number of any writing: digits, a dotted task number, a Roman quarter, the year after a slash. */
export function numberOf(from: IToken | undefined): NumberNode | null {
  if (!from) return null;
  const written = from.image.replace(/^\/\s?/, '').toUpperCase();
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

export function dateOf(from: IToken | undefined): DateNode | null {
  return from ? { span: spanOfToken(from), written: from.image, value: readDate(from.image) } : null;
}

function readDate(written: string): LocalDate | null {
  const iso = /^(\d{4})-(\d+)-(\d+)$/.exec(written);
  if (iso) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null;
  const [day, month, year] = written.split(/\/|[^\d/]+/).map(Number);
  return localDate(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN) ?? null;
}

/** Who is named in a list, and the signs between them that ought to be semicolons. */
export function actorsOf(list: CstNode | undefined): {
  readonly actors: readonly ActorNode[];
  readonly separators: readonly Span[];
} {
  const actors = nodes(list, 'actor').flatMap((child) => actorOf(child) ?? []);
  const wrong = nodes(list, 'separator').flatMap((child) => {
    const sign = token(child, 'Comma') ?? token(child, 'Colon');
    return sign ? [spanOfToken(sign)] : [];
  });
  return { actors, separators: wrong };
}

function actorOf(from: CstNode): ActorNode | undefined {
  const span = spanOf(from);
  const name = nameOf(token(from, 'Name'));
  const each = token(from, 'EACH');
  if (name)
    return { kind: 'named', span, each: each ? spanOfToken(each) : null, isHead: token(from, 'HEAD_OF') !== undefined, name };
  const open = token(from, 'RELEVANT');
  if (!open) return undefined;
  return { kind: 'open', span, text: textOf(token(from, 'Text'))?.value ?? phraseOf('RELEVANT', 'vi') };
}

export function addresseeOf(parent: CstNode | undefined): AddresseeNode | null {
  const from = node(parent, 'addressee');
  if (!from) return null;
  const name = nameOf(token(from, 'Name'));
  if (name) return { kind: 'named', span: name.span, name };
  const superior = token(from, 'SUPERIOR');
  if (superior) return { kind: 'superior', span: spanOfToken(superior) };
  const sector = token(from, 'SECTOR');
  return sector ? { kind: 'sector', span: spanOfToken(sector) } : null;
}
