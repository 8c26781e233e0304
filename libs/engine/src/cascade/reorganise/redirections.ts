import type { UnitId } from '../../ir/directory.js';
import { isOfSamePeriod } from '../../unit-plan/report-inputs.js';
import { CLOSED_REPORT, type ReportState } from '../../unit-plan/state.js';
import type { World } from './world.js';

/** A report that goes to somebody else from now on. */
interface Redirected {
  readonly unit: UnitId;
  readonly report: ReportState;
}

type ByUnit = ReadonlyMap<UnitId, readonly Redirected[]>;

/** Reports that go to somebody else since the organisation changed, of units that stand. */
export interface Redirections {
  /** By whom they go to now. */
  readonly arriving: ByUnit;
  /** By whom they went to before. */
  readonly leaving: ByUnit;
  addressee: Addressee;
  readonly states: World['states'];
}

/** Whom a unit's report goes to now; null for nobody. */
type Addressee = (unit: UnitId, report: ReportState) => UnitId | null;

export function redirectionsOf({ states, before, after }: World, addressee: Addressee): Redirections {
  const arriving = new Map<UnitId, Redirected[]>();
  const leaving = new Map<UnitId, Redirected[]>();
  for (const [unit, { reports }] of states) {
    if (!before.units.has(unit) || !after.units.has(unit)) continue;
    for (const report of reports.values()) {
      const to = report.consolidated || CLOSED_REPORT.has(report.status) ? null : addressee(unit, report);
      if (to === null || to === report.to) continue;
      push(arriving, to, { unit, report });
      push(leaving, report.to, { unit, report });
    }
  }
  return { arriving, leaving, addressee, states };
}

function push(into: Map<UnitId, Redirected[]>, unit: UnitId, redirected: Redirected): void {
  const known = into.get(unit);
  if (known) known.push(redirected);
  else into.set(unit, [redirected]);
}

/** A report that takes others in, and whom it goes to from now on. */
interface Summing {
  readonly by: UnitId;
  readonly report: ReportState;
  readonly to: UnitId;
  /** Whom it takes in if nobody's way changes. */
  readonly inputs: readonly UnitId[];
}

/**
 * Whom a report takes in once the ways of others have changed: a unit that reports to somebody else from now on is no more
 * expected, and one that now reports to whoever writes it (of a consolidation, to whom it goes too) comes in besides. What came in
 * with the sum of another unit does not come a second time. For one whose day is to come: what has closed stays as it was.
 */
export function redirectedInputs(summing: Summing, redirections: Redirections): readonly UnitId[] {
  const { inputs } = summing;
  const staying = inputs.filter((unit) => !hasLeft(unit, summing, redirections));
  const more = newcomers(summing, redirections);
  if (more.length === 0) return staying.length === inputs.length ? inputs : staying;
  return [...new Set([...staying, ...more])];
}

function newcomers(summing: Summing, { arriving }: Redirections): readonly UnitId[] {
  const { report } = summing;
  return ends(summing)
    .flatMap((end) => arriving.get(end) ?? [])
    .filter((each) => !report.inputs.includes(each.report.to) && isOfSamePeriod(report, each.report))
    .map(({ unit }) => unit);
}

/** Something of the period went to where this is summed up, and nothing of it does any more. */
function hasLeft(unit: UnitId, summing: Summing, { leaving, addressee, states }: Redirections): boolean {
  const { report } = summing;
  const isGone = ends({ ...summing, to: report.to }).some((end) =>
    leaving.get(end)?.some((each) => each.unit === unit && isOfSamePeriod(report, each.report)),
  );
  if (!isGone) return false;
  const now = ends(summing);
  const left = [...(states.get(unit)?.reports.values() ?? [])].filter(
    (each) => !each.consolidated && isOfSamePeriod(report, each) && !ENDED.has(each.status),
  );
  return left.every((each) => !now.includes(addressee(unit, each) ?? unit));
}

const ENDED: ReadonlySet<ReportState['status']> = new Set(['cancelled', 'transferred']);

/** Where reports go that one takes in: to whoever writes it; those of a consolidation also to whom it goes. */
const ends = ({ by, report, to }: Omit<Summing, 'inputs'>): readonly UnitId[] =>
  report.consolidated && to !== by ? [by, to] : [by];
