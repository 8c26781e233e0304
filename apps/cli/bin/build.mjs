#!/usr/bin/env node
import { buildIfStale } from './build-lib.mjs';

await buildIfStale({ force: process.argv.includes('--force'), quiet: false });
