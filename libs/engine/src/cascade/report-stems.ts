import type { PeriodicDue, RegimeRule, ReportPeriod } from '../ir/plan-rules.js';
import type { LocalDate } from '../time/local-date.js';
import { dueDate } from '../time/due-date.js';
import { reportingPeriods } from '../time/periods.js';
import { isOpened, isWhole, stretchOfPeriod, type Opening, type Pace, type Stretch } from '../time/stretches.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DerivedReport, ReportId } from '../unit-plan/events.js';
import type { EffectivePlan } from './effective-plan.js';

/** What all reports of a period share that are due alike. */
export type Stem = Pick<DerivedReport, 'id' | 'regime' | 'source' | 'period' | 'from' | 'until' | 'time' | 'serves'> & {
  readonly due: LocalDate;
};

export interface Stemming {
  /** Null: the regime's own. */
  readonly due: PeriodicDue | null;
  readonly calendar: WorkingCalendar;
  readonly opening?: Opening;
}

/** The periods of a regime that are opened, as reports of one due date. The data window is the regime's, whoever reports and by when. */
export function stemsOf(plan: EffectivePlan, regime: RegimeRule, by: Stemming): readonly Stem[] {
  const { id: source, prefix } = plan;
  const name = prefix + regime.id;
  const periodic = periodsOf(plan, regime, by.due)
    .filter(({ period, begins, due }) => isOpened(by.opening, stretchOfPeriod(begins, due, reportPace(period))))
    .map(
      ({ period, label, due, from, until, time }): Stem => ({
        id: `${name}@${label}` as ReportId,
        regime: name,
        source,
        period,
        from: earlier(from, servedFrom(regime, period, from)),
        until,
        due,
        ...(time === undefined ? {} : { time }),
        ...servedBy(regime, period),
      }),
    );
  return isWhole(by.opening) ? [...periodic, ...oneOffs(plan, regime, by.calendar)] : periodic;
}

/** The stretches in which a regime's periods are opened, in order. */
export function stretchesOfRegime(plan: EffectivePlan, regime: RegimeRule, due: PeriodicDue | null): ReadonlySet<Stretch> {
  const found = new Set<Stretch>();
  for (const { period, begins, due: last } of periodsOf(plan, regime, due))
    found.add(stretchOfPeriod(begins, last, reportPace(period)));
  return found;
}

const reportPace = (period: ReportPeriod): Pace => (period === 'D' || period === 'W' ? 'monthly' : 'yearly');

/** A date of its own goes before what the regime says of single periods. A period that another one's report serves has none itself. */
function periodsOf({ rules }: EffectivePlan, regime: RegimeRule, due: PeriodicDue | null): ReturnType<typeof reportingPeriods> {
  const dues = due ? { due, cutOff: regime.due } : { due: regime.due, ...pick(regime, 'periodDues') };
  const served = new Set(regime.together?.map(([, other]) => other));
  const periods = regime.periods.filter((period) => !served.has(period));
  return reportingPeriods({ periods, ...pick(regime, 'window'), ...dues }, rules.plan.issuedOn, rules.horizon);
}

const pick = <T extends object, K extends keyof T>(from: T, key: K): Partial<Pick<T, K>> =>
  from[key] === undefined ? {} : ({ [key]: from[key] } as unknown as Pick<T, K>);

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

function servedBy({ together = [] }: RegimeRule, period: ReportPeriod): Pick<Stem, 'serves'> {
  const serves = together.find(([first]) => first === period)?.[1];
  return serves === undefined ? {} : { serves };
}

/** A submission that serves a cumulative period as well covers the year so far: from 15 December. */
function servedFrom({ together = [], window }: RegimeRule, period: ReportPeriod, from: LocalDate): LocalDate {
  const isCumulative = together.some(([first, other]) => first === period && CUMULATIVE.has(other));
  if (!isCumulative) return from;
  const year = from.slice(5) >= '12-02' ? Number(from.slice(0, 4)) + 1 : Number(from.slice(0, 4));
  if (window?.days === 'calendar') return `${year}-01-01` as LocalDate;
  return `${year - 1}-12-${String(window?.days.from ?? 15).padStart(2, '0')}` as LocalDate;
}

const CUMULATIVE: ReadonlySet<ReportPeriod> = new Set<ReportPeriod>(['H1', '9M', 'Y']);

/** Reports that sum up the plan, from its issue to their due date: known from the beginning. */
function oneOffs(plan: EffectivePlan, { id, oneOff = [] }: RegimeRule, calendar: WorkingCalendar): readonly Stem[] {
  const { issuedOn } = plan.rules.plan;
  const name = plan.prefix + id;
  return oneOff.flatMap(({ period, deadline }): Stem[] => {
    const due = dueDate(deadline, { issuedOn, calendar });
    if (due === null || due <= issuedOn) return [];
    const time = (deadline.kind === 'before' || deadline.kind === 'by') && deadline.time;
    const stem = { id: `${name}@${period}` as ReportId, regime: name, source: plan.id, period, from: issuedOn, until: due, due };
    return [time ? { ...stem, time } : stem];
  });
}
