import type { ItemView, UnitPlanView, WrittenReportView } from '#contracts';
import { inputAmong, isReportIn, type ReportId, type UnitPlanState } from '#engine';
import { dutyView, itemView, unitPlanRows, writtenReportView, type ItemRow, type Lookups, type ReportRow } from '#read-models';
import { NotFound } from '../../workflow/faults.js';
import type { PlanMoment, UnitPlanThen } from './plan-moment.js';
import { missing } from './scope.js';

interface Place {
  readonly plan: string;
  readonly unit: string;
}

/** Everything that one unit owed under one plan, as of a moment. @throws NotFound */
export async function unitPlanAsOf(moment: PlanMoment, { plan, unit }: Place, asOf: string): Promise<UnitPlanView> {
  if (!(await moment.plan(plan))) missing(plan);
  const then = await moment.unitPlan(plan, unit);
  if (!then) throw new NotFound('unit-plan', `${plan}/${unit}`);
  const { state } = then;
  const rows = unitPlanRows(state, then.events);
  const lookups = await lookupsOf(moment, then);
  const { joint, supports } = state;
  return {
    plan: state.plan,
    unit: moment.unit(state.unit),
    source: state.source,
    provisional: state.provisional,
    ownPlan: state.ownPlan,
    version: state.version,
    items: rows.items.toSorted(byId).map((item) => itemView(item, lookups, asOf)),
    reports: rows.reports.toSorted(byDue).map((report) => writtenReportView(report, lookups, asOf)),
    duties: rows.duties.toSorted(byId).map((duty) => dutyView(duty, lookups, asOf)),
    joint: joint.map(({ task, source, accountable }) => ({ task, source, accountable, title: moment.title({ task, source }) })),
    supports: supports.map(({ task, source }) => ({ task, source, title: moment.title({ task, source }) })),
  };
}

/** One item. @throws NotFound */
export async function itemAsOf(moment: PlanMoment, place: Place & { readonly item: string }, asOf: string): Promise<ItemView> {
  const found = (await unitPlanAsOf(moment, place, asOf)).items.find(({ id }) => id === place.item);
  if (!found) throw new NotFound('item', place.item);
  return found;
}

/** One report. @throws NotFound */
export async function reportAsOf(
  moment: PlanMoment,
  place: Place & { readonly report: string },
  asOf: string,
): Promise<WrittenReportView> {
  const found = (await unitPlanAsOf(moment, place, asOf)).reports.find(({ id }) => id === place.report);
  if (!found) throw new NotFound('report', place.report);
  return found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
const byDue = (a: ReportRow, b: ReportRow): number => compare(a.due ?? '~', b.due ?? '~') || byId(a, b);

async function lookupsOf(moment: PlanMoment, { state, events }: UnitPlanThen): Promise<Lookups> {
  const steps = stepsOf(state, events);
  const inputs = await inputsOf(moment, state);
  return {
    unit: moment.unit,
    title: moment.title,
    deliverable: moment.deliverable,
    steps: (item) => steps(item),
    inputs: ({ id }) => inputs.get(id) ?? [],
  };
}

/** Steps that have happened to an item in its running generation, in the order of time. */
function stepsOf(state: UnitPlanState, events: UnitPlanThen['events']): (item: ItemRow) => readonly string[] {
  const rows = unitPlanRows(state, events).escalations;
  const by = Map.groupBy(rows, ({ obligation, generation }) => `${generation} ${obligation}`);
  return ({ id, generation }) => {
    const found = by.get(`${generation} item ${id}`) ?? [];
    return found.toSorted((a, b) => compare(a.at, b.at) || compare(a.step, b.step)).map(({ step }) => step);
  };
}

/** By report that sums up: those whose reports it takes in that have come in. */
async function inputsOf(
  moment: PlanMoment,
  { plan, unit, reports }: UnitPlanState,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const consolidating = [...reports.values()].filter(({ inputs }) => inputs.length > 0);
  const others = new Map<string, UnitPlanState | undefined>();
  for (const from of new Set(consolidating.flatMap(({ inputs }) => inputs)))
    others.set(from, (await moment.unitPlan(plan, from))?.state);
  const found = new Map<ReportId, readonly string[]>();
  for (const own of consolidating) {
    const isIn = (from: string): boolean => isReportIn(inputAmong(own, unit, others.get(from)?.reports.values() ?? []));
    found.set(own.id, own.inputs.filter(isIn).toSorted(compare));
  }
  return found;
}
