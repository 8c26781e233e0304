import { dailyProjection } from './daily/daily-projection.js';
import { logProjection } from './log/log-projection.js';
import type { AsyncProjection } from './projection.js';

/** Everything that follows the log. */
export const projections = (): readonly AsyncProjection[] => [dailyProjection(), logProjection()];
