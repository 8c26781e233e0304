import type { TokenType } from 'chevrotain';
import type { Bilingual } from '#contracts';
import { grammarRules } from '../../src/parser/parse.js';
import { conceptOf } from '../../src/vocabulary/concepts.js';
import { ebnf, piecesOf, rulesIn, type Piece } from './ebnf.js';
import { box, choice, loop, optional, sequence, svg, type Track } from './railroad.js';
import { table } from './table.js';

/** Where the pictures stand, from the page. */
const PICTURES = 'diagrams';

/** Tokens that are no keyword: what a person writes there. */
const VALUES: Readonly<Record<string, Bilingual>> = {
  Text: { vi: '"câu chữ"', en: '"a text"' },
  Name: { vi: '[tên cơ quan]', en: '[a name]' },
  Date: { vi: 'ngày, như 30/6/2022', en: 'a date, as 30/6/2022' },
  Numeral: { vi: 'số thứ tự, như 1.2', en: 'a number, as 1.2' },
  Int: { vi: 'số, như 15', en: 'a whole number, as 15' },
  Roman: { vi: 'I, II, III, IV', en: 'I, II, III, IV' },
  YearPart: { vi: '/năm, như /2022', en: '/year, as /2022' },
  YearRange: { vi: 'năm-năm, như 2026-2030', en: 'years, as 2026-2030' },
  Clock: { vi: 'giờ, như 16h30', en: 'a time, as 16h30' },
  Percent: { vi: '%', en: '%' },
  Colon: { vi: ':', en: ':' },
  Semicolon: { vi: ';', en: ';' },
  Comma: { vi: ',', en: ',' },
  Filler: { vi: 'chữ không đọc được', en: 'what cannot be read' },
  Stray: { vi: 'chữ không đọc được', en: 'what cannot be read' },
  Loose: { vi: 'chữ không đọc được', en: 'what cannot be read' },
};

interface Rule {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Rules from the whole document down to its parts, each after one that mentions it. */
function rulesTopDown(): readonly Rule[] {
  const all = new Map(Object.entries(grammarRules()).map(([name, { definition }]) => [name, piecesOf(definition)]));
  const order = new Set(['document']);
  for (const name of order) for (const next of rulesIn(all.get(name) ?? [])) order.add(next);
  const unreached = [...all.keys()].filter((name) => !order.has(name));
  return [...order, ...unreached].map((name) => ({ name, pieces: all.get(name) ?? [] }));
}

/** A picture of each rule, by its file from the page. */
export const grammarPictures = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rulesTopDown().map(({ name, pieces }) => [
      `${PICTURES}/${name}.svg`,
      svg({ title: name, description: `${name} = ${ebnf(pieces, spelt)}`, track: trackOf(pieces) }),
    ]),
  );

/** The page of the grammar: every rule as EBNF and as a picture. */
export function grammarPage(made: string): string {
  const rules = rulesTopDown();
  const intro = [
    '# Ngữ pháp · Grammar',
    '',
    made,
    '',
    'Mỗi quy tắc có một hình và một dòng EBNF. Đi theo đường ray từ trái sang phải: ô bo tròn là từ khóa (tiếng Việt ở trên, tiếng Anh ở',
    'dưới; dùng từ nào cũng được, xem [Từ khóa](keywords.md)), ô nét đứt là điều người viết điền vào, ô vuông là một quy tắc khác.',
    'Ngữ pháp rộng, phần kiểm tra chặt: dòng nào đứng đâu do phần kiểm tra quyết định (xem [Thông báo](../diagnostics/README.md)).',
    '',
    'Each rule has a picture and a line of EBNF. Follow the rail from left to right: round boxes are keywords (Vietnamese above, English',
    'below; either will do, see [Keywords](keywords.md)), dashed boxes are for the writer to fill in, square boxes are other rules.',
    'The grammar is permissive, the checks are strict: which line may stand where is theirs to say (see [Diagnostics](../diagnostics/README.md)).',
    '',
    '## Điều người viết điền vào · What the writer fills in',
    '',
    ...table([['EBNF', 'Tiếng Việt', 'English'], ...valueRows(rules)]),
    '',
    '## Quy tắc · Rules',
  ];
  return `${[...intro, ...rules.flatMap((rule) => ruleSection(rule, rules))].join('\n')}\n`;
}

function ruleSection({ name, pieces }: Rule, rules: readonly Rule[]): readonly string[] {
  const users = rules.filter((other) => rulesIn(other.pieces).includes(name)).map((other) => other.name);
  const links = (names: readonly string[]): string => names.map((each) => `[${each}](#${each.toLowerCase()})`).join(', ');
  const parts = rulesIn(pieces);
  const ways = [
    ...(parts.length > 0 ? [`gồm · made of: ${links(parts)}`] : []),
    ...(users.length > 0 ? [`dùng trong · used in: ${links(users)}`] : []),
  ];
  return [
    '',
    `### ${name}`,
    '',
    `![${name}](${PICTURES}/${name}.svg)`,
    '',
    '```text',
    `${name} = ${ebnf(pieces, spelt)} ;`,
    '```',
    ...(ways.length > 0 ? ['', ways.join(' · ')] : []),
  ];
}

const valueRows = (rules: readonly Rule[]): readonly (readonly string[])[] =>
  [...new Set(rules.flatMap(({ pieces }) => tokensIn(pieces)))]
    .filter(({ name }) => !conceptOf(name))
    .map((token) => [`\`${token.name}\``, valueOf(token).vi, valueOf(token).en]);

const tokensIn = (pieces: readonly Piece[]): readonly TokenType[] =>
  pieces.flatMap((piece): readonly TokenType[] => {
    if (piece.kind === 'token') return [piece.token];
    if (piece.kind === 'choice') return piece.ways.flatMap(tokensIn);
    if (piece.kind === 'rule') return [];
    return tokensIn(piece.kind === 'some' ? [...piece.pieces, ...piece.between] : piece.pieces);
  });

/** @throws Error for a kind of token that has no words here */
function valueOf({ name }: TokenType): Bilingual {
  const value = VALUES[name];
  if (!value) throw new Error(`say in dsl/test/reference/grammar-page.ts what a person writes for the token ${name}`);
  return value;
}

function spelt({ name }: TokenType): string {
  const phrase = conceptOf(name)?.vi[0];
  return phrase === undefined ? name : `"${phrase}"`;
}

const trackOf = (pieces: readonly Piece[]): Track => sequence(pieces.map(trackOfPiece));

function trackOfPiece(piece: Piece): Track {
  switch (piece.kind) {
    case 'token':
      return tokenBox(piece.token);
    case 'rule':
      return box('rule', [piece.name]);
    case 'optional':
      return optional(trackOf(piece.pieces));
    case 'many':
      return optional(loop(trackOf(piece.pieces)));
    case 'some':
      return loop(trackOf(piece.pieces), trackOf(piece.between));
    case 'choice':
      return choice(piece.ways.map(trackOf));
  }
}

function tokenBox(token: TokenType): Track {
  const concept = conceptOf(token.name);
  const { vi, en } = concept ? { vi: concept.vi[0] ?? '', en: concept.en[0] ?? '' } : valueOf(token);
  return box(concept ? 'word' : 'value', vi === en ? [vi] : [vi, en]);
}
