import { dueDate, type DeadlineRule, type DutyRule, type EffectiveTask, type TaskRule } from '#engine';
import type { ClauseKind, ClauseNode, ClauseOf, DutyNode, PointNode, TaskNode } from '../ast/nodes.js';
import { clause, type PlacedTask, type Reading } from '../semantics/reading.js';
import { daysOf } from '../semantics/points.js';
import { lowerActors, lowerAddressee } from './actors.js';
import { resolverOf, some } from './plan-lines.js';
import { lowerDue, type Source } from './source.js';

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
  const content = lowerContent(node, above?.rule ?? BLANK, reading);
  const { deadline, report } = lowerTerms(clauses, above, source);
  const task: TaskRule = {
    no: no.written,
    section,
    title: content.title,
    leads: content.leads,
    supports: content.supports,
    deliverable: content.deliverable,
    deadline,
    report,
    refines,
    place: reading.lexed.lines.placeOf(head),
  };
  return clauses.every(({ kind }) => USUAL.has(kind)) ? task : { ...task, ...lowerMore(clauses, source) };
}

/** Lines of which a task says no more than one thing, told above. */
const USUAL: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['lead', 'support', 'due', 'output', 'refines']);

type More = Pick<TaskRule, 'moreReports' | 'others' | 'resolver' | 'responsible' | 'checkpoints' | 'condition' | 'targets'>;

/** What few tasks say. */
function lowerMore(clauses: readonly ClauseNode[], source: Source): More {
  const { reading } = source;
  const resolver = resolverOf(clauses, reading);
  const responsible = clause(clauses, 'responsible')?.text?.value;
  const condition = clause(clauses, 'condition')?.text?.value;
  const reports = clauses.flatMap((line) => (line.kind === 'report' ? (lowerReport(line, source) ?? []) : []));
  return {
    ...some('moreReports', reports.slice(1)),
    ...some(
      'others',
      clauses.flatMap((line) => otherRole(line, reading)),
    ),
    ...(resolver ? { resolver } : {}),
    ...(responsible === undefined ? {} : { responsible }),
    ...some('checkpoints', (clause(clauses, 'checkpoints')?.points ?? []).flatMap(checkpoint)),
    ...(condition === undefined ? {} : { condition }),
    ...some(
      'targets',
      (clause(clauses, 'serves')?.targets ?? []).map(({ written }) => written),
    ),
  };
}

function otherRole(line: ClauseNode, reading: Reading): NonNullable<TaskRule['others']> {
  const isOther = line.kind === 'advise' || line.kind === 'focal' || line.kind === 'monitor' || line.kind === 'request';
  return isOther ? [{ role: line.kind, actors: lowerActors(line.actors, reading) }] : [];
}

function checkpoint(point: PointNode): readonly DeadlineRule[] {
  const days = daysOf(point);
  return 'value' in days ? [{ kind: 'by', date: days.value.last }] : [];
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
  const line = clause(clauses, 'report');
  const report = line ? lowerReport(line, source) : null;
  const stated = lowerDue(clause(clauses, 'due')?.due, source.deadlines);
  return { deadline: stated ?? (report && above ? inheritedDeadline(above, source.reading) : null), report };
}

function actorsOf(clauses: readonly ClauseNode[], kind: 'lead' | 'support', reading: Reading): TaskRule['leads'] | undefined {
  const found = clause(clauses, kind);
  return found && lowerActors(found.actors, reading);
}

function lowerReport(report: ClauseOf<'report'>, { reading, deadlines }: Source): TaskRule['report'] {
  const to = lowerAddressee(report.to, reading);
  const deadline = lowerDue(report.due, deadlines);
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
  ...(node.orDocument[0] ? { orDocument: node.orDocument[0].value } : {}),
  ...(node.orMerged ? { orMerged: true } : {}),
  ...some(
    'mustState',
    node.mustState.map(({ value }) => value),
  ),
});
