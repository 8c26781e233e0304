import type { UnitId } from '../../ir/directory.js';
import type { ReportState } from '../../unit-plan/state.js';
import { standing } from '../heirs.js';
import { reportKey, type World } from './world.js';

/** Reports that are in: what they say is there, whatever becomes of their unit. */
export const isIn = ({ status }: Pick<ReportState, 'status'>): boolean => status === 'submitted' || status === 'accepted';

/**
 * Who a consolidation takes in from now on: units whose report is in, or still to come, as before; in place of a unit that is no
 * more those that took its report over; and in place of a consolidation that ended with its unit whatever that one had taken in.
 */
export function inputsOf(report: ReportState, world: World): readonly UnitId[] {
  if (report.inputs.every((unit) => world.after.units.has(unit))) return report.inputs;
  return [...new Set(report.inputs.flatMap((unit) => expanded(unit, report, world)))];
}

function expanded(unit: UnitId, into: ReportState, world: World): readonly UnitId[] {
  if (world.after.units.has(unit)) return [unit];
  const sent = sentBy(unit, into, world);
  if (!sent) return standing(unit, world.after);
  if (isIn(sent)) return [unit];
  const taken = world.reportsTo.get(reportKey(unit, sent)) ?? [];
  return taken.length > 0 ? taken : sent.inputs.flatMap((below) => (below === unit ? [] : expanded(below, sent, world)));
}

/** The report of the same period that a unit owes a consolidation. */
function sentBy(unit: UnitId, { regime, period, until }: ReportState, { states }: World): ReportState | undefined {
  for (const report of states.get(unit)?.reports.values() ?? []) {
    if (report.regime === regime && report.period === period && report.until === until && !report.consolidated) return report;
  }
  return undefined;
}
