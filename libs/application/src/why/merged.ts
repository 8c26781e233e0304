import { localDateOf, type Inherited, type LocalDate, type ObligationKey } from '#engine';
import type { Reckoning } from './count-rule.js';
import { say } from './statement.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

/** Work that came over from units that are no more, at the turn with which it came. */
export interface Merged {
  readonly turn: Turn;
  readonly kind: 'item' | 'report' | 'duty';
  readonly it: { readonly id: string; readonly due: LocalDate | null; readonly inherited?: readonly Inherited[] };
}

/** Of the dates of several units’ work that became one, which counts. */
export function mergedBy(log: WhyLog, { state }: UnitPlanCourse, { turn, kind, it }: Merged): Reckoning {
  const on = localDateOf(log.at);
  const { before } = turn;
  const own = before ? [{ unit: state.unit, obligation: `${kind} ${before.id}` as ObligationKey, due: before.due }] : [];
  const dues = [...own, ...(it.inherited ?? [])].map((each) => ({
    unit: log.organisation.name(each.unit, on),
    obligation: each.obligation,
    due: each.due,
  }));
  return { steps: [say('count.merged', { dues, end: it.due })], end: it.due };
}
