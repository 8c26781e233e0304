import { describe, expect, it } from '@jest/globals';
import type { DeadlineRule } from '#engine';
import { FORMS } from '../../test/catalogue.js';
import { rulesOf, taskWith } from '../../test/texts.js';
import { deadlineText } from './deadline-text.js';

const deadlineOf = (phrase: string): DeadlineRule | null | undefined =>
  rulesOf(taskWith(`chủ trì: [Sở Nội vụ]\nhạn: ${phrase}`)).tasks[0]?.deadline;

const DEADLINES = FORMS.flatMap(({ id, text, gives }) =>
  'at' in gives && gives.at === 'tasks.0.deadline' ? [[id, rulesOf(text).tasks[0]?.deadline] as const] : [],
);

describe('A deadline in words', () => {
  it.each(DEADLINES)('%s reads as the same rule, in both languages', (_, rule) => {
    for (const language of ['vi', 'en'] as const) {
      const again = deadlineOf(deadlineText(rule!, language));
      // What the plan reads "before" as is said once, in the plan: here the day is named as included.
      const expected = rule?.kind === 'before' && rule.inclusive ? { kind: 'by', date: rule.date } : rule;
      expect(again).toEqual(expected);
    }
  });
});
