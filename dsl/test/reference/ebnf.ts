import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type IProduction,
  type TokenType,
} from 'chevrotain';

/** A piece of the grammar, whatever the parser generator calls it. */
export type Piece =
  | { readonly kind: 'token'; readonly token: TokenType }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'optional' | 'many'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'some'; readonly pieces: readonly Piece[]; readonly between: readonly Piece[] }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Piece[])[] };

/**
 * The pieces of a rule's definition; `x, { s, x }` is told as "some x, with s between".
 * @throws Error for a production that this does not know: better than a reference with a hole
 */
export function piecesOf(productions: readonly IProduction[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const production of productions) {
    const piece = pieceOf(production);
    const last = pieces.at(-1);
    if (piece.kind === 'many' && last && same(piece.pieces.at(-1), last)) {
      pieces[pieces.length - 1] = { kind: 'some', pieces: [last], between: piece.pieces.slice(0, -1) };
    } else pieces.push(piece);
  }
  return pieces;
}

const same = (one: Piece | undefined, other: Piece): boolean =>
  one !== undefined && ebnf([one], nameOf) === ebnf([other], nameOf);
const nameOf = ({ name }: TokenType): string => name;

function pieceOf(part: IProduction): Piece {
  if (part instanceof Terminal) return { kind: 'token', token: part.terminalType };
  if (part instanceof NonTerminal) return { kind: 'rule', name: part.nonTerminalName };
  if (part instanceof Option) return { kind: 'optional', pieces: piecesOf(part.definition) };
  if (part instanceof Repetition) return { kind: 'many', pieces: piecesOf(part.definition) };
  if (part instanceof RepetitionMandatory) return { kind: 'some', pieces: piecesOf(part.definition), between: [] };
  if (part instanceof Alternation) {
    return { kind: 'choice', ways: part.definition.map((way) => piecesOf(way instanceof Alternative ? way.definition : [way])) };
  }
  if (part instanceof RepetitionMandatoryWithSeparator || part instanceof RepetitionWithSeparator) {
    const some = {
      kind: 'some',
      pieces: piecesOf(part.definition),
      between: [{ kind: 'token', token: part.separator }],
    } as const;
    return part instanceof RepetitionWithSeparator ? { kind: 'optional', pieces: [some] } : some;
  }
  throw new Error(`a production that the reference does not know: ${part.constructor.name}`);
}

/** Pieces as EBNF (ISO 14977); `said` writes a token. */
export const ebnf = (pieces: readonly Piece[], said: (token: TokenType) => string): string =>
  pieces.map((piece) => oneEbnf(piece, said)).join(', ');

function oneEbnf(piece: Piece, said: (token: TokenType) => string): string {
  switch (piece.kind) {
    case 'token':
      return said(piece.token);
    case 'rule':
      return piece.name;
    case 'optional':
      return `[ ${ebnf(piece.pieces, said)} ]`;
    case 'many':
      return `{ ${ebnf(piece.pieces, said)} }`;
    case 'some':
      return `${ebnf(piece.pieces, said)}, { ${ebnf([...piece.between, ...piece.pieces], said)} }`;
    case 'choice':
      return `( ${piece.ways.map((way) => ebnf(way, said)).join(' | ')} )`;
  }
}

/** Names of the rules that pieces mention, in order, each once. */
export function rulesIn(pieces: readonly Piece[]): readonly string[] {
  const names = pieces.flatMap((piece): readonly string[] => {
    if (piece.kind === 'rule') return [piece.name];
    if (piece.kind === 'choice') return piece.ways.flatMap(rulesIn);
    if (piece.kind === 'token') return [];
    return rulesIn(piece.kind === 'some' ? [...piece.pieces, ...piece.between] : piece.pieces);
  });
  return [...new Set(names)];
}
