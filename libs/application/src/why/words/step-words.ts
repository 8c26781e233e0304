import type { Bilingual } from '#contracts';
import type { Instant, LocalDate, TermUnit } from '#engine';
import type { UnitName } from '../named.js';
import { STATUS } from './state-words.js';
import { both, day, moment, obligationWord, term, type Sayings } from './word.js';

/** What a step or consequence does. */
export type Deed =
  | 'remind'
  | 'notify'
  | 'escalate'
  | 'list'
  | 'demand-explanation'
  | 'commend'
  | 'criticise'
  | 'assess'
  | 'apologise';

/** What statements on steps of the ladder and on consequences say. */
export interface StepFacts {
  'step.happened': {
    readonly step: string;
    readonly obligation: string;
    readonly generation: number;
    readonly due: LocalDate;
    readonly at: Instant;
    readonly actions: readonly { readonly action: Deed; readonly target: UnitName | null }[];
  };
  'step.rule': {
    readonly step: string;
    readonly when: 'before' | 'after' | 'on-time';
    readonly amount: number | null;
    readonly unit: TermUnit | null;
    readonly ladder: 'own' | 'above';
  };
  /** 00:00 of the day that the rule gives. */
  'step.day': { readonly due: LocalDate; readonly day: LocalDate; readonly nominal: Instant };
  'step.in-hand': { readonly nominal: Instant; readonly since: Instant; readonly at: Instant };
  'step.open': { readonly status: string; readonly since: Instant; readonly due: LocalDate };
  'step.done-on-time': { readonly doneAt: Instant; readonly due: LocalDate };
  'step.target': {
    readonly action: Deed;
    readonly target: UnitName | null;
    readonly as: 'lead' | 'focal' | 'superior' | 'unit';
    readonly on: LocalDate;
    readonly unit: UnitName;
  };
  generation: { readonly generation: number; readonly since: Instant };
}

const DEEDS: Readonly<Record<Deed, Bilingual>> = {
  remind: both('nhắc', 'reminds'),
  notify: both('thông báo cho', 'notifies'),
  escalate: both('trình xử lý lên', 'escalates to'),
  list: both('đưa vào danh sách của', 'lists for'),
  'demand-explanation': both('yêu cầu giải trình với', 'demands an explanation to'),
  commend: both('biểu dương, báo', 'commends, telling'),
  criticise: both('phê bình, báo', 'criticises, telling'),
  assess: both('đánh giá, báo', 'assesses, telling'),
  apologise: both('yêu cầu xin lỗi, báo', 'demands an apology, telling'),
};

export const statusWord = (status: string): Bilingual => STATUS[status] ?? both(status, status);

function deeds(actions: StepFacts['step.happened']['actions']): Bilingual {
  const said = actions.map(({ action, target }) => {
    const { vi, en } = DEEDS[action];
    return both(`${vi} ${target?.name ?? '—'}`, `${en} ${target?.name ?? '—'}`);
  });
  if (said.length === 0) return both('không có ai để báo', 'there is nobody to tell');
  return both(said.map(({ vi }) => vi).join('; '), said.map(({ en }) => en).join('; '));
}

function ruleWord({ step, when, amount, unit, ladder }: StepFacts['step.rule']): Bilingual {
  const from = ladder === 'above' ? both(' (của kế hoạch cấp trên)', ' (of a plan above)') : both('', '');
  if (when === 'on-time' || amount === null || unit === null)
    return both(
      `Bậc ${step}${from.vi}: khi xong đúng hạn, lúc 00:00 ngày sau hạn.`,
      `Step ${step}${from.en}: where it is on time, at 00:00 of the day after the due date.`,
    );
  const length = term(amount, unit);
  const nth = length.vi.replace(/^\d+ /, '');
  const way = when === 'before' ? both('trước hạn', 'before the due date') : both('sau hạn', 'after the due date');
  return both(
    `Bậc ${step}${from.vi}: 00:00 của ${nth} thứ ${amount} ${way.vi}.`,
    `Step ${step}${from.en}: 00:00 of the day that lies ${length.en} ${way.en}.`,
  );
}

const AS: Readonly<Record<StepFacts['step.target']['as'], Bilingual>> = {
  lead: both('đơn vị được giao', 'the unit that owes it'),
  focal: both('đầu mối của kế hoạch', 'the focal point of the plan'),
  superior: both('cấp trên trực tiếp', 'the direct superior'),
  unit: both('đơn vị mà văn bản nêu', 'the unit that the text names'),
};

function targetWord({ action, target, as, on, unit }: StepFacts['step.target']): Bilingual {
  const [deed, role] = [DEEDS[action], AS[as]];
  if (target === null)
    return both(
      `${unit.name} không có ${role.vi} vào ngày ${day(on)}: không báo cho ai.`,
      `${unit.name} has no ${role.en} on ${day(on)}: nobody is told.`,
    );
  return both(
    `Bậc này ${deed.vi} ${target.name}: đó là ${role.vi} của ${unit.name} vào ngày ${day(on)}.`,
    `This step ${deed.en} ${target.name}: on ${day(on)} that is ${role.en} for ${unit.name}.`,
  );
}

/** Sentences on steps. */
export const STEP_SAYINGS: Sayings<StepFacts> = {
  'step.happened': ({ step, obligation, generation, due, at, actions }) => {
    const [what, on, did] = [obligationWord(obligation), moment(at), deeds(actions)];
    return both(
      `Lúc ${on.vi}, bậc ${step} của ${what.vi} (hạn ${day(due)}, lần ${generation}) được thực hiện: ${did.vi}.`,
      `At ${on.en}, step ${step} of ${what.en} (due ${day(due)}, generation ${generation}) happened: it ${did.en}.`,
    );
  },
  'step.rule': ruleWord,
  'step.day': ({ due, nominal }) =>
    both(
      `Tính từ hạn ${day(due)}, ngày của bậc này bắt đầu lúc ${moment(nominal).vi}.`,
      `Counted from the due date ${day(due)}, the day of this step begins at ${moment(nominal).en}.`,
    ),
  'step.in-hand': ({ nominal, since }) =>
    both(
      `Ngày của bậc là ${moment(nominal).vi}, khi đó việc chưa ở tay đơn vị; việc đến tay lúc ${moment(since).vi}, bậc được thực hiện ngay khi đó.`,
      `The day of the step was ${moment(nominal).en}, when the work was not in the unit’s hands; it came there at ${moment(since).en}, and the step happened at once.`,
    ),
  'step.open': ({ status, due }) => {
    const is = statusWord(status);
    return both(
      `Khi đó việc chưa xong (${is.vi}), hạn đang là ${day(due)}.`,
      `The work was not in then (${is.en}), and the date was ${day(due)}.`,
    );
  },
  'step.done-on-time': ({ doneAt, due }) =>
    both(
      `Việc xong lúc ${moment(doneAt).vi}, trong hạn ${day(due)}.`,
      `It was in at ${moment(doneAt).en}, by the due date ${day(due)}.`,
    ),
  'step.target': targetWord,
  generation: ({ generation, since }) =>
    both(
      `Đây là lần ${generation} của hạn, bắt đầu từ ${moment(since).vi}.`,
      `This is generation ${generation} of the deadline, which began at ${moment(since).en}.`,
    ),
};
