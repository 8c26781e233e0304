import { daysBetween, yearOf, type DeadlineRule, type LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseNode, DateNode, DueNode, ItemNode, PlanNode, TaskNode } from '../../ast/nodes.js';
import { writeDate } from '../../diagnostics/describe.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { noSuchDate } from '../../diagnostics/no-such-date.js';
import type { Lines, Span } from '../../lexer/lines.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import type { Deadlines } from '../deadlines.js';
import { endOfLine } from '../new-groups.js';
import { daysOf } from '../points.js';
import { clause, type Reading } from '../reading.js';
import { clausesIn, deadlinesIn, pointsIn } from '../walk.js';

const FORM_OF_DUTY: Bilingual = {
  vi: 'Kế hoạch riêng ban hành một lần: viết một ngày, một quý, hoặc “trong N ngày kể từ …”.',
  en: 'A plan is issued once: write a date, a quarter, or “within N days from …”.',
};

/** KH4001 to KH4017: dates exist, deadlines can be read and lie within the plan. */
export function checkTime(reading: Reading, deadlines: Deadlines): readonly Finding[] {
  const found: Finding[] = [];
  const against: Against = { reading, deadlines, found };
  for (const item of reading.items) {
    for (const date of datesIn(item)) if (date.value === null) found.push(noSuchDate(date));
    for (const point of pointsIn(item)) {
      const days = daysOf(point);
      if (!('value' in days) && days.finding) found.push(days.finding);
    }
    for (const due of deadlinesIn(item)) checkDeadline(item, due, against);
    if (item.kind === 'task') checkLength(item, against);
  }
  found.push(...checkHorizon(reading));
  return found;
}

/** Dates that are no deadline. */
function datesIn(item: ItemNode): readonly DateNode[] {
  const dates: (DateNode | null)[] = item.kind === 'plan' ? [item.issuedOn] : [];
  for (const line of clausesIn(item)) addDatesOfLine(line, dates);
  return dates.filter((date) => date !== null);
}

function addDatesOfLine(line: ClauseNode, dates: (DateNode | null)[]): void {
  switch (line.kind) {
    case 'suspend':
      dates.push(line.from, line.until);
      break;
    case 'runs-to':
    case 'effective':
      dates.push(line.date);
      break;
    case 'implements':
    case 'continues':
    case 'amends':
    case 'replaces':
    case 'repeals':
      dates.push(line.issuedOn);
      break;
    default:
  }
}

interface Against {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
  readonly found: Finding[];
  /** Before this day there is little time after the issue; worked out once it is asked for. */
  soon?: LocalDate;
}

function checkDeadline(item: ItemNode, due: DueNode, against: Against): void {
  const { reading, deadlines, found } = against;
  const read = deadlines.rule(due);
  if (!('value' in read)) {
    if (read.finding) found.push(read.finding);
    return;
  }
  const rule = read.value;
  if ('mixed' in due && due.mixed) found.push(mixed(due, reading));
  if (rule.kind === 'as-regulated' && rule.basis === 'unstated-rhythm') found.push({ code: 'KH4017', span: due.span });
  if (item.kind === 'duty' && !isOnceOrYearly(rule)) {
    found.push({ code: 'KH4010', span: due.span, args: { form: FORM_OF_DUTY } });
  }
  const last = deadlines.lastDay(rule);
  if (last !== null && item.kind !== 'conditional') checkLastDay({ last, rule, due, isOwn: isOwn(item) }, against);
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
function checkLength({ clauses, no }: TaskNode, { deadlines, found }: Against): void {
  const due = clause(clauses, 'due')?.due;
  const read = due && deadlines.rule(due);
  if (!due || !no || !read || !('value' in read) || clause(clauses, 'checkpoints')) return;
  const rule = read.value.kind === 'then' ? read.value.first : read.value;
  if (rule.kind !== 'window' || daysBetween(rule.from, rule.until) <= LONG_DAYS) return;
  found.push({ code: 'KH4016', span: due.span, args: { from: rule.from, until: rule.until } });
}

const FEW_WORKING_DAYS = 3;
const NAMED: ReadonlySet<DeadlineRule['kind']> = new Set<DeadlineRule['kind']>(['before', 'by', 'window']);

/** KH4012: few working days are left between the issue and the last day. Terms are as long as they say. */
function checkHaste({ last, rule, due: { span } }: Judged, against: Against): void {
  const { issuedOn, calendar } = against.reading;
  if (!issuedOn || !NAMED.has(rule.kind)) return;
  against.soon ??= calendar.addWorkingDays(issuedOn, FEW_WORKING_DAYS);
  if (last >= against.soon) return;
  let days = 0;
  while (calendar.addWorkingDays(issuedOn, days + 1) <= last) days += 1;
  against.found.push({ code: 'KH4012', span, args: { issued: issuedOn, last, days } });
}

/** False for a task that refines one of the plan above: the haste is that plan's. */
const isOwn = (item: ItemNode): boolean => item.kind !== 'task' || !clause(item.clauses, 'refines');

interface Judged {
  readonly last: LocalDate;
  readonly rule: DeadlineRule;
  readonly due: DueNode;
  readonly isOwn: boolean;
}

function checkLastDay(judged: Judged, against: Against): void {
  const { last, rule, due, isOwn } = judged;
  const { span } = due;
  const { found } = against;
  const { issuedOn, horizon, calendar } = against.reading;
  if (issuedOn && last < issuedOn) {
    found.push({ code: 'KH4002', span, args: { last, issued: issuedOn } });
    return;
  }
  if (isOwn) checkHaste(judged, against);
  if (horizon && last > horizon) found.push({ code: 'KH4005', span, args: { last, horizon }, ...longer(last, against.reading) });
  if (rule.kind === 'quarter' || rule.kind === 'window' || calendar.isWorkingDay(last)) return;
  found.push({ code: 'KH4003', span, args: { last, workday: calendar.addWorkingDays(last, -1) } });
}

/** The plan then runs to the end of the year that the day lies in. */
function longer(last: LocalDate, { plan, lexed }: Reading): Pick<Finding, 'fix'> {
  if (!plan) return {};
  const stated = clause(plan.clauses, 'runs-to');
  const line = `${phraseOf('RUNS_TO', lexed.language)} ${writeDate(31, 12, yearOf(last))}`;
  const title = { vi: `Ghi “${line}”`, en: `Write “${line}”` };
  return { fix: stated ? { title, ...stated.span, text: line } : { title, ...newLine(plan, lexed.lines), text: `\n  ${line}` } };
}

function newLine({ span }: PlanNode, lines: Lines): Span {
  const at = endOfLine(lines.slice({ start: 0, end: lines.length }), span.end);
  return { start: at, end: at };
}

function* checkHorizon({ plan, issuedOn, horizon }: Reading): Iterable<Finding> {
  const stated = plan && clause(plan.clauses, 'runs-to');
  if (stated && issuedOn && horizon && horizon < issuedOn) {
    yield { code: 'KH4006', span: stated.span, args: { horizon, issued: issuedOn } };
  }
}
