import { VOCABULARY, type Concept, type ConceptRole, type Language } from '../../src/vocabulary/concepts.js';
import { table } from './table.js';

const ROLES: Readonly<Record<ConceptRole, readonly [title: string, text: string]>> = {
  item: ['Phần của văn bản · Parts of a document', 'Mỗi từ mở đầu một phần. · Each begins a part.'],
  clause: ['Dòng trong một phần · Lines of a part', 'Mỗi từ mở đầu một dòng. · Each begins a line.'],
  step: ['Bậc xử lý · Steps', 'Mỗi từ mở đầu một bậc. · Each begins a step of the ladder.'],
  word: ['Từ trong dòng · Words within a line', 'Chỉ đứng trong một dòng. · They stand only within a line.'],
};

/** The page of all keywords, with every spelling that is understood. */
export function keywordsPage(made: string): string {
  const roles = Object.keys(ROLES) as ConceptRole[];
  const intro = [
    '# Từ khóa · Keywords',
    '',
    made,
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
