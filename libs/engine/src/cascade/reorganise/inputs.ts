import type { UnitId } from '../../ir/directory.js';
import { inputAmong, isIn } from '../../unit-plan/report-inputs.js';
import type { ReportState } from '../../unit-plan/state.js';
import { standing } from '../heirs.js';
import { reportKey, type World } from './world.js';

interface Held {
  /** Whose report it is, or was. */
  readonly by: UnitId;
  readonly report: ReportState;
}

/**
 * Who a consolidation takes in from now on: units whose report is in, or still to come, as before; in place of a unit that is no
 * more those that took its report over; and in place of a consolidation that ended with its unit whatever that one had taken in.
 */
export function inputsOf(held: Held, world: World): readonly UnitId[] {
  const { inputs } = held.report;
  if (inputs.every((unit) => world.after.units.has(unit))) return inputs;
  return [...new Set(inputs.flatMap((unit) => expanded(unit, held, world)))];
}

function expanded(unit: UnitId, into: Held, world: World): readonly UnitId[] {
  if (world.after.units.has(unit)) return [unit];
  const sent = inputAmong(into.report, into.by, world.states.get(unit)?.reports.values() ?? []);
  if (!sent) return standing(unit, world.after);
  const isSent: boolean = isIn(sent);
  if (isSent) return [unit];
  const taken = world.reportsTo.get(reportKey(unit, sent)) ?? [];
  if (taken.length > 0) return taken;
  const below = { by: unit, report: sent };
  return sent.inputs.flatMap((each) => (each === unit ? [] : expanded(each, below, world)));
}
