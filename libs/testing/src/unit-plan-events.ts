import {
  type Because,
  type DerivedItem,
  type DerivedReport,
  foldUnitPlan,
  type Instant,
  type ItemId,
  type LocalDate,
  type ObligationKey,
  type PlanId,
  type ReportId,
  type UnitId,
  type UnitPlanDerived,
  type UnitPlanEvent,
  type UnitPlanState,
  unitPlanStream,
} from '#engine';
import type { NewEvent, StreamWrite } from '#event-store';

const ISSUED = '2022-06-30T08:00:00+07:00' as Instant;
const KINDS = ['before', 'by', 'quarter', 'report-before', 'recurring', 'within', 'standing', 'as-regulated'] as const;
const PERIODS = ['Q1', 'H1', '9M', 'Y'] as const;
const UNDATED: ReadonlySet<string> = new Set(['standing', 'as-regulated']);

/** Why every event of these builders happened. */
export const BECAUSE: Because = {
  rules: 'c0ffee',
  rule: 'cascade',
  place: { start: 120, end: 240, line: 7, column: 1 },
  calendar: 'vn-2022.1',
  organisation: 'org-2022.1',
};

/** What a unit plan made up for a test holds. */
export interface UnitPlanShape {
  readonly plan: string;
  readonly unit: string;
  readonly superior: string;
  readonly items: number;
  readonly reports: number;
}

const dayOf = (index: number): LocalDate =>
  `2022-${String(7 + (index % 6)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}` as LocalDate;

const itemOf = (index: number, { plan, superior }: UnitPlanShape): DerivedItem => {
  const kind = KINDS[index % KINDS.length] ?? 'before';
  const task = `${Math.floor(index / 9) + 1}.${(index % 9) + 1}`;
  const period = kind === 'recurring' ? '2022-Q3' : null;
  return {
    id: (period ? `${task}@${period}` : task) as ItemId,
    task,
    source: plan as PlanId,
    period,
    kind,
    due: UNDATED.has(kind) ? null : dayOf(index),
    receiver: index % 3 === 0 ? (superior as UnitId) : null,
    jointLeads: [],
  };
};

const reportOf = (index: number, { plan, superior }: UnitPlanShape): DerivedReport => {
  const period = PERIODS[index % PERIODS.length] ?? 'Y';
  return {
    id: `${Math.floor(index / 4) + 1}@2022-${period}` as ReportId,
    regime: String(Math.floor(index / 4) + 1),
    source: plan as PlanId,
    period,
    from: '2022-01-01' as LocalDate,
    until: dayOf(index),
    due: dayOf(index + 3),
    to: superior as UnitId,
    via: `${superior}.nv` as UnitId,
    copies: [],
    consolidated: false,
    inputs: [],
  };
};

/** The first event of a unit plan: as many items and reports as asked for, of every kind in turn. */
export const derivedEvent = (shape: UnitPlanShape): UnitPlanDerived => ({
  type: 'UnitPlanDerived',
  v: 1,
  data: {
    plan: shape.plan as PlanId,
    unit: shape.unit as UnitId,
    source: shape.plan as PlanId,
    provisional: false,
    acceptors: [shape.superior as UnitId],
    items: Array.from({ length: shape.items }, (_, index) => itemOf(index, shape)),
    joint: [{ task: '1.1', source: shape.plan as PlanId, accountable: shape.superior as UnitId }],
    supports: [{ task: '1.2', source: shape.plan as PlanId }],
    duties: [{ id: '1', source: shape.plan as PlanId, due: dayOf(4), sendTo: shape.superior as UnitId }],
    reports: Array.from({ length: shape.reports }, (_, index) => reportOf(index, shape)),
  },
  because: BECAUSE,
  at: ISSUED,
  actor: null,
});

/** An act of people on one item or report. */
export const act = (type: UnitPlanEvent['type'], data: object, at: string): UnitPlanEvent =>
  ({
    type,
    v: 1,
    data,
    because: type === 'UnitPlanReplaced' ? BECAUSE : null,
    at,
    actor: 'vn-10',
  }) as unknown as UnitPlanEvent;

interface When {
  readonly at: string;
  readonly generation?: number;
}

/** A step of the ladder, reached by an item of the first generation unless told. */
export const stepReached = (item: string, step: string, { at, generation = 1 }: When): UnitPlanEvent =>
  ({
    ...act('EscalationStepReached', {}, at),
    data: {
      obligation: `item ${item}` as ObligationKey,
      step,
      generation,
      due: at.slice(0, 10),
      actions: [{ action: 'remind', target: 'vn-10' }],
    },
    because: BECAUSE,
    actor: null,
  }) as unknown as UnitPlanEvent;

/** A write that appends events to a unit plan, with the state that follows from them. */
export function unitPlanWrite(events: readonly UnitPlanEvent[], before?: UnitPlanState): StreamWrite & { state: UnitPlanState } {
  const state = foldUnitPlan(events, before);
  const stream = unitPlanStream(state.plan, state.unit);
  return { stream, expected: before?.version ?? 0, events: events as readonly NewEvent[], state };
}
