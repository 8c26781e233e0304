import { mkdirSync, writeFileSync } from 'node:fs';
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type IProduction,
} from 'chevrotain';
import { grammarRules } from '../src/parser/parse.js';
import { VOCABULARY, type Concept, type ConceptRole, type Language } from '../src/vocabulary/concepts.js';

/** Pages of the reference that are made from the vocabulary and the grammar. After a change of either: `npm run build && node dist/dsl/test/reference.js`. */
export const FOLDER = 'docs/reference/language';

const MADE = `<!-- Made from the language itself by dsl/test/reference.ts: change the vocabulary or the grammar, not this page. -->`;
const ROLES: Readonly<Record<ConceptRole, readonly [title: string, text: string]>> = {
  item: ['Phần của văn bản · Parts of a document', 'Mỗi từ mở đầu một phần. · Each begins a part.'],
  clause: ['Dòng trong một phần · Lines of a part', 'Mỗi từ mở đầu một dòng. · Each begins a line.'],
  step: ['Bậc xử lý · Steps', 'Mỗi từ mở đầu một bậc. · Each begins a step of the ladder.'],
  word: ['Từ trong dòng · Words within a line', 'Chỉ đứng trong một dòng. · They stand only within a line.'],
};

/** Every page: its name in the folder and its text. */
export const pages = (): Readonly<Record<string, string>> => ({ 'keywords.md': keywordsPage(), 'grammar.md': grammarPage() });

function keywordsPage(): string {
  const roles = Object.keys(ROLES) as ConceptRole[];
  const intro = [
    '# Từ khóa · Keywords',
    '',
    MADE,
    '',
    'Hai ngôn ngữ ngang nhau: một văn bản viết bằng tiếng Việt hoặc tiếng Anh đều có cùng nghĩa. Cách viết thứ nhất là cách viết chuẩn;',
    'các cách viết khác vẫn hiểu được và `thac fmt` đổi về cách viết chuẩn.',
    '',
    'The two languages are equal: a text in either means the same. The first spelling is the canonical one; the others are',
    'understood, and `thac fmt` writes the canonical one in their place.',
  ];
  return `${[...intro, ...roles.flatMap(roleSection)].join('\n')}\n`;
}

function roleSection(role: ConceptRole): readonly string[] {
  const [title, text] = ROLES[role];
  const rows = VOCABULARY.filter((concept) => concept.role === role).map((concept) => [
    spelt(concept, 'vi'),
    spelt(concept, 'en'),
    others(concept, 'vi'),
    others(concept, 'en'),
  ]);
  return ['', `## ${title}`, '', text, '', ...table([['Tiếng Việt', 'English', 'cũng viết', 'also'], ...rows])];
}

const spelt = (concept: Concept, language: Language): string => `\`${concept[language][0] ?? ''}${concept.colon ? ':' : ''}\``;
const others = (concept: Concept, language: Language): string =>
  concept[language]
    .slice(1)
    .map((phrase) => `\`${phrase}\``)
    .join(', ');

/** A table whose columns stand below each other. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)];
}

function grammarPage(): string {
  const rules = Object.entries(grammarRules()).map(([name, { definition }]) => `${name} = ${sequence(definition)} ;`);
  const intro = [
    '# Ngữ pháp · Grammar',
    '',
    MADE,
    '',
    'Từ khóa viết theo cách viết chuẩn tiếng Việt (xem [Từ khóa](keywords.md)); `Name` là tên trong `[ ]`, `Text` là câu chữ trong nháy.',
    'Ngữ pháp rộng, phần kiểm tra chặt: dòng nào đứng đâu do phần kiểm tra quyết định.',
    '',
    'Keywords are in their canonical Vietnamese spelling (see [Keywords](keywords.md)); `Name` is a name in `[ ]`, `Text` a text in quotes.',
    'The grammar is permissive, the checks are strict: which line may stand where is theirs to say.',
  ];
  return `${[...intro, '', '```text', ...rules, '```'].join('\n')}\n`;
}

const sequence = (parts: readonly IProduction[]): string => parts.map(production).join(', ');

function production(part: IProduction): string {
  if (part instanceof Terminal) return terminal(part);
  if (part instanceof NonTerminal) return part.nonTerminalName;
  if (part instanceof Option) return `[ ${sequence(part.definition)} ]`;
  if (part instanceof Repetition) return `{ ${sequence(part.definition)} }`;
  if (part instanceof RepetitionMandatory) return `${sequence(part.definition)}, { ${sequence(part.definition)} }`;
  if (part instanceof Alternation) {
    return `( ${part.definition.map((choice) => (choice instanceof Alternative ? sequence(choice.definition) : '')).join(' | ')} )`;
  }
  return '';
}

function terminal({ terminalType: { name } }: Terminal): string {
  const phrase = VOCABULARY.find(({ id }) => id === name)?.vi[0];
  return phrase === undefined ? name : `"${phrase}"`;
}

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(pages())) writeFileSync(`${FOLDER}/${name}`, text);
}
