import type { ActorNode, ClauseNode, TaskNode } from '../../ast/nodes.js';
import type { Finding, Fix } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../lexer/lines.js';
import { foldName } from '../../vocabulary/fold.js';
import { clause, type Reading } from '../reading.js';
import { actorListsIn } from '../walk.js';

/** KH3007, KH3008, KH3011, KH3012: nobody is named twice for the same work, and it is plain who answers for it. */
export function* checkRoles(reading: Reading): Iterable<Finding> {
  for (const { node } of reading.tasks) {
    yield* checkLeadIsNoSupport(node, reading);
    yield* checkIssuerIsNoSupport(node, reading);
    yield* checkJointLeads(node, reading);
  }
  for (const item of reading.items) {
    for (const { actors } of actorListsIn(item)) yield* checkNamedOnce(actors, reading);
  }
}

/** Two spellings of one unit are one. */
function identityOf(actor: ActorNode, reading: Reading): string | undefined {
  if (actor.kind === 'open') return undefined;
  const meaning = reading.meaningOf(actor.name);
  if (!meaning) return foldName(actor.name.value);
  return meaning.kind === 'unit' ? meaning.unit.id : meaning.group.name.value;
}

function* checkLeadIsNoSupport({ no, clauses }: TaskNode, reading: Reading): Iterable<Finding> {
  const leads = new Set(actorsOf(clause(clauses, 'lead')).map((actor) => identityOf(actor, reading)));
  const line = clause(clauses, 'support');
  for (const [index, actor] of (line?.actors ?? []).entries()) {
    const identity = identityOf(actor, reading);
    if (!line || actor.kind === 'open' || identity === undefined || !leads.has(identity)) continue;
    const args = { name: actor.name.value, no: no?.written ?? '' };
    yield { code: 'KH3007', span: actor.span, args, fix: without(line.actors, index, line.span) };
  }
}

/** Whoever issues a plan gives its work to others or leads it: among those who support it has nobody to support. */
function* checkIssuerIsNoSupport({ no, clauses }: TaskNode, reading: Reading): Iterable<Finding> {
  const line = clause(clauses, 'support');
  if (!line) return;
  for (const [index, actor] of line.actors.entries()) {
    if (actor.kind === 'open' || actor.each || !reading.issuer || identityOf(actor, reading) !== reading.issuer.id) continue;
    const args = { name: actor.name.value, no: no?.written ?? '' };
    yield { code: 'KH3011', span: actor.span, args, fix: without(line.actors, index, line.span) };
  }
}

/** Takes one name out of a list, with its sign; the whole line where it is the only one. */
function without(actors: readonly ActorNode[], index: number, line: Span): Fix {
  const [own, next, before] = [actors[index]?.span ?? line, actors[index + 1]?.span, actors[index - 1]?.span];
  const title = { vi: 'Bỏ tên này', en: 'Take this name out' };
  if (before) return { title, start: before.end, end: own.end, text: '' };
  return next ? { title, start: own.start, end: next.start, text: '' } : { title, ...line, text: '' };
}

/** Several named leads share one item: worth knowing, since a list of them may be meant to have one each. */
function* checkJointLeads({ no, clauses }: TaskNode, reading: Reading): Iterable<Finding> {
  const line = clause(clauses, 'lead');
  const [first, ...others] = line?.actors ?? [];
  if (!line || first?.kind !== 'named' || others.length === 0 || clause(clauses, 'refines')) return;
  const isPlain = line.actors.every(
    (actor) => actor.kind === 'named' && !actor.each && reading.meaningOf(actor.name) !== undefined,
  );
  if (isPlain)
    yield { code: 'KH3012', span: line.span, args: { no: no?.written ?? '', count: line.actors.length, name: first.name.value } };
}

const actorsOf = (found: ClauseNode | undefined): readonly ActorNode[] => (found && 'actors' in found ? found.actors : []);

function* checkNamedOnce(actors: readonly ActorNode[], reading: Reading): Iterable<Finding> {
  const seen = new Set<string>();
  for (const [index, actor] of actors.entries()) {
    const identity = identityOf(actor, reading);
    if (identity === undefined || actor.kind === 'open') continue;
    if (seen.has(identity)) {
      yield { code: 'KH3008', span: actor.span, args: { name: actor.name.value }, fix: without(actors, index, actor.span) };
    }
    seen.add(identity);
  }
}
