import { readFile, stat } from 'node:fs/promises';

/** Rights of others on a file. */
const OTHERS = 0o077;

/** A file with a secret; undefined where it is not there, or others may read it. */
export async function readOwnFile(file: string): Promise<string | undefined> {
  const { mode } = await stat(file).catch(() => ({ mode: OTHERS }));
  return (mode & OTHERS) === 0 ? readFile(file, 'utf8') : undefined;
}
