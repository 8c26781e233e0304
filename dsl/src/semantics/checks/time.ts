import { daysBetween, type DeadlineRule, type LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseNode, DateNode, DueNode, ItemNode, TaskNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { noSuchDate } from '../../diagnostics/no-such-date.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import type { Deadlines } from '../deadlines.js';
import { daysOf } from '../points.js';
import { clause, type Reading } from '../reading.js';
import { clausesIn, deadlinesIn, pointsIn } from '../walk.js';

const FORM_OF_DUTY: Bilingual = {
  vi: 'Kế hoạch riêng ban hành một lần: viết một ngày, một quý, hoặc “trong N ngày kể từ …”.',
  en: 'A plan is issued once: write a date, a quarter, or “within N days from …”.',
};

/** KH4001 to KH4017: dates exist, deadlines can be read and lie within the plan. */
export function* checkTime(reading: Reading, deadlines: Deadlines): Iterable<Finding> {
  for (const item of reading.items) {
    for (const date of datesIn(item)) if (date.value === null) yield noSuchDate(date);
    for (const point of pointsIn(item)) {
      const days = daysOf(point);
      if (!('value' in days) && days.finding) yield days.finding;
    }
    for (const due of deadlinesIn(item)) yield* checkDeadline(item, due, { reading, deadlines });
    if (item.kind === 'task') yield* checkLength(item, deadlines);
  }
  yield* checkHorizon(reading);
}

/** Dates that are no deadline. */
const datesIn = (item: ItemNode): readonly DateNode[] => [
  ...(item.kind === 'plan' && item.issuedOn ? [item.issuedOn] : []),
  ...clausesIn(item).flatMap(datesOfLine),
];

function datesOfLine(line: ClauseNode): readonly DateNode[] {
  if (line.kind === 'suspend') return [line.from, line.until].flatMap((date) => date ?? []);
  const date = 'issuedOn' in line ? line.issuedOn : line.kind === 'runs-to' || line.kind === 'effective' ? line.date : null;
  return date ? [date] : [];
}

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
  if ('mixed' in due && due.mixed) yield mixed(due, reading);
  if (read.value.kind === 'as-regulated' && read.value.basis === 'unstated-rhythm') yield { code: 'KH4017', span: due.span };
  if (item.kind === 'duty' && !isOnceOrYearly(read.value)) {
    yield { code: 'KH4010', span: due.span, args: { form: FORM_OF_DUTY } };
  }
  const last = deadlines.lastDay(read.value);
  if (last !== null && item.kind !== 'conditional') yield* checkLastDay(last, read.value, { due, reading, isOwn: isOwn(item) });
}

/** A plan of one's own is issued once, or every year. */
const isOnceOrYearly = (rule: DeadlineRule): boolean =>
  rule.kind === 'recurring' ? rule.every === 'year' : rule.kind !== 'standing' && rule.kind !== 'then';

/** "No later than before": read as "before", which the fix writes. */
function mixed({ span }: DueNode, { lexed }: Reading): Finding {
  const [start] = lexed.tokens.filter(({ startOffset }) => startOffset === span.start);
  const found = start?.image ?? '';
  const before = phraseOf('BEFORE', lexed.language);
  const title = { vi: `Sửa thành “${before}”`, en: `Change to “${before}”` };
  const fix = { title, start: span.start, end: span.start + found.length, text: before };
  return { code: 'KH4011', span, args: { found }, fix };
}

const LONG_DAYS = 366;

/** KH4016: work of more than a year is looked at on the way, or nobody knows how it stands. */
function* checkLength({ clauses, no }: TaskNode, deadlines: Deadlines): Iterable<Finding> {
  const due = clause(clauses, 'due')?.due;
  const read = due && deadlines.rule(due);
  if (!due || !no || !read || !('value' in read) || clause(clauses, 'checkpoints')) return;
  const rule = read.value.kind === 'then' ? read.value.first : read.value;
  if (rule.kind !== 'window' || daysBetween(rule.from, rule.until) <= LONG_DAYS) return;
  yield { code: 'KH4016', span: due.span, args: { from: rule.from, until: rule.until } };
}

const FEW_WORKING_DAYS = 3;
const NAMED: ReadonlySet<DeadlineRule['kind']> = new Set<DeadlineRule['kind']>(['before', 'by', 'window']);

/** KH4012: few working days are left between the issue and the last day. Terms are as long as they say. */
function* checkHaste(last: LocalDate, rule: DeadlineRule, { due: { span }, reading }: Judged): Iterable<Finding> {
  const { issuedOn, calendar } = reading;
  if (!issuedOn || !NAMED.has(rule.kind) || last >= calendar.addWorkingDays(issuedOn, FEW_WORKING_DAYS)) return;
  let days = 0;
  while (calendar.addWorkingDays(issuedOn, days + 1) <= last) days += 1;
  yield { code: 'KH4012', span, args: { issued: issuedOn, last, days } };
}

/** False for a task that refines one of the plan above: the haste is that plan's. */
const isOwn = (item: ItemNode): boolean => item.kind !== 'task' || !clause(item.clauses, 'refines');

interface Judged {
  readonly isOwn: boolean;
  readonly due: DueNode;
  readonly reading: Reading;
}

function* checkLastDay(last: LocalDate, rule: DeadlineRule, { due, reading, isOwn }: Judged): Iterable<Finding> {
  const { span } = due;
  const { issuedOn, horizon, calendar } = reading;
  if (issuedOn && last < issuedOn) {
    yield { code: 'KH4002', span, args: { last, issued: issuedOn } };
    return;
  }
  if (isOwn) yield* checkHaste(last, rule, { due, reading, isOwn });
  if (horizon && last > horizon) yield { code: 'KH4005', span, args: { last, horizon } };
  if (rule.kind === 'quarter' || rule.kind === 'window' || calendar.isWorkingDay(last)) return;
  yield { code: 'KH4003', span, args: { last, workday: calendar.addWorkingDays(last, -1) } };
}

function* checkHorizon({ plan, issuedOn, horizon }: Reading): Iterable<Finding> {
  const stated = plan && clause(plan.clauses, 'runs-to');
  if (stated && issuedOn && horizon && horizon < issuedOn) {
    yield { code: 'KH4006', span: stated.span, args: { horizon, issued: issuedOn } };
  }
}
