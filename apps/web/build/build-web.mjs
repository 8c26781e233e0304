/** Builds the web application into `apps/web/dist` with Vite: only where a source is newer. Every file also lies there compressed. */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { slimChevrotainForVite } from '../../../dsl/browser/slim-chevrotain.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const WEB = path.join(ROOT, 'apps/web');
export const WEB_DIST = path.join(WEB, 'dist');
/** Whatever the bundle is made from. */
const SOURCES = [
  'apps/web/src',
  'apps/web/build',
  'apps/web/public',
  'dsl/src',
  'dsl/browser',
  'libs/contracts/src',
  'libs/engine/src',
  'libs/organisation/src',
];
const FILES = ['apps/web/index.html', 'package.json'];
const COMPRESSED = /\.(js|css|html|svg)$/;

const modified = (file) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newest() {
  let latest = 0;
  for (const folder of SOURCES) {
    for (const entry of await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (entry.isFile()) latest = Math.max(latest, await modified(path.join(entry.parentPath, entry.name)));
    }
  }
  for (const file of FILES) latest = Math.max(latest, await modified(path.join(ROOT, file)));
  return latest;
}

/** Nothing of the language and of what it stands on does anything by being loaded: what is not used is left out. */
const treeshake = { moduleSideEffects: (id) => !/[\\/](dsl|libs)[\\/].*\.ts$/.test(id) };

const settings = (outDir) => ({
  root: WEB,
  configFile: false,
  logLevel: 'error',
  publicDir: path.join(WEB, 'public'),
  resolve: {
    alias: {
      '#contracts': path.join(ROOT, 'libs/contracts/src/index.ts'),
      '#engine': path.join(ROOT, 'libs/engine/src/index.ts'),
      '#organisation': path.join(ROOT, 'libs/organisation/src/index.ts'),
      '#dsl': path.join(ROOT, 'dsl/src/index.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [slimChevrotainForVite()],
  worker: { format: 'es', plugins: () => [slimChevrotainForVite()], rolldownOptions: { treeshake } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome107', 'firefox110', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { treeshake },
  },
});

async function compress(folder) {
  const [brotli, zipped] = [promisify(brotliCompress), promisify(gzip)];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    await writeFile(`${file}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(`${file}.gz`, await zipped(bytes, { level: 9 }));
  }
}

/**
 * Builds where a source is newer than what was built. Built beside and renamed: whoever reads meanwhile reads one build or the other.
 * @param {{ force?: boolean, begin?: () => void }} [options] `begin` is called before there is work
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildWebIfStale({ force = false, begin = () => undefined } = {}) {
  if (!force && (await modified(path.join(WEB_DIST, 'index.html'))) >= (await newest())) return false;
  begin();
  const { build } = await import('vite');
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // else whoever builds from a test is given React's build for development
  const beside = await mkdtemp(path.join(WEB, 'dist-'));
  try {
    await build(settings(beside));
    await compress(beside);
    await chmod(beside, 0o755);
    if (existsSync(WEB_DIST)) await rename(WEB_DIST, `${beside}-old`);
    await rename(beside, WEB_DIST);
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    await rm(beside, { recursive: true, force: true });
    await rm(`${beside}-old`, { recursive: true, force: true });
  }
  return true;
}
