import { assertNever } from '../time/due-date.js';
import type { Instant } from '../time/local-date.js';
import type { DerivedDuty, DerivedItem, DerivedReport } from './derived.js';
import { addItem, addObligations, addReport, changeDuty, changeItem, changeReport, endObligation, type Draft } from './draft.js';
import type { InheritedClock, ReorganisationEvent, UnitPlanInherited } from './reorganisation-events.js';

/** What a reorganisation changes in a unit plan. */
export function foldReorganisation(draft: Draft, event: ReorganisationEvent): void {
  switch (event.type) {
    case 'UnitPlanTransferred':
      draft.transferredAt = event.at;
      for (const { obligation, to } of event.data.handovers) {
        endObligation(draft, obligation, to.length === 0 ? 'cancelled' : 'transferred');
      }
      return;
    case 'UnitPlanInherited':
      return inherited(draft, event);
    case 'UnitPlanReaddressed':
      return readdressed(draft, event);
    default:
      return assertNever(event);
  }
}

function inherited(draft: Draft, { data, at }: UnitPlanInherited): void {
  const clocks = new Map(data.clocks.map((clock) => [clock.item, clock]));
  for (const item of data.items) takeItem(draft, item, { at, clock: clocks.get(item.id) });
  for (const report of data.reports) takeReport(draft, report, at);
  for (const duty of data.duties) takeDuty(draft, duty, at);
  addObligations(draft, { ...data, items: [], reports: [], duties: [] }, at);
  for (const fact of data.applied) draft.applied.add(fact);
  for (const { source, ...through } of data.opened) if (!draft.opened.has(source)) draft.opened.set(source, through);
}

interface Taken {
  readonly at: Instant;
  readonly clock: InheritedClock | undefined;
}

/** Work that the unit does already goes on, with the others' named; a later date begins a new generation. */
function takeItem(draft: Draft, item: DerivedItem, { at, clock }: Taken): void {
  const own = draft.items.get(item.id);
  if (!own) addItem(draft, item, at);
  else if (own.due === item.due) changeItem(draft, item.id, inheritedOf(item));
  else changeItem(draft, item.id, { due: item.due, since: at, generation: own.generation + 1, ...inheritedOf(item) });
  if (!clock) return;
  const { basis, startedOn, suspensions } = clock;
  const held = draft.items.get(item.id);
  const isAwake = startedOn !== null || item.due !== null;
  const status = held?.status === 'dormant' && isAwake ? 'assigned' : (held?.status ?? 'assigned');
  const stopped = clock.suspended && status !== 'suspended' ? { status: 'suspended' as const, suspendedFrom: status } : {};
  changeItem(draft, item.id, {
    status,
    basis,
    startedOn,
    suspensions,
    ...stopped,
  });
}

const inheritedOf = ({ inherited = [] }: Pick<DerivedItem, 'inherited'>): Pick<DerivedItem, 'inherited'> =>
  inherited.length === 0 ? {} : { inherited };

function takeReport(draft: Draft, report: DerivedReport, at: Instant): void {
  const own = draft.reports.get(report.id);
  if (!own) return addReport(draft, report, at);
  const moved = own.due === report.due ? {} : { due: report.due, since: at, generation: own.generation + 1 };
  changeReport(draft, report.id, { inputs: report.inputs, ...moved, ...inheritedOf(report) });
}

function takeDuty(draft: Draft, duty: DerivedDuty, at: Instant): void {
  const own = draft.duties.get(duty.id);
  if (!own) return addObligations(draft, { items: [], joint: [], supports: [], reports: [], duties: [duty] }, at);
  const moved = own.due === duty.due ? {} : { due: duty.due, since: at };
  changeDuty(draft, duty.id, { ...moved, ...inheritedOf(duty) });
}

function readdressed(draft: Draft, { data }: ReorganisationEvent & { type: 'UnitPlanReaddressed' }): void {
  draft.acceptors = data.acceptors;
  draft.provisional = data.provisional;
  if (data.joint) draft.joint = data.joint;
  for (const { item, receiver, jointLeads, resolver } of data.items) {
    changeItem(draft, item, { receiver, jointLeads, ...(resolver !== null && { resolver }) });
  }
  for (const { report, ...route } of data.reports) changeReport(draft, report, route);
  for (const { duty, sendTo } of data.duties) changeDuty(draft, duty, { sendTo });
  for (const { obligation } of data.closed) endObligation(draft, obligation, 'cancelled');
}
