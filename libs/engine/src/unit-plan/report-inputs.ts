import type { UnitId } from '../ir/directory.js';
import type { ReportId } from './derived.js';
import type { ReportState } from './state.js';

/** True where a report has been sent, and not sent back. */
export const isIn = (report: ReportState | undefined): report is ReportState =>
  report?.status === 'submitted' || report?.status === 'accepted';

/**
 * Of the reports that a unit owes, the one that another unit's consolidation takes in: of the same period of the same regime,
 * sent to whoever sums up where there are several by sector; of several hours of a day, the first that is not in. A further
 * consolidation takes in the one below it. Undefined where the unit owes none.
 */
export function inputAmong(own: ReportState, by: UnitId, reports: Iterable<ReportState>): ReportState | undefined {
  const all = [...reports].filter(({ status }) => status !== 'cancelled' && status !== 'transferred');
  const level = levelOf(own.id);
  const below = level > 1 ? all.find(({ id }) => levelOf(id) === level - 1 && periodOf(id) === periodOf(own.id)) : undefined;
  if (below) return below;
  const singles = all.filter(({ consolidated }) => !consolidated);
  const same = ofPeriod(own, singles);
  const meant = [by, own.to].map((to) => same.filter((input) => input.to === to)).find(({ length }) => length > 0) ?? same;
  return meant.find((input) => !isIn(input)) ?? meant.at(-1);
}

function ofPeriod(own: ReportState, reports: readonly ReportState[]): readonly ReportState[] {
  const period = periodOf(own.id);
  const same = reports.filter(({ id }) => periodOf(id) === period);
  if (same.length > 0) return same;
  const day = dayOf(period);
  const ofDay = reports.filter(({ id }) => dayOf(periodOf(id)) === day);
  // A report that came over from a unit that is no more may have a name of its own.
  return ofDay.length > 0 ? ofDay : reports.filter((input) => isSamePeriod(input, own));
}

/** True where a report is of the period that a consolidation sums up. */
export const isOfSamePeriod = (own: ReportState, report: ReportState): boolean => ofPeriod(own, [report]).length > 0;

const isSamePeriod = (a: ReportState, b: ReportState): boolean =>
  a.regime === b.regime && a.period === b.period && a.until === b.until;

/** `1@2022-9M` of `1@2022-9M:all`, of `1@2022-9M>vn-10.so-y-te`, and of `1@2022-9M~2`: the rest, after a reorganisation. */
const periodOf = (id: ReportId): string => id.replace(/(:all\d*|>.*)?(~\d+)?$/, '');
const dayOf = (period: string): string => period.replace(/T\d\d:\d\d$/, '');

/** 0 for a report that sums up nothing, 1 for the consolidation, 2 and more for those further up its chain. */
function levelOf(id: ReportId): number {
  const match = /:all(\d*)(?:~\d+)?$/.exec(id);
  return match ? Number(match[1] || 1) : 0;
}
