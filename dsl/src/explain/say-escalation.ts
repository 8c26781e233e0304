import { addDays, type DeadlineKind, type LocalDate, type Obligations } from '#engine';
import type { Bilingual } from '#contracts';
import type { EscalationNode, StepNode } from '../ast/nodes.js';
import { nameOf } from './actors-said.js';
import { both, counted, joined } from './bilingual.js';
import { dateSaid, daySaid } from './dates-said.js';
import { sentence, wordsOf } from './phrases.js';
import { noted, type Said, type Saying } from './saying.js';

/** The ladder: to what it applies and to what it never does, then each step with the day on which it comes. */
export function sayEscalation(saying: Saying, item: EscalationNode): Said {
  const { analysis, language } = saying;
  const scope = scopeOf(saying);
  const head = wordsOf({ start: item.span.start, end: item.steps[0]?.span.start ?? item.span.end }, analysis);
  const steps = item.steps.map((step) => sentence(wordsOf(step.span, analysis) + noted(stepSaid(step, scope, saying), language)));
  return {
    sentences: [sentence(head), ...scopeSaid(scope).map((words) => sentence(words[language])), ...steps],
    units: null,
    lastDays: [],
  };
}

interface Scope {
  readonly items: number;
  readonly reports: number;
  readonly duties: number;
  readonly standing: number;
  readonly unknown: number;
  readonly waiting: number;
  /** The earliest due date of the plan: what the steps are shown by. */
  readonly first: LocalDate | null;
}

const NEVER: ReadonlySet<DeadlineKind> = new Set<DeadlineKind>(['standing', 'as-regulated']);

function scopeOf({ facts }: Saying): Scope {
  const owed = [...facts.owed.values()];
  const items = owed.flatMap((one) => one.items);
  const reports = owed.flatMap((one) => one.reports);
  const duties = owed.flatMap((one) => one.duties);
  const dues = [...items, ...reports, ...duties].flatMap(({ due }) => due ?? []);
  const count = (fits: (item: Obligations['items'][number]) => boolean): number => items.filter(fits).length;
  return {
    items: count(({ due }) => due !== null),
    reports: reports.filter(({ due }) => due !== null).length,
    duties: duties.filter(({ due }) => due !== null).length,
    standing: count(({ kind, due }) => kind === 'standing' && due === null),
    unknown: count(({ kind, due }) => kind === 'as-regulated' && due === null),
    waiting: count(({ kind, due }) => !NEVER.has(kind) && due === null),
    first: dues.toSorted()[0] ?? null,
  };
}

function scopeSaid({ items, reports, duties, standing, unknown, waiting }: Scope): readonly Bilingual[] {
  const dated = joined(
    [
      counted(items, 'việc', ['item', 'items']),
      counted(reports, 'báo cáo', ['report', 'reports']),
      counted(duties, 'kế hoạch riêng', ['plan to be issued', 'plans to be issued']),
    ],
    ', ',
  );
  const wait = counted(waiting, 'việc', ['item', 'items']);
  return [
    both(`Áp dụng cho những gì có ngày đến hạn: ${dated.vi}`, `It applies to what has a due date: ${dated.en}`),
    both(
      `Không bao giờ áp dụng cho việc thường xuyên (${standing}) và việc chưa biết hạn (${unknown})`,
      `It never applies to standing work (${standing}) or to work whose deadline is not known (${unknown})`,
    ),
    ...(waiting === 0
      ? []
      : [
          both(
            `Còn nằm chờ, chỉ áp dụng từ khi có ngày đến hạn: ${wait.vi}`,
            `Still waiting, and reached only once there is a due date: ${wait.en}`,
          ),
        ]),
  ];
}

function stepSaid(step: StepNode, { first }: Scope, saying: Saying): Bilingual {
  return joined([dayOfStep(step, first, saying), ...targetsOf(step, saying), ...limitsOf(step)], '; ');
}

/** A step comes at 0:00 of its day; one for what is on time, when the work is accepted. */
function dayOfStep({ when, amount, unit }: StepNode, first: LocalDate | null, { facts }: Saying): Bilingual | null {
  if (when === 'on-time') return both('khi việc được công nhận xong đúng hạn', 'once the work is accepted as done on time');
  if (first === null || !amount) return null;
  const count = when === 'before' ? -amount.value : amount.value;
  const day = unit === 'workday' ? facts.calendar.addWorkingDays(first, count) : addDays(first, count);
  if (when === 'before' && day < facts.plan.rules.plan.issuedOn) {
    return both(
      `hạn là ${dateSaid(first)} thì ngày đó đã qua khi ban hành, không nhắc nữa`,
      `for what is due on ${dateSaid(first)} that day had passed at issue: there is no reminder`,
    );
  }
  const said = daySaid(day, facts.calendar);
  return both(
    `hạn là ${dateSaid(first)} thì vào 0h00 ngày ${said.vi}`,
    `for what is due on ${dateSaid(first)}: at 0:00 on ${said.en}`,
  );
}

const TARGETS: Readonly<Record<string, Bilingual>> = {
  LEAD: both('chủ trì là đơn vị giữ việc, báo cáo hoặc kế hoạch đó', 'the lead is whoever owes the item, the report or the plan'),
  SUPERIOR: both('cấp trên trực tiếp của đơn vị đó', 'the superior is that of the unit that is late'),
};

function targetsOf({ actions }: StepNode, { rules, facts }: Saying): readonly Bilingual[] {
  const words = new Set(actions.flatMap(({ target }) => (target?.kind === 'word' ? [target.word] : [])));
  return [...words].flatMap((word): readonly Bilingual[] => {
    if (word !== 'FOCAL') return TARGETS[word] ? [TARGETS[word]] : [];
    const focal = rules.focal && nameOf(rules.focal, facts);
    return focal === null ? [] : [both(`đầu mối là ${focal}`, `the focal point is ${focal}`)];
  });
}

const limitsOf = ({ actions }: StepNode): readonly Bilingual[] =>
  actions.flatMap(({ action, within }) => {
    if (action !== 'DEMAND') return CONSEQUENCES[action ?? ''] ?? [];
    return within
      ? [both('bản giải trình là một việc mới, có hạn riêng', 'the explanation is a new item with a date of its own')]
      : [
          both(
            'bản giải trình là một việc mới; văn bản không ấn định ngày nên là 3 ngày làm việc',
            'the explanation is a new item; the text names no term, so it has 3 working days',
          ),
        ];
  });

const CONSEQUENCES: Readonly<Record<string, readonly Bilingual[]>> = {
  COMMEND: [both('ghi nhận biểu dương', 'a commendation is recorded')],
  CRITICISE: [both('ghi nhận phê bình', 'a criticism is recorded')],
  ASSESS: [both('tính vào đánh giá mức độ hoàn thành nhiệm vụ', 'it counts in the assessment of how tasks are fulfilled')],
  APOLOGISE: [both('ghi nhận yêu cầu xin lỗi', 'the demand for an apology is recorded')],
  LIST: [both('tên đơn vị vào danh sách chậm', 'the unit’s name enters the list of those who are late')],
};
