#!/usr/bin/env node
/** The one launcher: runs on the Node that npm installed, compiles what is stale, then hands over to the command line. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale, ROOT } from './build-lib.mjs';

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
  await buildIfStale();
  const { main } = await import('../../../dist/apps/cli/src/main.js');
  process.exitCode = await main(process.argv.slice(2));
}
