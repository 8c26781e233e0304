import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Puts the loaded example where `start --data FOLDER` finds it there: a copy of what a first start left, which was loaded once in this
 * run. The folder must not exist; others may enter the one that it is in.
 */
export async function putExample(folder: string): Promise<void> {
  const asked = await fetch(process.env['THAC_TEST_EXAMPLE'] ?? '');
  const text = await asked.text();
  if (!asked.ok) throw new Error(text);
  await chmod(path.dirname(folder), 0o755); // the server runs as another user where we are root
  await run('cp', ['-a', text, folder]); // with its owners
}
