import { createHash } from 'node:crypto';
import type { Instant, LocalDate } from '#engine';
import type { Delivery } from './delivery.js';

/** Types of events that somebody is to be told of. */
export const TELLING: readonly string[] = ['EscalationStepReached', 'FollowUpReached'];

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

/** The notices that an event calls for, one for each unit that it names and each thing that it does. */
export function noticesOf(tenant: string, event: TellingEvent, channel: string): readonly Delivery[] {
  const { obligation, generation, due, step, rule, ...rest } = JSON.parse(event.data) as Step;
  const cut = event.stream.lastIndexOf('/');
  const about = { plan: event.stream.slice('unit-plan/'.length, cut), unit: event.stream.slice(cut + 1), obligation };
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

const idOf = ({ channel, recipient, subject, plan, unit, obligation, step, generation }: Named): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, recipient, subject, plan, unit, obligation, step, generation]))
    .digest('hex')
    .slice(0, 32);
