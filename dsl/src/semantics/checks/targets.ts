import type { GoalNode, TaskNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { clause, type Reading } from '../reading.js';

/** KH2015 to KH2019: each target is told once, has a level, and is served; each task serves one, in a plan where any does. */
export function* checkTargets(reading: Reading): Iterable<Finding> {
  const goals = reading.items.filter((item) => item.kind === 'goal');
  const lines = new Map<string, number>();
  for (const goal of goals) yield* checkGoal(goal, { lines, reading });
  const served = new Set<string>();
  for (const { node } of reading.tasks) {
    for (const target of clause(node.clauses, 'serves')?.targets ?? []) {
      served.add(target.written);
      if (!lines.has(target.written)) yield { code: 'KH2017', span: target.span, args: { no: target.written } };
    }
  }
  if (goals.length > 0)
    yield* checkLinks(
      goals,
      reading.tasks.map(({ node }) => node),
      served,
    );
}

function* checkGoal(
  { no, head, clauses }: GoalNode,
  { lines, reading }: { readonly lines: Map<string, number>; readonly reading: Reading },
): Iterable<Finding> {
  if (!no) return;
  const line = lines.get(no.written);
  if (line !== undefined) yield { code: 'KH2018', span: no.span, args: { no: no.written, line } };
  else lines.set(no.written, reading.lexed.lines.lineOf(head.start));
  if (!clause(clauses, 'level')) yield { code: 'KH2019', span: head, args: { no: no.written } };
}

function* checkLinks(goals: readonly GoalNode[], tasks: readonly TaskNode[], served: ReadonlySet<string>): Iterable<Finding> {
  for (const { no, head } of goals) {
    if (no && !served.has(no.written)) yield { code: 'KH2015', span: head, args: { no: no.written } };
  }
  // Where no task says what it serves, each target has said so already: once for the plan, not once more for every task.
  if (served.size === 0) return;
  for (const { no, head, clauses } of tasks) {
    if (no && !clause(clauses, 'serves')) yield { code: 'KH2016', span: head, args: { no: no.written } };
  }
}
