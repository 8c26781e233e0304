#!/usr/bin/env node
import { buildWebIfStale } from '../../web/build/build-web.mjs';
import { buildIfStale } from './build-lib.mjs';

const force = process.argv.includes('--force');
await buildIfStale({ force, quiet: false });
const built = await buildWebIfStale({ force });
console.log(built ? 'built the web application' : 'the web application is fresh');
