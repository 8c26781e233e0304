import type { Doer } from '#contracts';
import type { AnswerOf } from '../../api/client.js';

/** The answer of the server, with evidence by its kinds. */
export type Explanation = Omit<AnswerOf<'/api/v1/audit/why'>, 'answer'> & { readonly answer: readonly Statement[] };

export interface Statement {
  readonly code: string;
  readonly text: { readonly vi: string; readonly en: string };
  readonly evidence: readonly Evidence[];
  readonly because: readonly Statement[];
  /** What the sentence is made from. */
  readonly facts: { readonly by?: Doer | null };
}

/** Everybody whom statements, and those that they follow from, name. */
export const peopleOf = (statements: readonly Statement[]): readonly (string | undefined)[] =>
  statements.flatMap(({ facts, because }) => [...(facts.by ? [facts.by.person, facts.by.lender] : []), ...peopleOf(because)]);

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CountedDay {
  readonly date: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly count: number | null;
  readonly off: 'weekend' | 'holiday' | 'swapped' | null;
  readonly name: { readonly vi: string; readonly en: string } | null;
}

export type Evidence =
  | {
      readonly kind: 'event';
      readonly position: number;
      readonly type: string;
      readonly at: string;
      readonly actor: Named | null;
    }
  | {
      readonly kind: 'rule';
      readonly plan: { readonly id: string; readonly number: string };
      readonly line: number;
      readonly text: string;
    }
  | { readonly kind: 'days'; readonly calendar: string; readonly provisional: boolean; readonly days: readonly CountedDay[] }
  | {
      readonly kind: 'unit';
      readonly on: string;
      readonly unit: Named;
      readonly tier: string;
      readonly superior: Named | null;
    };
