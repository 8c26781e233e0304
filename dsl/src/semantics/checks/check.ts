import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Deadlines } from '../deadlines.js';
import type { Reading } from '../reading.js';

/** One family of checks: pure, in the order of the text, says everything that it finds. */
export type Check = (reading: Reading, deadlines: Deadlines) => Iterable<Finding>;
