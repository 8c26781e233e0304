import type { UnitId } from '../../ir/directory.js';
import { isOfSamePeriod } from '../../unit-plan/report-inputs.js';
import { CLOSED_REPORT, type ReportState } from '../../unit-plan/state.js';
import type { World } from './world.js';

/** A report that goes to somebody else from now on. */
export interface Coming {
  readonly unit: UnitId;
  readonly report: ReportState;
}

/** By whom they go to. */
export type Arrivals = ReadonlyMap<UnitId, readonly Coming[]>;

/**
 * Reports of units that stand, and that go to somebody else since the organisation changed.
 * @param addressee whom a unit's report goes to now; null for nobody
 */
export function arrivalsOf(
  { states, before, after }: World,
  addressee: (unit: UnitId, report: ReportState) => UnitId | null,
): Arrivals {
  const found = new Map<UnitId, Coming[]>();
  for (const [unit, { reports }] of states) {
    if (!before.units.has(unit) || !after.units.has(unit)) continue;
    for (const report of reports.values()) {
      const to = report.consolidated || CLOSED_REPORT.has(report.status) ? null : addressee(unit, report);
      if (to === null || to === report.to) continue;
      const known = found.get(to);
      if (known) known.push({ unit, report });
      else found.set(to, [{ unit, report }]);
    }
  }
  return found;
}

/**
 * Units whose reports of its period a consolidation takes in besides, because they now go to whoever writes it or to whom it goes.
 * What came in with the sum of another unit does not come a second time. For one whose day is to come: what has closed stays as it
 * was.
 */
export function newcomers(
  { by, report, to }: { readonly by: UnitId; readonly report: ReportState; readonly to: UnitId },
  arrivals: Arrivals,
): readonly UnitId[] {
  const coming = [...(arrivals.get(by) ?? []), ...(to === by ? [] : (arrivals.get(to) ?? []))];
  return coming
    .filter((each) => !report.inputs.includes(each.report.to) && isOfSamePeriod(report, each.report))
    .map(({ unit }) => unit);
}
