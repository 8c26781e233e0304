#!/usr/bin/env node
/** The one launcher: runs on the Node that npm installed, compiles what is stale, then hands over to the command line. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { buildWebIfStale } from '../../web/build/build-web.mjs';
import { buildIfStale, ROOT } from './build-lib.mjs';

/** The pages that `start` serves. Without what builds them the API is served all the same. */
async function buildPages() {
  const begin = () => console.error('Dựng ứng dụng web (chỉ lần đầu)…\nBuilding the web application (the first time only)…');
  await buildWebIfStale({ begin }).catch((error) => {
    console.error(`Chưa dựng được ứng dụng web: ${error.message}\nThe web application could not be built: ${error.message}`);
    console.error(
      'Chạy "npm ci" rồi khởi động lại. API vẫn được phục vụ.\nRun "npm ci", then start again. The API is served all the same.',
    );
  });
}

const NEEDED = 26;
const pinned = path.join(ROOT, 'node_modules/node/bin/node');

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  if (!existsSync(pinned)) {
    console.error(`Cần Node ${NEEDED}: hãy chạy "npm ci" trước.\nNode ${NEEDED} is needed: run "npm ci" first.`);
    process.exit(2);
  }
  const child = spawn(pinned, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  process.setSourceMapsEnabled(true);
  module.enableCompileCache(path.join(ROOT, 'node_modules/.cache/thac'));
  await buildIfStale();
  if (process.argv[2] === 'start') await buildPages();
  const { main } = await import('../../../dist/apps/cli/src/main.js');
  process.exitCode = await main(process.argv.slice(2));
}
