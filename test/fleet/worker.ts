import { parentPort, workerData } from 'node:worker_threads';
import { runFleet } from './fleet.js';

/** A stretch of lives for one core. */
export interface Stretch {
  readonly seed: number;
  readonly from: number;
  readonly years: number;
}

const { seed, from, years } = workerData as Stretch;
const EVERY = 100;
const result = await runFleet({
  seed,
  from,
  years,
  progress: (lived) => {
    if (lived % EVERY === 0) parentPort?.postMessage({ lived });
  },
  broken: (violation) => parentPort?.postMessage({ violation }),
});
parentPort?.postMessage({ result });
