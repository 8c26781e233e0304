import { lastInstant } from '../../time/due-instant.js';
import type { Instant } from '../../time/local-date.js';
import type { Because, ConsolidationClosed } from '../events.js';
import { isIn } from '../report-inputs.js';
import type { RulesContext } from '../rules-context.js';
import { CLOSED_REPORT, isLate, type ReportState, type UnitPlanState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

/**
 * Consolidations whose day has passed: each closes at the end of its last allowed day with what is in by then, whether it has
 * been sent or not. One that is sent back afterwards is open again until it is sent anew, and closes with what is in then.
 */
export const closings: EffectSource = ({ state, context }) => {
  let pending: Pending[] | undefined;
  for (const report of state.reports.values()) {
    const at = report.inputs.length === 0 ? null : closingOf(report);
    if (at === null) continue;
    pending ??= [];
    const cause = (): readonly ConsolidationClosed[] => [closed(report, at, { state, context })];
    pending.push({ at, phase: PHASE.closings, order: () => report.id, cause });
  }
  return pending ?? NONE;
};

const NONE: readonly never[] = [];

/** When a consolidation will close; null where it has, or where nothing says when. */
function closingOf(report: ReportState): Instant | null {
  const { due, time, closed: earlier, status, since, returnedAt, submittedAt } = report;
  if (due === null || earlier !== null || (CLOSED_REPORT.has(status) && status !== 'accepted')) return null;
  const last = lastInstant(due, time);
  const nominal = last > since ? last : since;
  if (returnedAt === null || returnedAt < nominal) return nominal;
  return status === 'returned' ? null : submittedAt;
}

interface World {
  readonly state: UnitPlanState;
  readonly context: RulesContext;
}

function closed(report: ReportState, at: Instant, { state, context }: World): ConsolidationClosed {
  const { plan, unit } = state;
  const found = report.inputs.map((from) => ({ from, input: context.inputOf(report, { plan, by: unit, from, before: at }) }));
  const received = found.filter(({ input }) => isIn(input));
  return {
    type: 'ConsolidationClosed',
    v: 1,
    data: {
      report: report.id,
      received: received.map(({ from }) => from),
      late: received.flatMap(({ from, input }) => (input && isLate(input, input.submittedAt, at) ? [from] : [])),
      missing: found.filter(({ input }) => !isIn(input)).map(({ from }) => from),
    },
    because: {
      ...ruleOf(report, context),
      calendar: context.calendar.version,
      organisation: context.directory.version,
      // With the day, what it was closed on: when each input had come in.
      inputs: {
        due: report.due,
        ...Object.fromEntries(found.map(({ from, input }) => [from, isIn(input) ? input.submittedAt : null])),
      },
    },
    at,
    actor: null,
  };
}

function ruleOf({ regime, source }: ReportState, { planOf }: RulesContext): Pick<Because, 'rules' | 'rule' | 'place'> {
  const plan = planOf(source);
  const rule = plan?.rules.regimes.find(({ id }) => plan.effective.prefix + id === regime);
  return { rules: plan?.hash ?? '', rule: `regime ${rule?.id ?? regime}`, place: rule?.place ?? null };
}
