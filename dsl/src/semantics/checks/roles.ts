import type { ActorNode, ClauseNode, TaskNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { foldName } from '../../vocabulary/fold.js';
import { clause, type Reading } from '../reading.js';
import { actorListsIn } from '../walk.js';

/** KH3007, KH3008: nobody is named twice for the same work. */
export function* checkRoles(reading: Reading): Iterable<Finding> {
  for (const { node } of reading.tasks) yield* checkLeadIsNoSupport(node, reading);
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
  for (const actor of actorsOf(clause(clauses, 'support'))) {
    const identity = identityOf(actor, reading);
    if (actor.kind === 'open' || identity === undefined || !leads.has(identity)) continue;
    yield { code: 'KH3007', span: actor.span, args: { name: actor.name.value, no: no?.written ?? '' } };
  }
}

const actorsOf = (found: ClauseNode | undefined): readonly ActorNode[] => (found && 'actors' in found ? found.actors : []);

function* checkNamedOnce(actors: readonly ActorNode[], reading: Reading): Iterable<Finding> {
  const seen = new Set<string>();
  for (const actor of actors) {
    const identity = identityOf(actor, reading);
    if (identity === undefined || actor.kind === 'open') continue;
    if (seen.has(identity)) yield { code: 'KH3008', span: actor.span, args: { name: actor.name.value } };
    seen.add(identity);
  }
}
