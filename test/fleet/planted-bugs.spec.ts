import { describe, expect, it } from '@jest/globals';
import { runFleet } from './fleet.js';
import { PLANTED_BUGS_OF_DAYS } from './planted-bugs-days.js';
import { PLANTED_BUGS_OF_FORMS } from './planted-bugs-forms.js';
import { PLANTED_BUGS_OF_LATENESS } from './planted-bugs-late.js';
import { PLANTED_BUGS } from './planted-bugs.js';

const SEED = 7;
/** Most lives that a bug may go unseen. */
const MOST_YEARS = 400;

/** Lives to begin with, for bugs that show in few: those before them are lived by others. */
const FIRST: Readonly<Record<string, number>> = {
  'the last day ends where it begins': 220,
  'somebody acts for a unit that is no more': 160,
  'the last day of a month is left out': 100,
  'who reports to somebody else now is expected as before': 460,
};

/** Seconds where the machine is free, many times that where it is not. */
const PATIENCE_MS = 240_000;

describe('A planted bug', () => {
  it('is one of twenty at least', () => {
    expect(Object.keys(PLANTED_BUGS).length).toBeGreaterThanOrEqual(20);
  });

  const ALL = { ...PLANTED_BUGS, ...PLANTED_BUGS_OF_FORMS, ...PLANTED_BUGS_OF_DAYS, ...PLANTED_BUGS_OF_LATENESS };

  it.each(Object.entries(ALL))(
    'is found: %s',
    async (name, parts) => {
      const { violations } = await runFleet({
        seed: SEED,
        from: FIRST[name] ?? 0,
        years: MOST_YEARS,
        parts: parts(),
        untilBroken: true,
      });
      expect(violations.length).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
