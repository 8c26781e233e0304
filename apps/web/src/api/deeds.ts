import type { UnitPlanView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Key } from '../i18n/vi.js';
import { useActingUnit } from '../ui/acting.js';
import { Problem, post } from './client.js';
import { noting, ownVersion } from './own-versions.js';
import { refresh, unitPlanQuery } from './queries.js';

/** What people do to a unit plan: once, on the version that they saw, and told where somebody else was faster. */

const UNIT_PLAN = '/api/v1/plans/{plan}/units/{unit}';
const ITEM = `${UNIT_PLAN}/items/{item}` as const;
const REPORT = `${UNIT_PLAN}/reports/{report}` as const;

/** The document that orders a change. */
export interface OrderingDocument {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
}

/** An item or a report. */
export type Subject = { readonly item: string } | { readonly report: string };

/** One deed. `item` and `report` are numbers in the unit plan. */
export type Deed =
  | { readonly do: 'receive-all' }
  | { readonly do: 'receive' | 'start' | 'accept'; readonly item: string }
  | { readonly do: 'submit'; readonly item: string; readonly note: string }
  | { readonly do: 'return'; readonly item: string; readonly reason: string }
  | (Subject & { readonly do: 'extend'; readonly to: string; readonly document: OrderingDocument })
  | (Subject & { readonly do: 'request-extension'; readonly to: string; readonly reason: string })
  | (Subject & { readonly do: 'refuse-extension'; readonly reason: string })
  | { readonly do: 'accept-report'; readonly report: string }
  | { readonly do: 'send-report'; readonly report: string; readonly content: string }
  | { readonly do: 'return-report'; readonly report: string; readonly reason: string };

/** What is said once it is done. */
export const SAID: Readonly<Record<Deed['do'], Key>> = {
  'receive-all': 'do.received',
  receive: 'do.received',
  start: 'do.started',
  accept: 'do.accepted',
  submit: 'do.submitted',
  return: 'do.returned',
  extend: 'do.extended',
  'request-extension': 'do.asked',
  'refuse-extension': 'do.refused',
  'accept-report': 'do.accepted',
  'send-report': 'do.sent',
  'return-report': 'do.returned',
};

interface Place {
  readonly plan: string;
  readonly unit: string;
}

interface Sending extends Place {
  readonly actor: string;
  readonly ifMatch: string;
  readonly key: string;
}

function send(deed: Deed, { plan, unit, actor, ifMatch, key }: Sending): Promise<{ readonly version: number }> {
  const common = { ifMatch, key };
  switch (deed.do) {
    case 'receive-all':
      return post(`${UNIT_PLAN}/receive`, { ...common, path: { plan, unit }, body: { actor } });
    case 'receive':
    case 'start':
    case 'accept':
      return post(`${ITEM}/${deed.do}`, { ...common, path: { plan, unit, item: deed.item }, body: { actor } });
    case 'submit':
      return post(`${ITEM}/submit`, { ...common, path: { plan, unit, item: deed.item }, body: { actor, note: deed.note } });
    case 'return':
      return post(`${ITEM}/return`, { ...common, path: { plan, unit, item: deed.item }, body: { actor, reason: deed.reason } });
    case 'extend':
    case 'request-extension':
    case 'refuse-extension':
      return sendExtension(deed, { plan, unit, actor, ifMatch, key });
    default:
      return sendReport(deed, { plan, unit, actor, ifMatch, key });
  }
}

type ExtensionDeed = Extract<Deed, { readonly do: 'extend' | 'request-extension' | 'refuse-extension' }>;

function sendExtension(deed: ExtensionDeed, { plan, unit, actor, ifMatch, key }: Sending): Promise<{ readonly version: number }> {
  const common = { ifMatch, key };
  if (deed.do === 'extend') {
    const body = { actor, to: deed.to, document: deed.document };
    return 'item' in deed
      ? post(`${ITEM}/extend`, { ...common, path: { plan, unit, item: deed.item }, body })
      : post(`${REPORT}/extend`, { ...common, path: { plan, unit, report: deed.report }, body });
  }
  if (deed.do === 'request-extension') {
    const body = { actor, to: deed.to, reason: deed.reason };
    return 'item' in deed
      ? post(`${ITEM}/extension-request`, { ...common, path: { plan, unit, item: deed.item }, body })
      : post(`${REPORT}/extension-request`, { ...common, path: { plan, unit, report: deed.report }, body });
  }
  const body = { actor, reason: deed.reason };
  return 'item' in deed
    ? post(`${ITEM}/refuse-extension`, { ...common, path: { plan, unit, item: deed.item }, body })
    : post(`${REPORT}/refuse-extension`, { ...common, path: { plan, unit, report: deed.report }, body });
}

type ReportDeed = Extract<Deed, { readonly do: 'accept-report' | 'send-report' | 'return-report' }>;

function sendReport(deed: ReportDeed, { plan, unit, actor, ifMatch, key }: Sending): Promise<{ readonly version: number }> {
  const common = { ifMatch, key, path: { plan, unit, report: deed.report } };
  if (deed.do === 'accept-report') return post(`${REPORT}/accept`, { ...common, body: { actor } });
  if (deed.do === 'send-report') return post(`${REPORT}/submit`, { ...common, body: { actor, content: deed.content } });
  return post(`${REPORT}/return`, { ...common, body: { actor, reason: deed.reason } });
}

/** Where a deed stands. */
export type DeedState =
  | { readonly is: 'idle' }
  | { readonly is: 'busy' }
  | { readonly is: 'done'; readonly deed: Deed }
  | { readonly is: 'refused'; readonly deed: Deed; readonly problem: Problem }
  /** Somebody else wrote first: what the server has now, beside what was to be written. */
  | { readonly is: 'conflict'; readonly deed: Deed; readonly seen: number; readonly now: UnitPlanView };

export interface Doing {
  readonly state: DeedState;
  /** Does it on the version that was seen; on the present one where none is given. True once it is recorded. */
  readonly run: (deed: Deed, seen?: number) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** Does deeds to one unit plan, in the name of the acting unit. */
export function useDeeds(place: Place): Doing {
  const client = useQueryClient();
  const actor = useActingUnit();
  const [state, setState] = useState<DeedState>({ is: 'idle' });
  /** A deed that may have arrived though no answer came is sent under the same key again. */
  const sent = useRef({ text: '', key: '' });
  const present = (): Promise<UnitPlanView> =>
    client.fetchQuery({ ...unitPlanQuery(place.plan, place.unit, null), staleTime: 0 });
  const run = async (deed: Deed, seen?: number): Promise<boolean> => {
    if (actor === null) return false;
    setState({ is: 'busy' });
    let version = seen ?? 0;
    try {
      version = await ownVersion(place, seen ?? (await present()).version);
      const text = JSON.stringify([place, actor, version, deed]);
      if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
      const sending = { ...place, actor, ifMatch: `"${version}"`, key: sent.current.key };
      await noting(place, version, () => send(deed, sending));
      const refreshed = refresh(client);
      await present().catch(() => undefined); // what is opened next shows what this deed made: nobody is in his own way
      setState({ is: 'done', deed });
      await refreshed;
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const now = error.status === 412 || error.status === 409 ? await present().catch(() => null) : null;
      if (now && now.version !== version) setState({ is: 'conflict', deed, seen: version, now });
      else setState({ is: 'refused', deed, problem: error });
      return false;
    }
  };
  return { state, run, dismiss: () => setState({ is: 'idle' }) };
}
