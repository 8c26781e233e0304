import type { ActionNode, StepNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { isCountedInDays, stepName } from '../../compile/escalation.js';
import { within, type Deadlines } from '../deadlines.js';
import { clause, type Reading } from '../reading.js';
import { nameOfConcept } from './lines.js';

const AMOUNT = { vi: 'Số ngày', en: 'The number of days' };

/** KH5004 to KH5008: each step happens once, in days, to someone who can be found. */
export function* checkEscalation(reading: Reading, deadlines: Deadlines): Iterable<Finding> {
  const seen = new Map<string, number>();
  for (const item of reading.items) {
    if (item.kind !== 'escalation') continue;
    for (const step of item.steps) {
      yield* checkStep(step, { reading, seen });
      for (const action of step.actions) yield* checkAction(action, reading);
    }
    const count = countUndated(reading, deadlines);
    if (count > 0 && item.steps.length > 0)
      yield {
        code: 'KH5006',
        span: firstLine(item.span.start, reading),
        args: { tasks: { vi: `${count} nhiệm vụ`, en: count === 1 ? '1 task' : `${count} tasks` } },
      };
  }
}

function* checkStep(
  step: StepNode,
  { reading, seen }: { readonly reading: Reading; readonly seen: Map<string, number> },
): Iterable<Finding> {
  if (step.unit && !isCountedInDays(step.unit)) yield { code: 'KH5008', span: step.span };
  const finding = step.amount && within(step.amount, AMOUNT, [1, 365]);
  if (finding) yield finding;
  const name = stepName(step);
  if (name === undefined) return;
  const line = seen.get(name);
  if (line !== undefined) yield { code: 'KH5004', span: step.span, args: { line } };
  else seen.set(name, reading.lexed.lines.lineOf(step.span.start));
}

function* checkAction({ action, target, span }: ActionNode, { plan }: Reading): Iterable<Finding> {
  if (!action || target?.kind !== 'word') return;
  const args = { action: nameOfConcept(action), target: nameOfConcept(target.word) };
  if (target.word === 'SUPPORT') yield { code: 'KH5007', span: target.span, args };
  if (target.word === 'FOCAL' && plan && !clause(plan.clauses, 'focal')) yield { code: 'KH5005', span, args };
}

/** Tasks that no step ever reaches. */
function countUndated({ tasks }: Reading, deadlines: Deadlines): number {
  const dues = tasks.flatMap(({ node }) => clause(node.clauses, 'due')?.due ?? []);
  return dues.filter((due) => {
    const read = deadlines.rule(due);
    return 'value' in read && (read.value.kind === 'standing' || read.value.kind === 'as-regulated');
  }).length;
}

function firstLine(start: number, { lexed: { lines } }: Reading): { readonly start: number; readonly end: number } {
  const line = lines.lineOf(start);
  return { start, end: lines.startOf(line) + lines.textOf(line).length };
}
