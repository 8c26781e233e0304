import type { ItemId, ReportId } from './derived.js';
import { changeItem, changeReport, obligationOf, type Draft } from './draft.js';
import type { ExtensionEvent } from './extension-events.js';
import type { ExtensionRequest } from './extension-request.js';

/** What is asked for and answered: never a date, a step or a generation. */
export function foldExtension(draft: Draft, event: ExtensionEvent): void {
  const { kind, id } = obligationOf(event.data.obligation);
  const held = kind === 'item' ? draft.items.get(id as ItemId) : draft.reports.get(id as ReportId);
  const extension = requestAfter(event, held?.extension);
  if (!extension) return;
  if (kind === 'item') changeItem(draft, id as ItemId, { extension });
  else changeReport(draft, id as ReportId, { extension });
}

function requestAfter(event: ExtensionEvent, standing: ExtensionRequest | undefined): ExtensionRequest | undefined {
  const { to, reason } = event.data;
  if (event.type === 'ExtensionRequested') return { to, reason, at: event.at, refusal: null };
  return standing && { ...standing, refusal: { reason, at: event.at } };
}
