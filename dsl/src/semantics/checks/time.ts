import type { DeadlineRule, LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import type { DateNode, DueNode, ItemNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Deadlines } from '../deadlines.js';
import { clause, type Reading } from '../reading.js';
import { clausesIn, deadlinesIn } from '../walk.js';

const FORM_OF_DUTY: Bilingual = {
  vi: 'Kế hoạch riêng ban hành một lần: viết một ngày, một quý, hoặc “trong N ngày kể từ …”.',
  en: 'A plan is issued once: write a date, a quarter, or “within N days from …”.',
};

/** KH4001 to KH4010: dates exist, deadlines can be read and lie within the plan. */
export function* checkTime(reading: Reading, deadlines: Deadlines): Iterable<Finding> {
  for (const item of reading.items) {
    for (const date of datesIn(item))
      if (date.value === null) yield { code: 'KH4001', span: date.span, args: { date: date.written } };
    for (const due of deadlinesIn(item)) yield* checkDeadline(item, due, { reading, deadlines });
  }
  yield* checkHorizon(reading);
}

/** Dates that are no deadline. */
const datesIn = (item: ItemNode): readonly DateNode[] => [
  ...(item.kind === 'plan' && item.issuedOn ? [item.issuedOn] : []),
  ...clausesIn(item).flatMap((line) => {
    const date = line.kind === 'implements' ? line.issuedOn : line.kind === 'runs-to' ? line.date : null;
    return date ? [date] : [];
  }),
];

interface Against {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

function* checkDeadline(item: ItemNode, due: DueNode, { reading, deadlines }: Against): Iterable<Finding> {
  const read = deadlines.rule(due);
  if (!('value' in read)) {
    if (read.finding) yield read.finding;
    return;
  }
  if (item.kind === 'duty' && (read.value.kind === 'recurring' || read.value.kind === 'standing')) {
    yield { code: 'KH4010', span: due.span, args: { form: FORM_OF_DUTY } };
  }
  const last = deadlines.lastDay(read.value);
  if (last !== null) yield* checkLastDay(last, read.value, { due, reading });
}

function* checkLastDay(
  last: LocalDate,
  rule: DeadlineRule,
  { due: { span }, reading }: { readonly due: DueNode; readonly reading: Reading },
): Iterable<Finding> {
  const { issuedOn, horizon, calendar } = reading;
  if (issuedOn && last < issuedOn) {
    yield { code: 'KH4002', span, args: { last, issued: issuedOn } };
    return;
  }
  if (horizon && last > horizon) yield { code: 'KH4005', span, args: { last, horizon } };
  if (rule.kind === 'quarter' || calendar.isWorkingDay(last)) return;
  yield { code: 'KH4003', span, args: { last, workday: calendar.addWorkingDays(last, -1) } };
}

function* checkHorizon({ plan, issuedOn, horizon }: Reading): Iterable<Finding> {
  const stated = plan && clause(plan.clauses, 'runs-to');
  if (stated && issuedOn && horizon && horizon < issuedOn) {
    yield { code: 'KH4006', span: stated.span, args: { horizon, issued: issuedOn } };
  }
}
