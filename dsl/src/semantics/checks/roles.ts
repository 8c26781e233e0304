import type { ActorNode, TaskNode } from '../../ast/nodes.js';
import type { Finding, Fix } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../lexer/lines.js';
import { foldName } from '../../vocabulary/fold.js';
import { clause, type Reading } from '../reading.js';
import { actorListsIn } from '../walk.js';

/** KH3007, KH3008, KH3011, KH3012: nobody is named twice for the same work, and it is plain who answers for it. */
export function checkRoles(reading: Reading): readonly Finding[] {
  const found: Finding[] = [];
  for (const { node } of reading.tasks) {
    checkLeadIsNoSupport(node, reading, found);
    checkIssuerIsNoSupport(node, reading, found);
    checkJointLeads(node, reading, found);
  }
  for (const item of reading.items) {
    for (const { actors } of actorListsIn(item)) if (actors.length > 1) checkNamedOnce(actors, reading, found);
  }
  return found;
}

/** Two spellings of one unit are one. */
function identityOf(actor: ActorNode, reading: Reading): string | undefined {
  if (actor.kind === 'open') return undefined;
  const meaning = reading.meaningOf(actor.name);
  if (!meaning) return foldName(actor.name.value);
  return meaning.kind === 'unit' ? meaning.unit.id : meaning.group.name.value;
}

function checkLeadIsNoSupport({ no, clauses }: TaskNode, reading: Reading, found: Finding[]): void {
  const [leads, line] = [clause(clauses, 'lead'), clause(clauses, 'support')];
  if (!leads || !line) return;
  const identities = new Identities(leads.actors.map((actor) => identityOf(actor, reading)));
  line.actors.forEach((actor, index) => {
    const identity = identityOf(actor, reading);
    if (actor.kind === 'open' || identity === undefined || !identities.has(identity)) return;
    const args = { name: actor.name.value, no: no?.written ?? '' };
    found.push({ code: 'KH3007', span: actor.span, args, fix: without(line.actors, index, line.span) });
  });
}

const FEW = 8;

/** Those of a list: looked for one by one where they are few, as they nearly always are. */
class Identities {
  private readonly many: ReadonlySet<string | undefined> | undefined;

  constructor(private readonly list: readonly (string | undefined)[]) {
    this.many = list.length > FEW ? new Set(list) : undefined;
  }

  has(identity: string): boolean {
    return this.many ? this.many.has(identity) : this.list.includes(identity);
  }
}

/** Whoever issues a plan gives its work to others or leads it: among those who support it has nobody to support. */
function checkIssuerIsNoSupport({ no, clauses }: TaskNode, reading: Reading, found: Finding[]): void {
  const { issuer } = reading;
  const line = clause(clauses, 'support');
  if (!line || !issuer) return;
  line.actors.forEach((actor, index) => {
    if (actor.kind === 'open' || actor.each || identityOf(actor, reading) !== issuer.id) return;
    const args = { name: actor.name.value, no: no?.written ?? '' };
    found.push({ code: 'KH3011', span: actor.span, args, fix: without(line.actors, index, line.span) });
  });
}

/** Takes one name out of a list, with its sign; the whole line where it is the only one. */
function without(actors: readonly ActorNode[], index: number, line: Span): Fix {
  const [own, next, before] = [actors[index]?.span ?? line, actors[index + 1]?.span, actors[index - 1]?.span];
  const title = { vi: 'Bỏ tên này', en: 'Take this name out' };
  if (before) return { title, start: before.end, end: own.end, text: '' };
  return next ? { title, start: own.start, end: next.start, text: '' } : { title, ...line, text: '' };
}

/** Several named leads share one item: worth knowing, since a list of them may be meant to have one each. */
function checkJointLeads({ no, clauses }: TaskNode, reading: Reading, found: Finding[]): void {
  const line = clause(clauses, 'lead');
  const first = line?.actors[0];
  if (!line || first?.kind !== 'named' || line.actors.length < 2 || clause(clauses, 'refines')) return;
  const isPlain = line.actors.every(
    (actor) => actor.kind === 'named' && !actor.each && reading.meaningOf(actor.name) !== undefined,
  );
  if (!isPlain) return;
  const args = { no: no?.written ?? '', count: line.actors.length, name: first.name.value };
  found.push({ code: 'KH3012', span: line.span, args });
}

function checkNamedOnce(actors: readonly ActorNode[], reading: Reading, found: Finding[]): void {
  const seen = new Set<string>();
  actors.forEach((actor, index) => {
    const identity = identityOf(actor, reading);
    if (identity === undefined || actor.kind === 'open') return;
    if (seen.has(identity)) {
      const args = { name: actor.name.value };
      found.push({ code: 'KH3008', span: actor.span, args, fix: without(actors, index, actor.span) });
    }
    seen.add(identity);
  });
}
