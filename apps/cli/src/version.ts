import { readFile } from 'node:fs/promises';
import { EXIT } from './exit-codes.js';
import { fromHouse } from './house.js';
import type { Terminal } from './terminal.js';

/** Version of the package. */
export async function version(): Promise<string> {
  const { version: number } = JSON.parse(await readFile(fromHouse('package.json'), 'utf8')) as { version: string };
  return number;
}

/** Prints `thac 0.1.0`. */
export async function printVersion(terminal: Terminal): Promise<number> {
  terminal.out(`thac ${await version()}`);
  return EXIT.ok;
}
