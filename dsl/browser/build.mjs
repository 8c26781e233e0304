#!/usr/bin/env node
/** `npm run build:browser [-- FOLDER]`: the language as a package for browsers, in `dist-browser/`, and its core as one in `core/`; prints what each entry weighs. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { slimChevrotain } from './slim-chevrotain.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Entries of the package, and the file that each is made from. The core stands alone; the others share what they have in common. */
const CORE = { core: 'dsl/src/core.ts' };
const SERVICE = { index: 'dsl/src/everywhere.ts', codemirror: 'dsl/src/codemirror/index.ts' };
const ENTRIES = { ...CORE, ...SERVICE };
/** What the entry for editors asks its user to have. */
const EDITOR = new Set(['autocomplete', 'language', 'lint', 'state', 'view'].map((name) => `@codemirror/${name}`));

/** Nothing of ours does anything by being loaded: what is not used is left out. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[.#]/ }, async ({ path: wanted, resolveDir, kind, importer, pluginData }) => {
      if (pluginData?.isAsked) return undefined;
      const found = await resolve(wanted, { resolveDir, kind, importer, pluginData: { isAsked: true } });
      return { ...found, sideEffects: false };
    });
  },
};

const bundle = async (entries, outdir) => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    external: ['@codemirror/*'],
    alias: { '#engine': './libs/engine/src/index.ts', '#contracts': './libs/contracts/src/index.ts' },
    plugins: [withoutSideEffects, slimChevrotain()],
    metafile: true,
  });
  return metafile.outputs;
};

/** Builds the package into a folder and gives the gzipped bytes of each entry with everything that it imports. */
export async function buildBrowser(outdir) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const outputs = { ...(await bundle(CORE, outdir)), ...(await bundle(SERVICE, outdir)) };
  const { version, license, dependencies, devDependencies } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const exports = Object.fromEntries(Object.keys(ENTRIES).map((name) => [name === 'index' ? '.' : `./${name}`, `./${name}.js`]));
  const editor = Object.entries(devDependencies).filter(([name]) => EDITOR.has(name));
  const about = { name: 'thac-language', version, license, type: 'module', sideEffects: false, exports };
  const peers = {
    peerDependencies: Object.fromEntries(editor),
    peerDependenciesMeta: Object.fromEntries(editor.map(([name]) => [name, { optional: true }])),
  };
  const bundled = `Contains Chevrotain ${dependencies.chevrotain} (Apache-2.0, https://chevrotain.io).\n`;
  await writeFile(path.join(outdir, 'package.json'), `${JSON.stringify({ ...about, ...peers }, null, 2)}\n`);
  await writeFile(path.join(outdir, 'NOTICE'), bundled);
  await packCore(outdir, { about, bundled });
  return weigh(outputs, outdir);
}

/** The core as a package of its own, for pages that read, lay out and translate, and leave the checks to a server. */
async function packCore(outdir, { about, bundled }) {
  const folder = path.join(outdir, 'core');
  await mkdir(folder);
  const own = { ...about, name: 'thac-language-core', exports: { '.': './core.js' } };
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  await writeFile(path.join(folder, 'NOTICE'), bundled);
  await copyFile(path.join(outdir, 'core.js'), path.join(folder, 'core.js'));
}

async function weigh(outputs, outdir) {
  const byName = new Map(Object.entries(outputs).map(([file, output]) => [path.basename(file), output]));
  const closure = (name, seen = new Set()) => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const { path: file, external } of byName.get(name)?.imports ?? []) if (!external) closure(path.basename(file), seen);
    return seen;
  };
  const weights = {};
  for (const entry of Object.keys(ENTRIES)) {
    const files = await Promise.all([...closure(`${entry}.js`)].map((name) => readFile(path.join(outdir, name))));
    weights[entry] = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  }
  return weights;
}

if (import.meta.main) {
  const weights = await buildBrowser(path.resolve(process.argv[2] ?? path.join(ROOT, 'dist-browser')));
  for (const [entry, bytes] of Object.entries(weights)) console.log(`${entry.padEnd(12)}${(bytes / 1000).toFixed(1)} kB gzip`);
}
