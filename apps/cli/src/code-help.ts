import { CATALOGUE } from '#dsl';
import { EXIT } from './exit-codes.js';
import { unknownWord } from './faults.js';
import { readText } from './files.js';
import { fromHouse } from './house.js';
import { styled, type Language, type Terminal } from './terminal.js';

/** File of the page on a code: the one place of its explanation, made from the catalogue. */
export const codePage = (code: string): string => fromHouse('docs/reference/diagnostics', `${code}.md`);

/** Titles of the parts of a page in which one language speaks. */
const TITLES: Readonly<Record<Language, string>> = { vi: '## Tiếng Việt', en: '## English' };

/**
 * `thac help KH3001`: the page on a code, in the language of the terminal, with its examples.
 * @throws UsageFault for a code that is not in the catalogue, with the nearest one
 */
export async function printCodeHelp(code: string, terminal: Terminal): Promise<number> {
  if (!Object.hasOwn(CATALOGUE, code)) throw unknownWord({ vi: 'mã', en: 'code' }, code, Object.keys(CATALOGUE));
  const { language } = terminal;
  const [title = '', ...parts] = (await readText(codePage(code))).split(/\n(?=## )/);
  const other = TITLES[language === 'vi' ? 'en' : 'vi'];
  terminal.out(styled((title.split('\n')[0] ?? '').replace('# ', ''), 'bold', terminal));
  for (const part of parts) if (!part.startsWith(other)) for (const line of linesOf(part)) terminal.out(line);
  return EXIT.ok;
}

/** Markdown as a terminal shows it: without headings, and blocks set in. */
function linesOf(part: string): readonly string[] {
  let isBlock = false;
  return part.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      isBlock = !isBlock;
      return [];
    }
    if (isBlock) return [line === '' ? '' : `  ${line}`];
    return line.startsWith('#') ? [] : [line.replaceAll('**', '')];
  });
}
