const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Pause after a number of failures in a row, in milliseconds: half a second, doubling, a minute at most. */
export const backOffAfter = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
