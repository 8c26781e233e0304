import { formatDate } from './dates.js';

/** What steps of a ladder, periods and shares are. Pure. */

/** A step of the escalation ladder. */
export interface Step {
  readonly when: 'before' | 'after';
  readonly amount: number;
  readonly unit: 'day' | 'workday';
  /** What follows, where it is a consequence: `demand-explanation`. */
  readonly deed: string | null;
}

/**
 * What a step of the escalation ladder is called by: `after-10wd` is ten working days after the due date; the name of what it does
 * may follow.
 * @returns null where it is named otherwise
 */
export function readStep(step: string): Step | null {
  const parts = /^(before|after)-(\d+)(wd|d)(?:-([a-z][a-z-]*?))?(?:-\d+)?$/.exec(step);
  if (!parts) return null;
  const when = parts[1] === 'before' ? 'before' : 'after';
  return { when, amount: Number(parts[2]), unit: parts[3] === 'wd' ? 'workday' : 'day', deed: parts[4] ?? null };
}

/** Steps in the order in which they come to an obligation: the earliest warning first, the gravest step last. */
export const compareSteps = (a: string, b: string): number => stepMoment(a) - stepMoment(b) || (a < b ? -1 : Number(a > b));

/** Days from the due date, roughly; steps with names of their own go last. */
function stepMoment(name: string): number {
  const step = readStep(name);
  if (!step) return Number.MAX_SAFE_INTEGER;
  const days = step.amount * (step.unit === 'workday' ? 1.4 : 1);
  return step.when === 'before' ? -days : days;
}

/**
 * The period of a report with its year: what its id ends with says the month where `period` says only that it is one.
 * @returns as {@link readPeriod} reads it
 */
export const labelOf = ({
  id,
  period,
  until,
}: {
  readonly id: string;
  readonly period: string;
  readonly until: string;
}): string => /@([^:>T]+)/.exec(id)?.[1] ?? (/^\d{4}/.test(period) ? period : `${until.slice(0, 4)}-${period}`);

/** What a period is called: a message, and what to fill into it. */
export interface PeriodName {
  readonly kind: 'quarter' | 'month' | 'half' | 'second' | 'nine' | 'year' | 'week' | 'day' | 'midterm' | 'final' | 'other';
  readonly args: Readonly<Record<string, string | number>>;
}

const SPANS: Readonly<Record<string, PeriodName['kind']>> = { H1: 'half', H2: 'second', '9M': 'nine', Y: 'year' };

/** @param label `2022-Q3`, `2022-07`, `2022`, `2022-9M`, `H1`, `2022-W27`, `2022-07-05`, `final` */
export function readPeriod(label: string): PeriodName {
  const parts = /^(?:(\d{4})-)?(?:Q([1-4])|(H1|H2|9M|Y)|(\d{2}))$/.exec(label);
  if (!parts) return readOther(label);
  const [, year, quarter, span, month] = parts;
  const args = { year: year ?? '', quarter: ['', 'I', 'II', 'III', 'IV'][Number(quarter ?? 0)] ?? '', month: Number(month ?? 0) };
  if (quarter) return { kind: 'quarter', args };
  if (month) return { kind: 'month', args };
  return { kind: SPANS[span ?? ''] ?? 'year', args };
}

function readOther(label: string): PeriodName {
  const args = { year: label.slice(0, 4), label };
  const week = /^\d{4}-W(\d{2})$/.exec(label)?.[1];
  if (week !== undefined) return { kind: 'week', args: { ...args, week: Number(week) } };
  const day = /^\d{4}-\d{2}-\d{2}/.exec(label)?.[0];
  if (day !== undefined) return { kind: 'day', args: { ...args, day: formatDate(day) } };
  if (label === 'midterm' || label === 'final') return { kind: label, args };
  return { kind: /^\d{4}$/.test(label) ? 'year' : 'other', args };
}

/**
 * Share of obligations that stand well among those that were due, in whole per cent, never rounded up to 100.
 * @returns null while none is due
 */
export function onTimeShare({ onTime, late, overdue }: { onTime: number; late: number; overdue: number }): number | null {
  const due = onTime + late + overdue;
  return due === 0 ? null : Math.floor((onTime * 100) / due);
}
