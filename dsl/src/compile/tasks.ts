import { dueDate, type DeadlineRule, type DutyRule, type EffectiveTask, type TaskRule } from '#engine';
import type { ClauseNode, DueNode, DutyNode, TaskNode } from '../ast/nodes.js';
import type { Deadlines } from '../semantics/deadlines.js';
import { clause, type PlacedTask, type Reading } from '../semantics/reading.js';
import { lowerActors, lowerAddressee } from './actors.js';

/** What lowering needs of a text. */
export interface Source {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

/** What a task says that refines none: nothing is taken over. */
const BLANK: Pick<TaskRule, 'title' | 'leads' | 'supports' | 'deliverable'> = {
  title: '',
  leads: [],
  supports: [],
  deliverable: null,
};

/** Lowers a task; undefined where it has no number. What a refining task does not state, it takes from the parent's. */
export function lowerTask({ node, section }: PlacedTask, source: Source): TaskRule | undefined {
  const { no, head, clauses } = node;
  if (!no) return undefined;
  const { reading } = source;
  const refines = clause(clauses, 'refines')?.task?.written ?? null;
  const above = refines === null ? undefined : reading.parent?.task(refines);
  return {
    no: no.written,
    section,
    ...lowerContent(node, above?.rule ?? BLANK, reading),
    ...lowerTerms(clauses, above, source),
    refines,
    place: reading.lexed.lines.placeOf(head),
  };
}

function lowerContent({ title, clauses }: TaskNode, above: typeof BLANK, reading: Reading): typeof BLANK {
  return {
    title: title?.value ?? above.title,
    leads: actorsOf(clauses, 'lead', reading) ?? above.leads,
    supports: actorsOf(clauses, 'support', reading) ?? above.supports,
    deliverable: clause(clauses, 'output')?.text?.value ?? above.deliverable,
  };
}

/** A refining task that states no deadline has none of its own: the engine goes on with the parent's. */
function lowerTerms(
  clauses: readonly ClauseNode[],
  above: EffectiveTask | undefined,
  source: Source,
): Pick<TaskRule, 'deadline' | 'report'> {
  const report = lowerReport(clauses, source);
  const stated = lowerDue(clause(clauses, 'due')?.due, source.deadlines);
  return { deadline: stated ?? (report && above ? inheritedDeadline(above, source.reading) : null), report };
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
