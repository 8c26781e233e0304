import { dueDate, type DeadlineRule, type LocalDate, type PeriodicDue } from '#engine';
import type { Bilingual } from '#contracts';
import type { DueNode, NumberNode, TaskNode } from '../ast/nodes.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { clause, type Reading } from './reading.js';

/** A value, or why there is none; null where another finding says so already. */
export type Read<T> = { readonly value: T } | { readonly finding: Finding | null };

const NOTHING: Read<never> = { finding: null };
const FORM_IN_REGIME = {
  vi: 'Viết “trước ngày N của tháng cuối kỳ báo cáo”.',
  en: 'Write “before N of the last month of the reporting period”.',
};
const FORM_IN_TASK = {
  vi: 'Ngày của tháng chỉ dùng trong chế độ báo cáo; ở đây viết ngày cụ thể hoặc “định kỳ hằng tháng”.',
  en: 'A day of the month belongs to a reporting regime; here write a date or “recurring monthly”.',
};

const findingOf = (finding: Finding): Read<never> => ({ finding });

/** A number within bounds, else a finding. */
export function within(number: NumberNode, what: Bilingual, [least, most]: readonly [number, number]): Finding | undefined {
  if (Number.isInteger(number.value) && number.value >= least && number.value <= most) return undefined;
  return { code: 'KH4008', span: number.span, args: { what, least, most, found: number.written } };
}

const QUARTER = { vi: 'Quý', en: 'The quarter' };
const YEAR = { vi: 'Năm', en: 'The year' };
const AMOUNT = { vi: 'Số ngày hoặc tháng', en: 'The number of days or months' };
const DAY = { vi: 'Ngày trong tháng', en: 'The day of the month' };

/** Reads the deadlines of a text: what the engine is to be told, or what is wrong. */
export class Deadlines {
  constructor(private readonly reading: Reading) {}

  /** A deadline as a rule. */
  rule(due: DueNode): Read<DeadlineRule> {
    return this.read(due, []);
  }

  /** A due date of reports: a day of the last month of each period. */
  periodic(due: DueNode): Read<PeriodicDue> {
    if (due.kind === 'unknown') return notUnderstood(due);
    if (due.kind !== 'day' || due.of !== 'last-month')
      return findingOf({ code: 'KH4010', span: due.span, args: { form: FORM_IN_REGIME } });
    const finding = within(due.day, DAY, [1, 31]);
    return finding ? { finding } : { value: { day: due.day.value, exclusive: due.exclusive } };
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
    return due.kind === 'after' ? this.readAfter(due, path) : readPlain(due);
  }

  /** "within N days after task X": a date, counted from the last day of that task. */
  private readAfter(due: DueNode & { kind: 'after' }, path: readonly string[]): Read<DeadlineRule> {
    const { amount, unit, task } = due;
    const finding = within(amount, AMOUNT, [1, 3650]);
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

const notUnderstood = (due: DueNode & { kind: 'unknown' }): Read<never> =>
  findingOf({ code: 'KH4009', span: due.span, args: { found: due.written } });

/** Reads a deadline that depends on no other task. */
function readPlain(due: Exclude<DueNode, { readonly kind: 'after' }>): Read<DeadlineRule> {
  switch (due.kind) {
    case 'date':
      return readDate(due);
    case 'day':
      return findingOf({ code: 'KH4010', span: due.span, args: { form: FORM_IN_TASK } });
    case 'quarter':
      return readQuarter(due);
    case 'term':
      return readTerm(due);
    case 'recurring':
      return { value: { kind: 'recurring', every: due.every } };
    case 'standing':
      return { value: { kind: 'standing' } };
    case 'regulated':
      return { value: { kind: 'as-regulated', reference: due.reference?.value ?? null } };
    case 'unknown':
      return notUnderstood(due);
  }
}

function readDate({ date, exclusive }: DueNode & { kind: 'date' }): Read<DeadlineRule> {
  if (date.value === null) return findingOf({ code: 'KH4001', span: date.span, args: { date: date.written } });
  return { value: { kind: exclusive ? 'before' : 'by', date: date.value } };
}

function readQuarter({ quarter, year }: DueNode & { kind: 'quarter' }): Read<DeadlineRule> {
  const finding = within(quarter, QUARTER, [1, 4]) ?? within(year, YEAR, [2000, 2100]);
  if (finding) return { finding };
  return { value: { kind: 'quarter', quarter: quarter.value as 1 | 2 | 3 | 4, year: year.value } };
}

function readTerm({ amount, unit, from }: DueNode & { kind: 'term' }): Read<DeadlineRule> {
  const finding = within(amount, AMOUNT, [1, 3650]);
  return finding ? { finding } : { value: { kind: 'within', amount: amount.value, unit, from } };
}
