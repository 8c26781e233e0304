/** Compiles the TypeScript sources to `dist/` with SWC: only what changed, and nothing when all is fresh. */
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['apps', 'libs', 'dsl', 'examples', 'test'];
/** The web application is bundled on its own: see `buildWebIfStale`. */
const SKIPPED = /(^|\/)(node_modules|dist|public)(\/|$)|^apps\/web(\/|$)|\.spec\.ts$|\.d\.ts$/;
const ASSET = /\.(sql|json|thac|html|css)$/;

async function* filesBelow(folder) {
  const entries = await readdir(path.join(ROOT, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`;
    if (SKIPPED.test(file)) continue;
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (file.endsWith('.ts') || (ASSET.test(file) && file.includes('/src/'))) yield file;
  }
}

const outputOf = (file) => path.join(ROOT, 'dist', file.replace(/\.ts$/, '.js'));
const modified = (file) =>
  stat(file)
    .then((s) => s.mtimeMs)
    .catch(() => 0);

async function compile(file, swc) {
  const target = outputOf(file);
  await mkdir(path.dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return cp(path.join(ROOT, file), target);
  const { code, map } = await swc.transformFile(path.join(ROOT, file), { cwd: ROOT, sourceFileName: path.join(ROOT, file) });
  await writeFile(`${target}.map`, map ?? '{}');
  await writeFile(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
}

async function removeOrphans(kept) {
  const dist = path.join(ROOT, 'dist');
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(file.replace(/\.map$/, ''))) await rm(file);
  }
}

export async function buildIfStale({ force = false, quiet = true } = {}) {
  const files = [];
  for (const folder of FOLDERS) for await (const file of filesBelow(folder)) files.push(file);
  const settings = Math.max(await modified(path.join(ROOT, '.swcrc')), await modified(path.join(ROOT, 'package.json')));
  const stale = [];
  for (const file of files) {
    const built = await modified(outputOf(file));
    if (force || built < settings || built < (await modified(path.join(ROOT, file)))) stale.push(file);
  }
  if (stale.length > 0) {
    const swc = await import('@swc/core');
    await Promise.all(stale.map((file) => compile(file, swc)));
    await removeOrphans(new Set(files.map(outputOf)));
  }
  if (!quiet) console.log(`built ${stale.length} of ${files.length} files`);
}
