import type { EscalationAction, EscalationRule, EscalationTarget, FollowUpAction, FollowUpRule, Term } from '#engine';
import type { ActionNode, EscalationNode, StepNode } from '../ast/nodes.js';
import type { Reading } from '../semantics/reading.js';
import { lowerUnit } from './actors.js';

const ACTIONS: Readonly<Record<string, EscalationAction>> = {
  REMIND: 'remind',
  NOTIFY: 'notify',
  ESCALATE: 'escalate',
  LIST: 'list',
};
const TARGETS: Readonly<Record<string, 'lead' | 'focal' | 'superior'>> = { LEAD: 'lead', FOCAL: 'focal', SUPERIOR: 'superior' };

/** Steps are counted in days or working days. */
export const isCountedInDays = (unit: StepNode['unit']): unit is 'day' | 'workday' => unit === 'day' || unit === 'workday';

/** Key of a step: `before-5wd`, `after-10d`; undefined where its term could not be read. */
export function stepName({ when, amount, unit }: StepNode): string | undefined {
  if (!amount || !isCountedInDays(unit) || when === 'on-time') return undefined;
  return `${when}-${amount.value}${unit === 'workday' ? 'wd' : 'd'}`;
}

export const lowerSteps = ({ steps }: EscalationNode, reading: Reading): readonly EscalationRule[] =>
  steps.flatMap((step) => lowerStep(step, reading) ?? []);

function lowerStep(node: StepNode, reading: Reading): EscalationRule | undefined {
  const step = stepName(node);
  const { when, amount, unit } = node;
  if (step === undefined || !amount || !isCountedInDays(unit) || when === 'on-time') return undefined;
  const actions = node.actions.flatMap((action) => lowerAction(action, reading) ?? []);
  if (actions.length === 0 && node.actions.length > 0) return undefined;
  return {
    step,
    when,
    amount: amount.value,
    unit,
    actions,
    place: reading.lexed.lines.placeOf(node.span),
  };
}

function lowerAction({ action, target }: ActionNode, reading: Reading): EscalationRule['actions'][number] | undefined {
  const kind = action && ACTIONS[action];
  const to = lowerTarget(target, reading);
  return kind && to ? { action: kind, target: to } : undefined;
}

function lowerTarget(target: ActionNode['target'], reading: Reading): EscalationTarget | undefined {
  if (!target) return undefined;
  if (target.kind === 'word') {
    const kind = TARGETS[target.word];
    return kind && { kind };
  }
  const unit = lowerUnit(target.name, reading);
  return unit === null ? undefined : { kind: 'unit', unit };
}

const CONSEQUENCES: Readonly<Record<string, FollowUpAction>> = {
  DEMAND: 'demand-explanation',
  COMMEND: 'commend',
  CRITICISE: 'criticise',
  ASSESS: 'assess',
  APOLOGISE: 'apologise',
};

/** Lowers what follows besides the steps of the ladder. */
export const lowerFollowUp = ({ steps }: EscalationNode, reading: Reading): readonly FollowUpRule[] =>
  steps.flatMap(({ when, amount, unit, actions }) => {
    const term: Term | null = amount && unit ? { amount: amount.value, unit } : null;
    return actions.flatMap(({ action, target, within, span }) => {
      const kind = action && CONSEQUENCES[action];
      const to = lowerTarget(target, reading);
      if (!kind || !to) return [];
      const limit = within && { amount: within.amount.value, unit: within.unit };
      return [{ when, term, action: kind, target: to, within: limit, place: reading.lexed.lines.placeOf(span) }];
    });
  });
