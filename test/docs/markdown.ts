import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

/** A fenced block of a document. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: `fragment`. */
  readonly note: string;
  readonly text: string;
}

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.thac', 'coverage']);

/** Every Markdown file of the project, as paths from its root. */
export function documents(folder = ''): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return documents(file);
      return entry.name.endsWith('.md') ? [file] : [];
    });
}

/** The fenced blocks of a document, in order. */
export function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { line: number; info: string; lines: string[] } | undefined;
  for (const [index, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      const [language = '', ...note] = open.info.split(' ');
      blocks.push({ file, line: open.line, language, note: note.join(' '), text: open.lines.join('\n') });
      open = undefined;
    } else open = { line: index + 1, info: (fence[1] ?? '').trim(), lines: [] };
  }
  if (open) throw new Error(`${file}:${open.line}: a fence that is never closed`);
  return blocks;
}

/** Relative links of a document, without their anchors. */
export function linksOf(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}
