import type { Term, TermUnit } from '../ir/deadline-rule.js';
import type { FollowUpRule } from '../ir/follow-up-rule.js';

/** A consequence, and the key that it has in events. */
export interface NamedFollowUp {
  /** `after-5wd-demand-explanation`, `on-time-commend`; a second one alike is `…-2`. */
  readonly name: string;
  readonly rule: FollowUpRule;
}

/** How long an explanation may take where the text does not say: working days from the day after it is demanded. */
export const EXPLANATION_TERM: Term = { amount: 3, unit: 'workday' };

/** The consequences of one document by their keys, which are stable within it. */
export function namedFollowUps(rules: readonly FollowUpRule[]): readonly NamedFollowUp[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const stem = stemOf(rule);
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    return { name: count === 1 ? stem : `${stem}-${count}`, rule };
  });
}

const SHORT: Readonly<Record<TermUnit, string>> = {
  day: 'd',
  workday: 'wd',
  week: 'w',
  month: 'm',
  year: 'y',
  hour: 'h',
  workhour: 'wh',
};

const stemOf = ({ when, term, action }: FollowUpRule): string =>
  when === 'on-time' || term === null ? `${when}-${action}` : `${when}-${term.amount}${SHORT[term.unit]}-${action}`;
