import path from 'node:path';
import { closestWord } from '#contracts';
import { CATALOGUE } from '#dsl';
import { EXIT } from './exit-codes.js';
import { UsageFault } from './faults.js';
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
  if (!Object.hasOwn(CATALOGUE, code)) throw unknownCode(code);
  const { language } = terminal;
  const [title = '', ...parts] = (await readText(codePage(code))).split(/\n(?=## )/);
  const other = TITLES[language === 'vi' ? 'en' : 'vi'];
  terminal.out(styled((title.split('\n')[0] ?? '').replace('# ', ''), 'bold', terminal));
  const lines = parts.filter((part) => !part.startsWith(other)).flatMap(linesOf);
  for (const [index, line] of lines.entries()) if (line !== '' || lines[index - 1] !== '') terminal.out(line);
  return EXIT.ok;
}

function unknownCode(code: string): UsageFault {
  const near = closestWord(code, Object.keys(CATALOGUE));
  const list = path.relative(process.cwd(), codePage('README'));
  return new UsageFault(
    { vi: `Không có mã “${code}”.`, en: `There is no code “${code}”.` },
    near === undefined
      ? { vi: `Mọi mã có ở ${list}.`, en: `Every code is listed in ${list}.` }
      : { vi: `Có phải “${near}”? Mọi mã có ở ${list}.`, en: `Did you mean “${near}”? Every code is listed in ${list}.` },
  );
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
