import { dueDate, type DeadlineRule, type DutyRule, type EffectiveTask, type TaskRule } from '#engine';
import type { ClauseNode, DueNode, DutyNode } from '../ast/nodes.js';
import type { Deadlines } from '../semantics/deadlines.js';
import { clause, type PlacedTask, type Reading } from '../semantics/reading.js';
import { lowerActors, lowerAddressee } from './actors.js';

/** What lowering needs of a text. */
export interface Source {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

/** Lowers a task; undefined where it has no number. What a refining task does not state, it takes from the parent's. */
export function lowerTask({ node, section }: PlacedTask, { reading, deadlines }: Source): TaskRule | undefined {
  if (!node.no) return undefined;
  const { clauses } = node;
  const refines = clause(clauses, 'refines')?.task?.written ?? null;
  const above = refines === null ? undefined : reading.parent?.task(refines);
  const report = lowerReport(clauses, { reading, deadlines });
  const stated = lowerDue(clause(clauses, 'due')?.due, deadlines);
  return {
    no: node.no.written,
    section,
    title: node.title?.value ?? above?.rule.title ?? '',
    leads: actorsOf(clauses, 'lead', reading) ?? above?.rule.leads ?? [],
    supports: actorsOf(clauses, 'support', reading) ?? above?.rule.supports ?? [],
    deadline: stated ?? (report && above ? inheritedDeadline(above, reading) : null),
    report,
    deliverable: clause(clauses, 'output')?.text?.value ?? above?.rule.deliverable ?? null,
    refines,
    place: reading.lexed.lines.placeOf(node.head),
  };
}

function actorsOf(clauses: readonly ClauseNode[], kind: 'lead' | 'support', reading: Reading): TaskRule['leads'] | undefined {
  const found = clause(clauses, kind);
  return found && lowerActors(found.actors, reading);
}

/** A deadline as a rule; null where there is none or an error says that it cannot be read. */
export function lowerDue(due: DueNode | null | undefined, deadlines: Deadlines): DeadlineRule | null {
  const read = due && deadlines.rule(due);
  return read && 'value' in read ? read.value : null;
}

function lowerReport(clauses: readonly ClauseNode[], { reading, deadlines }: Source): TaskRule['report'] {
  const report = clause(clauses, 'report');
  const to = report ? lowerAddressee(report.to, reading) : null;
  const deadline = lowerDue(report?.due, deadlines);
  return to && deadline ? { to, deadline } : null;
}

/**
 * A task that adds a date to report by keeps the parent's deadline. A term counted from the parent's issue is written as the
 * date it ends on: counted again from this plan's issue it would end later.
 */
function inheritedDeadline({ rule: { deadline }, issuedOn }: EffectiveTask, { calendar }: Reading): DeadlineRule | null {
  if (deadline?.kind !== 'within' || deadline.from !== 'issue') return deadline;
  const date = dueDate(deadline, { issuedOn, calendar });
  return date === null ? null : { kind: 'by', date };
}

/** Lowers the duty to issue a plan of one's own. */
export const lowerDuty = (node: DutyNode, id: string, { reading, deadlines }: Source): DutyRule => ({
  id,
  units: lowerActors(node.actors, reading),
  deadline: lowerDue(node.due, deadlines),
  sendTo: lowerAddressee(node.sendTo, reading),
  place: reading.lexed.lines.placeOf(node.span),
});
