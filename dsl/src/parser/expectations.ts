import type { Bilingual } from '#contracts';
import { conceptOf } from '../vocabulary/concepts.js';

/** How a kind of token is called to a person. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  Text: { vi: 'câu chữ trong dấu nháy "…"', en: 'a text in quotes "…"' },
  Name: { vi: 'tên cơ quan trong ngoặc vuông […]', en: 'a name in brackets […]' },
  Date: { vi: 'ngày (như 30/6/2022)', en: 'a date (such as 30/6/2022)' },
  Numeral: { vi: 'số thứ tự (như 1.2)', en: 'a number (such as 1.2)' },
  Int: { vi: 'một số', en: 'a whole number' },
  Roman: { vi: 'số quý I, II, III hoặc IV', en: 'I, II, III or IV' },
  YearPart: { vi: 'năm (như /2022)', en: 'a year (such as /2022)' },
  Colon: { vi: 'dấu “:”', en: '“:”' },
  Semicolon: { vi: 'dấu “;”', en: '“;”' },
  Comma: { vi: 'dấu “,”', en: '“,”' },
};
const NOT_WORTH_NAMING: ReadonlySet<string> = new Set(['Filler', 'Stray', 'Loose']);
const MOST = 6;

/** What was expected, said in both languages: the kinds of token and the canonical phrases, not too many. */
export function expectation(names: readonly string[]): Bilingual {
  const known = names.filter((name) => !NOT_WORTH_NAMING.has(name)).map(labelOf);
  const shown = known.slice(0, MOST);
  const more = known.length > MOST ? ' …' : '';
  return {
    vi: shown.map(({ vi }) => vi).join(' hoặc ') + more,
    en: shown.map(({ en }) => en).join(' or ') + more,
  };
}

function labelOf(name: string): Bilingual {
  const concept = conceptOf(name);
  if (concept) return { vi: `“${concept.vi[0]}”`, en: `“${concept.en[0]}”` };
  return KINDS[name] ?? { vi: name, en: name };
}
