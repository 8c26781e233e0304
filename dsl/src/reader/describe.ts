import type { DeadlineReading } from './reading.js';
export const describeReading = (reading: DeadlineReading): string => reading.kind;
