import { assertNever } from '../time/due-date.js';
import { changeDuty, changeItem, changeReport, endObligation, type Draft } from './draft.js';
import type { ReorganisationEvent, UnitPlanInherited } from './reorganisation-events.js';

/** What a reorganisation changes in a unit plan that exists; {@link UnitPlanInherited} may also begin one. */
export function foldReorganisation(draft: Draft, event: Exclude<ReorganisationEvent, UnitPlanInherited>): void {
  switch (event.type) {
    case 'UnitPlanTransferred':
      draft.transferredAt = event.at;
      for (const { obligation, to } of event.data.handovers) {
        endObligation(draft, obligation, to.length === 0 ? 'cancelled' : 'transferred');
      }
      return;
    case 'UnitPlanReaddressed':
      return readdressed(draft, event);
    default:
      return assertNever(event);
  }
}

function readdressed(draft: Draft, { data }: ReorganisationEvent & { type: 'UnitPlanReaddressed' }): void {
  draft.acceptors = data.acceptors;
  for (const { item, receiver } of data.items) changeItem(draft, item, { receiver });
  for (const { report, ...route } of data.reports) changeReport(draft, report, route);
  for (const { duty, sendTo } of data.duties) changeDuty(draft, duty, { sendTo });
  for (const { obligation } of data.closed) endObligation(draft, obligation, 'cancelled');
}
