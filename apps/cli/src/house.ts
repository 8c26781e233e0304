import { existsSync } from 'node:fs';
import path from 'node:path';

/** A path inside the package, from wherever this file runs (compiled, or as source in a test). */
export const fromHouse = (...parts: readonly string[]): string => path.join(house(), ...parts);

let known: string | undefined;

function house(): string {
  let folder = import.meta.dirname;
  while (known === undefined && !existsSync(path.join(folder, 'package.json'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new TypeError('the package has no package.json');
    folder = above;
  }
  known ??= folder;
  return known;
}
