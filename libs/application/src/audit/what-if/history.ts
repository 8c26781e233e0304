import {
  CALENDAR_STREAM,
  DOCUMENTS_STREAM,
  ORGANISATION_STREAM,
  planStream,
  rulesStream,
  unitPlanStream,
  type DocumentEvent,
  type OrganisationEvent,
  type PlanId,
  type PlanIssued,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { NotFound } from '../../workflow/faults.js';
import type { LogReader } from '../log-reader.js';
import { WhatIfRefused } from './faults.js';

/** Unit plans that are read at once. */
const AT_ONCE = 256;

/** Everything that was recorded of one cascade, and the facts: in the order of positions. */
export interface CascadeHistory {
  readonly root: PlanId;
  readonly events: readonly RecordedEvent[];
}

/**
 * Reads the streams of one cascade, and no others.
 * @throws NotFound where the plan has not been issued; WhatIfRefused where there is more than `most`
 */
export async function readCascade(
  log: LogReader,
  tenant: string,
  { plan, most }: { readonly plan: PlanId; readonly most: number },
): Promise<CascadeHistory> {
  const [issued] = await log.readStream(tenant, planStream(plan));
  if (!issued) throw new NotFound('plan', plan);
  const { root } = issued.data as PlanIssued;
  const events: RecordedEvent[] = [];
  const add = (found: readonly RecordedEvent[]): void => {
    for (const event of found) events.push(event);
    if (events.length > most) throw new WhatIfRefused('what-if.too-large', String(most));
  };
  const organisation = await log.readStream(tenant, ORGANISATION_STREAM);
  add(organisation);
  add(await log.readStream(tenant, CALENDAR_STREAM));
  const units = [...new Set(organisation.map(({ data }) => (data as OrganisationEvent['data']).id))];
  const plans = new Set([root]);
  for (let first = 0; first < units.length; first += AT_ONCE) {
    const streams = units.slice(first, first + AT_ONCE).map((unit) => unitPlanStream(root, unit));
    for (const found of (await log.readStreams(tenant, streams)).values()) {
      add(found);
      for (const own of ownPlansIn(found)) plans.add(own);
    }
  }
  for (const each of plans) await addPlan(log, tenant, { plan: each, add });
  const documents = await log.readStream(tenant, DOCUMENTS_STREAM);
  add(documents.filter(({ data }) => plans.has((data as DocumentEvent['data']).plan)));
  return { root, events: events.sort((a, b) => a.position - b.position) };
}

const ownPlansIn = (events: readonly RecordedEvent[]): readonly PlanId[] =>
  events.flatMap(({ type, data }) => (type === 'OwnPlanIssued' ? [(data as { plan: PlanId }).plan] : []));

async function addPlan(
  log: LogReader,
  tenant: string,
  { plan, add }: { readonly plan: PlanId; readonly add: (events: readonly RecordedEvent[]) => void },
): Promise<void> {
  const events = await log.readStream(tenant, planStream(plan));
  const [issued] = events;
  if (!issued) return;
  add(await log.readStream(tenant, rulesStream((issued.data as PlanIssued).rules)));
  add(events);
}
