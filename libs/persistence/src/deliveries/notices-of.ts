import { createHash } from 'node:crypto';
import type { Instant, LocalDate } from '#engine';
import type { Delivery } from './delivery.js';

/** Types of events that somebody is to be told of. */
export const TELLING: readonly string[] = ['EscalationStepReached', 'FollowUpReached', 'ExtensionRequested', 'ExtensionRefused'];

/** An event of the log, as much as is needed of it. */
export interface TellingEvent {
  readonly stream: string;
  readonly type: string;
  /** JSON. */
  readonly data: string;
  readonly at: Instant;
}

interface Step {
  readonly obligation: string;
  readonly generation: number;
  readonly due: LocalDate;
  readonly step?: string;
  readonly rule?: string;
  readonly actions?: readonly { readonly action: string; readonly target: string }[];
  readonly action?: string;
  readonly target?: string | null;
}

/** About a request for a later day. */
interface Extension {
  readonly obligation: string;
  readonly to: LocalDate;
  readonly told?: { readonly units: readonly string[]; readonly due: LocalDate; readonly generation: number };
}

/** What notices about requests are called; their step is the day that is asked for. */
const ABOUT_EXTENSIONS: Readonly<Record<string, string>> = {
  ExtensionRequested: 'extension-requested',
  ExtensionRefused: 'extension-refused',
};

/** The notices that an event calls for, one for each unit that it names and each thing that it does. */
export function noticesOf(tenant: string, event: TellingEvent, channel: string): readonly Delivery[] {
  const subject = ABOUT_EXTENSIONS[event.type];
  return subject === undefined ? noticesOfStep(tenant, event, channel) : noticesOfExtension(tenant, event, { channel, subject });
}

/** Whoever asks again, for the same day too, is told of again: the instant tells requests apart. */
function noticesOfExtension(
  tenant: string,
  event: TellingEvent,
  by: { readonly channel: string; readonly subject: string },
): readonly Delivery[] {
  const { obligation, to, told } = JSON.parse(event.data) as Extension;
  if (!told) return [];
  const { units, due, generation } = told;
  return units.map((recipient) => {
    const named = { ...by, recipient, ...aboutOf(event, obligation), step: to, generation };
    return { tenant, id: idOf(named, event.at), ...named, due, at: event.at };
  });
}

function aboutOf({ stream }: TellingEvent, obligation: string): Pick<Delivery, 'plan' | 'unit' | 'obligation'> {
  const cut = stream.lastIndexOf('/');
  return { plan: stream.slice('unit-plan/'.length, cut), unit: stream.slice(cut + 1), obligation };
}

function noticesOfStep(tenant: string, event: TellingEvent, channel: string): readonly Delivery[] {
  const { obligation, generation, due, step, rule, ...rest } = JSON.parse(event.data) as Step;
  const about = aboutOf(event, obligation);
  return actionsOf(rest).map(({ action, target }) => {
    const named = { channel, recipient: target, subject: action, ...about, step: step ?? rule ?? '', generation };
    return { tenant, id: idOf(named), ...named, due, at: event.at };
  });
}

function actionsOf({ actions, action, target }: Pick<Step, 'actions' | 'action' | 'target'>): readonly {
  readonly action: string;
  readonly target: string;
}[] {
  if (actions) return [...new Map(actions.map((each) => [`${each.action} ${each.target}`, each])).values()];
  if (!target || action === undefined) return [];
  return [{ action, target }];
}

type Named = Omit<Delivery, 'tenant' | 'id' | 'due' | 'at'>;

/** @param at where the same can be told more than once */
const idOf = (
  { channel, recipient, subject, plan, unit, obligation, step, generation }: Named,
  ...at: readonly string[]
): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, recipient, subject, plan, unit, obligation, step, generation, ...at]))
    .digest('hex')
    .slice(0, 32);
