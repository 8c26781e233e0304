import type { EscalationTarget, PlanId } from '../../ir/plan-rules.js';
import type { UnitId } from '../../ir/directory.js';
import { assertNever } from '../../time/due-date.js';
import type { Instant, LocalDate } from '../../time/local-date.js';
import type { ObligationKey } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import type { FiredStep, ItemStatus, ReportStatus, UnitPlanState } from '../state.js';

/** Something with a due date that is not done. */
export interface OpenObligation {
  readonly key: ObligationKey;
  readonly source: PlanId;
  readonly due: LocalDate;
  readonly generation: number;
  readonly since: Instant;
  /** When it was last sent back; null where it never was. */
  readonly returnedAt: Instant | null;
}

const OPEN_ITEM: ReadonlySet<ItemStatus> = new Set(['assigned', 'received', 'in-progress', 'returned']);
const OPEN_REPORT: ReadonlySet<ReportStatus> = new Set(['expected', 'returned']);

/** What a unit has to do by a day, and has not handed in. A standing or unknown deadline, and one that is suspended, has no day. */
export function openObligations(state: UnitPlanState): readonly OpenObligation[] {
  const open: OpenObligation[] = [];
  for (const { id, status, due, source, generation, since, returnedAt } of state.items.values()) {
    if (due === null || !OPEN_ITEM.has(status)) continue;
    open.push({ key: `item ${id}` as ObligationKey, source, due, generation, since, returnedAt });
  }
  for (const { id, status, due, source, generation, since, returnedAt } of state.reports.values()) {
    if (due === null || !OPEN_REPORT.has(status)) continue;
    open.push({ key: `report ${id}` as ObligationKey, source, due, generation, since, returnedAt });
  }
  for (const { id, due, source, since, fulfilledAt, ended } of state.duties.values()) {
    if (due === null || fulfilledAt !== null || ended !== null) continue;
    open.push({ key: `duty ${id}` as ObligationKey, source, due, generation: 1, since, returnedAt: null });
  }
  return open;
}

/** Steps that have happened, by obligation. Grows with the list that it was made from. */
interface FiredIndex {
  counted: number;
  readonly byObligation: Map<ObligationKey, FiredStep[]>;
}

const INDEXES = new WeakMap<readonly FiredStep[], FiredIndex>();

/** Steps and consequences that have happened to an obligation, in all its generations. Each that happens is filed once. */
export function firedOf({ fired }: UnitPlanState, key: ObligationKey): readonly FiredStep[] {
  if (fired.length === 0) return NONE;
  const index = INDEXES.get(fired) ?? { counted: 0, byObligation: new Map<ObligationKey, FiredStep[]>() };
  if (index.counted === 0) INDEXES.set(fired, index);
  for (; index.counted < fired.length; index.counted++) {
    const step = fired[index.counted];
    if (step === undefined) break;
    const filed = index.byObligation.get(step.obligation);
    if (filed) filed.push(step);
    else index.byObligation.set(step.obligation, [step]);
  }
  return index.byObligation.get(key) ?? NONE;
}

const NONE: readonly never[] = [];

/** True where a step or consequence is among those that have happened in a generation. */
export const hasFired = (fired: readonly FiredStep[], name: string, generation: number): boolean =>
  fired.some((each) => each.step === name && each.generation === generation);

/** Whom a rule means for one unit plan; nobody where the plan has no focal point, or the unit no superior. */
export function targetUnit(
  target: EscalationTarget,
  { state, focal, context }: { state: UnitPlanState; focal: UnitId | null; context: RulesContext },
): readonly UnitId[] {
  switch (target.kind) {
    case 'lead':
      return [state.unit];
    case 'focal':
      return focal === null ? [] : [focal];
    case 'superior': {
      const superior = context.directory.units.get(state.unit)?.superior;
      return superior ? [superior] : [];
    }
    case 'unit':
      return [target.unit];
    default:
      return assertNever(target);
  }
}
