import { dueDate, type DeadlineRule, type LocalDate, type PeriodicDue } from '#engine';
import type { Bilingual } from '#contracts';
import type { DueNode, TaskNode } from '../ast/nodes.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { findingOf, NOTHING, within, type Read } from './points.js';
import { readPlain, readYearDays, timesOf, wrongDay, yearDayOf, type Ground } from './read-due.js';
import { clause, type Reading } from './reading.js';

export { within, type Read } from './points.js';

const FORM_IN_REGIME: Bilingual = {
  vi: 'Viết “trước ngày N của tháng cuối kỳ báo cáo”.',
  en: 'Write “before N of the last month of the reporting period”.',
};
const AMOUNT = { vi: 'Số ngày hoặc tháng', en: 'The number of days or months' };
const LONGEST_TERM = 3650;
const MONTHS_OF = { 'last-month': undefined, 'each-month': undefined, 'first-month': 'first', 'next-month': 'next' } as const;

/** Reads the deadlines of a text: what the engine is to be told, or what is wrong. */
export class Deadlines {
  private readonly ground: Ground;
  private readonly rules = new Map<DueNode, Read<DeadlineRule>>();

  constructor(private readonly reading: Reading) {
    const clauses = reading.plan?.clauses ?? [];
    this.ground = {
      issuedOn: reading.issuedOn,
      effectiveOn: clause(clauses, 'effective')?.date?.value ?? undefined,
      isInclusive: clause(clauses, 'before-inclusive') !== undefined,
      dayOff: clause(clauses, 'days-off')?.policy ?? undefined,
    };
  }

  /** A deadline as a rule. */
  rule(due: DueNode): Read<DeadlineRule> {
    const known = this.rules.get(due);
    if (known) return known;
    const read = this.read(due, []);
    this.rules.set(due, read);
    return read;
  }

  /** A due date of reports: a day of each period, of a month or of a week. */
  periodic(due: DueNode): Read<PeriodicDue> {
    if (due.kind === 'unknown') return findingOf({ code: 'KH4009', span: due.span, args: { found: due.written } });
    if (!('clocks' in due)) return notPeriodic(due);
    const times = timesOf(due.clocks);
    if (!('value' in times)) return times;
    const day = periodicDay(due);
    if (!('value' in day)) return day;
    const exclusive = due.exclusive && !this.ground.isInclusive;
    return { value: { exclusive, ...day.value, ...(times.value.length > 0 ? { times: times.value } : {}) } };
  }

  /** The last allowed day of a rule; null where it has no date. */
  lastDay(rule: DeadlineRule): LocalDate | null {
    const { issuedOn, calendar } = this.reading;
    return issuedOn ? dueDate(rule, { issuedOn, calendar }) : null;
  }

  /** The last allowed day of a task of this text, or of the parent's task that it refines; null where it has no date. */
  private lastDayOfTask(task: TaskNode, path: readonly string[]): LocalDate | null | Finding {
    const due = clause(task.clauses, 'due')?.due ?? clause(task.clauses, 'report')?.due;
    if (!due) return this.inherited(task);
    const read = this.read(due, path);
    if ('value' in read) return this.lastDay(read.value);
    return read.finding?.code === 'KH4004' ? read.finding : null;
  }

  private inherited(task: TaskNode): LocalDate | null {
    const refines = clause(task.clauses, 'refines')?.task;
    const above = refines && this.reading.parent?.task(refines.written);
    const rule = above && (above.rule.deadline ?? above.rule.report?.deadline);
    return rule ? dueDate(rule, { issuedOn: above.issuedOn, calendar: this.reading.calendar }) : null;
  }

  private read(due: DueNode, path: readonly string[]): Read<DeadlineRule> {
    switch (due.kind) {
      case 'after':
        return this.readAfter(due, path);
      case 'provisional': {
        const estimate = this.read(due.estimate, path);
        return 'value' in estimate ? { value: { kind: 'provisional', estimate: estimate.value } } : estimate;
      }
      case 'then': {
        const [first, next] = [this.read(due.first, path), this.read(due.next, path)];
        if (!('value' in first)) return first;
        return 'value' in next ? { value: { kind: 'then', first: first.value, next: next.value } } : next;
      }
      default:
        return readPlain(due, this.ground);
    }
  }

  /** "within N days after task X": a date, counted from the last day of that task. */
  private readAfter(due: DueNode & { kind: 'after' }, path: readonly string[]): Read<DeadlineRule> {
    const { amount, unit, task } = due;
    const finding = within(amount, AMOUNT, [1, LONGEST_TERM]);
    if (finding) return { finding };
    const before = this.reading.taskByNumber.get(task.written);
    if (!before) return findingOf({ code: 'KH2009', span: task.span, args: { no: task.written } });
    if (path.includes(task.written)) {
      const cycle = [...path.slice(path.indexOf(task.written)), task.written].join(' → ');
      return findingOf({ code: 'KH4004', span: due.span, args: { cycle } });
    }
    const last = this.lastDayOfTask(before, [...path, task.written]);
    if (last !== null && typeof last !== 'string') return findingOf({ ...last, span: due.span });
    if (last === null) return findingOf({ code: 'KH4007', span: due.span, args: { why: undated(task.written) } });
    const rule = { kind: 'within', amount: amount.value, unit, from: 'issue' } as const;
    const date = dueDate(rule, { issuedOn: last, calendar: this.reading.calendar });
    return date === null ? NOTHING : { value: { kind: 'by', date } };
  }
}

const undated = (no: string): Bilingual => ({ vi: `nhiệm vụ ${no} không có ngày đến hạn`, en: `task ${no} has no due date` });

const notPeriodic = ({ span }: DueNode): Read<never> => findingOf({ code: 'KH4010', span, args: { form: FORM_IN_REGIME } });

type Day = Pick<PeriodicDue, 'day' | 'of' | 'month' | 'weekday'>;

function periodicDay(due: Extract<DueNode, { readonly clocks: unknown }>): Read<Day> {
  switch (due.kind) {
    case 'day':
      return dayOfPeriod(due);
    case 'weekday':
      return { value: { day: 0, weekday: due.weekday } };
    case 'daily':
      return { value: { day: 0 } };
    case 'yearly':
      return dayOfYear(due);
    case 'date': {
      const day = yearDayOf(due.date);
      return day ? { value: day } : notPeriodic(due);
    }
    case 'point':
      return notPeriodic(due);
  }
}

function dayOfPeriod(due: DueNode & { readonly kind: 'day' }): Read<Day> {
  const of = MONTHS_OF[due.of];
  const finding = wrongDay(due);
  return finding ? { finding } : { value: { day: due.day.value, ...(of ? { of } : {}) } };
}

function dayOfYear(due: DueNode & { readonly kind: 'yearly' }): Read<Day> {
  const days = readYearDays(due);
  if (!('value' in days)) return days;
  const [only, second] = days.value;
  return only && !second ? { value: only } : notPeriodic(due);
}
