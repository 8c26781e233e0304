import type { EscalationAction, EscalationRule, EscalationTarget } from '#engine';
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

/** Key of a step: `before-5wd`, `after-10d`; undefined where its term could not be read. */
export function stepName({ when, amount, unit }: StepNode): string | undefined {
  if (!amount || !unit || unit === 'month') return undefined;
  return `${when}-${amount.value}${unit === 'workday' ? 'wd' : 'd'}`;
}

export const lowerSteps = ({ steps }: EscalationNode, reading: Reading): readonly EscalationRule[] =>
  steps.flatMap((step) => lowerStep(step, reading) ?? []);

function lowerStep(node: StepNode, reading: Reading): EscalationRule | undefined {
  const step = stepName(node);
  if (step === undefined || !node.amount || !node.unit || node.unit === 'month') return undefined;
  return {
    step,
    when: node.when,
    amount: node.amount.value,
    unit: node.unit,
    actions: node.actions.flatMap((action) => lowerAction(action, reading) ?? []),
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
