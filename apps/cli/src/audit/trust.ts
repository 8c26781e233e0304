import { notesOf, type Trust } from '#audit';
import { readText } from '../files.js';
import type { Typed } from '../verb.js';

/** What `--checkpoint` and `--key` say that the reader of an export trusts. */
export async function trustOf(typed: Typed): Promise<Trust> {
  const [kept, key] = [typed.value('checkpoint'), typed.value('key')];
  return {
    ...(kept !== undefined && { kept: notesOf(await readText(kept)) }),
    ...(key !== undefined && { keys: (await readText(key)).split(/\s+/).filter((each) => each !== '') }),
  };
}
