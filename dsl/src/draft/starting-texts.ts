import type { LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import { peekHeader } from '../header.js';
import { parse } from '../parser/parse.js';
import type { Language } from '../vocabulary/concepts.js';
import { dateText, keyword, quoted } from './words.js';

/** What every text begins with: who issues it, and when. */
export interface Beginning {
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** Name of the issuer, without brackets. */
  readonly issuer: string;
  readonly language: Language;
}

const TITLE: Bilingual = { vi: 'Tên kế hoạch', en: 'Title of the plan' };
const FIRST_TASK: Bilingual = { vi: 'Tên nhiệm vụ', en: 'Title of the task' };
const HOW_TO_CHANGE: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Mỗi dòng một thay đổi đối với kế hoạch trên. Bỏ dấu // ở dòng cần dùng và sửa số nhiệm vụ, ngày:',
    'gia hạn nhiệm vụ 1 đến ngày {date}',
    'tạm dừng nhiệm vụ 2 từ ngày {date}',
    'rút nhiệm vụ 3',
  ],
  en: [
    'One change of the plan above to a line. Take the // from the line that you need, and set the task and the day:',
    'extend task 1 to {date}',
    'suspend task 2 from {date}',
    'withdraw task 3',
  ],
};

function headLines({ number, issuedOn, issuer, language }: Beginning, title: string): readonly string[] {
  const say = keyword(language);
  return [
    `${say('PLAN')} ${quoted(number)} ${say('ISSUED_ON')} ${dateText(issuedOn)} ${say('OF')} [${issuer}]`,
    `  ${say('TITLE')}: ${quoted(title)}`,
  ];
}

/** The text of a plan that says nothing yet but who issues it: one task, to be filled in. */
export function newPlanText(beginning: Beginning): string {
  const { language } = beginning;
  const say = keyword(language);
  const task = [
    `${say('TASK')} 1 ${quoted(FIRST_TASK[language])}`,
    `  ${say('LEAD')}: [${beginning.issuer}]`,
    `  ${say('DUE')}: ${say('STANDING')}`,
  ];
  return `${[...headLines(beginning, TITLE[language]), '', ...task].join('\n')}\n`;
}

/** A text that puts off, stops or takes back tasks of an earlier plan; null where that text names no plan. */
export function amendingText(earlier: string, beginning: Beginning): string | null {
  const header = peekHeader(earlier);
  if (!header) return null;
  const { language, issuedOn } = beginning;
  const title: Bilingual = { vi: `Sửa đổi kế hoạch ${header.number}`, en: `Amending plan ${header.number}` };
  const say = keyword(language);
  const amends = `  ${say('AMENDS')} ${quoted(header.number)} ${say('DATED')} ${dateText(header.issuedOn)} ${say('OF')} [${header.issuerName}]`;
  const notes = HOW_TO_CHANGE[language].map((line) => `  // ${line.replace('{date}', dateText(issuedOn))}`);
  return `${[...headLines(beginning, title[language]), amends, ...notes].join('\n')}\n`;
}

/**
 * An earlier text under a new number and date that takes the place of the earlier plan; everything else stays byte for byte. Null
 * where that text names no plan.
 */
export function replacingText(earlier: string, { number, issuedOn }: Omit<Beginning, 'language' | 'issuer'>): string | null {
  const header = peekHeader(earlier);
  const { document, lexed } = parse(earlier);
  const plan = document.items.find((item) => item.kind === 'plan');
  if (!header || !plan?.number || !plan.issuedOn) return null;
  const say = keyword(lexed.language);
  const replaces = `${say('REPLACES')} ${quoted(header.number)} ${say('DATED')} ${dateText(header.issuedOn)} ${say('OF')} [${header.issuerName}]`;
  const end = plan.clauses.at(-1)?.span.end ?? plan.head.end;
  const edits = [
    { ...plan.number.span, text: quoted(number) },
    { ...plan.issuedOn.span, text: dateText(issuedOn) },
    { start: end, end, text: `\n  ${replaces}` },
  ];
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), earlier);
}
