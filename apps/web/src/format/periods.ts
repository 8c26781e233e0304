/** What steps of a ladder, periods and shares are. Pure. */

/** A step of the escalation ladder. */
export interface Step {
  readonly when: 'before' | 'after';
  readonly amount: number;
  readonly unit: 'day' | 'workday';
}

/**
 * What a step of the escalation ladder is called by: `after-10wd` is ten working days after the due date; the name of what it does
 * may follow.
 * @returns null where it is named otherwise
 */
export function readStep(step: string): Step | null {
  const parts = /^(before|after)-(\d+)(wd|d)(?:-|$)/.exec(step);
  if (!parts) return null;
  const when = parts[1] === 'before' ? 'before' : 'after';
  return { when, amount: Number(parts[2]), unit: parts[3] === 'wd' ? 'workday' : 'day' };
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

/** What a period is called: a message, and what to fill into it. */
export interface PeriodName {
  readonly kind: 'quarter' | 'month' | 'half' | 'nine' | 'year' | 'other';
  readonly args: Readonly<Record<string, string | number>>;
}

/** @param label `2022-Q3`, `2022-07`, `2022`, `2022-9M`, `H1` */
export function readPeriod(label: string): PeriodName {
  const parts = /^(?:(\d{4})-)?(?:Q([1-4])|(H1|9M|Y)|(\d{2}))$/.exec(label);
  if (!parts) return { kind: /^\d{4}$/.test(label) ? 'year' : 'other', args: { year: label, label } };
  const [, year, quarter, span, month] = parts;
  const args = { year: year ?? '', quarter: ['', 'I', 'II', 'III', 'IV'][Number(quarter ?? 0)] ?? '', month: Number(month ?? 0) };
  if (quarter) return { kind: 'quarter', args };
  if (month) return { kind: 'month', args };
  return { kind: span === 'H1' ? 'half' : span === '9M' ? 'nine' : 'year', args };
}

/**
 * Share of obligations that stand well among those that were due, in whole per cent, never rounded up to 100.
 * @returns null while none is due
 */
export function onTimeShare({ onTime, late, overdue }: { onTime: number; late: number; overdue: number }): number | null {
  const due = onTime + late + overdue;
  return due === 0 ? null : Math.floor((onTime * 100) / due);
}
