import type { Bilingual } from '#contracts';
import type { UnitEntry } from '#engine';
import type { ActorNode, GroupNode, ItemNode, NameNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../lexer/lines.js';
import { phraseOf, type ConceptId, type Language } from '../../vocabulary/concepts.js';
import { foldName } from '../../vocabulary/fold.js';
import { usualClass, groupLine } from '../../vocabulary/usual-classes.js';
import { newGroups } from '../new-groups.js';
import { sameClass, type Meaning, type Reading } from '../reading.js';
import { actorListsIn, clausesIn, routesIn, singleNamesIn } from '../walk.js';
import { nameOfConcept } from './lines.js';
import { NamesMeant, type Use } from './names-meant.js';

/** KH3001 to KH3006, KH3009, KH3010: every name means something here, and is used as what it is. */
export function checkAgencies(reading: Reading): readonly Finding[] {
  const found: Finding[] = [...checkGroups(reading)];
  const names = new Names(reading, found);
  for (const item of reading.items) {
    for (const { actors } of actorListsIn(item)) for (const actor of actors) names.checkActor(actor);
    for (const name of singleNamesIn(item)) names.checkUnit(name);
    for (const { via } of routesIn(item)) for (const name of via) names.checkVia(name);
    checkSingles(item, found);
  }
  return found;
}

function* checkGroups({ items, groups, lexed, issuer, env }: Reading): Iterable<Finding> {
  for (const node of items) {
    if (node.kind !== 'group' || !node.name) continue;
    const first = groups.get(foldName(node.name.value));
    if (first && first.node !== node) yield repeated(node, lexed.lines.lineOf(first.node.span.start));
    const empty = first?.of && issuer && env.directory.select(first.of, issuer.id).length === 0;
    if (empty) {
      yield { code: 'KH3006', span: node.span, args: { name: node.name.value, issuer: issuer.name, date: env.directory.date } };
    }
  }
}

const repeated = ({ name, span }: GroupNode, line: number): Finding => ({
  code: 'KH3003',
  span,
  args: { name: name?.value ?? '', line },
});

/** A focal point and a consolidation are of one agency, and so is what a report passes through. */
function checkSingles(item: ItemNode, found: Finding[]): void {
  for (const clause of clausesIn(item)) {
    if (clause.kind === 'focal' && item.kind === 'plan') found.push(...checkSingle(clause.actors, clause.span, 'FOCAL'));
    else if (clause.kind === 'resolver') found.push(...checkSingle(clause.actors, clause.span, 'RESOLVER'));
    else if (clause.kind === 'consolidate' && clause.route) {
      found.push(...checkSingle(clause.route.from, clause.span, 'CONSOLIDATE'));
    }
  }
}

function* checkSingle(actors: readonly ActorNode[], line: Span, what: ConceptId): Iterable<Finding> {
  const [only, second] = actors;
  const isOne = only === undefined || (only.kind === 'named' && !only.each);
  if (second || !isOne) yield { code: 'KH3009', span: second?.span ?? line, args: { what: nameOfConcept(what) } };
}

/** Judges names against the groups of the text and the organisation, and adds what it finds. */
class Names {
  private readonly known: NamesMeant;

  constructor(
    private readonly reading: Reading,
    private readonly found: Finding[],
  ) {
    this.known = new NamesMeant(reading);
  }

  checkActor(actor: ActorNode): void {
    if (actor.kind === 'open') return;
    const { name, each } = actor;
    const meaning = this.reading.meaningOf(name);
    if (!meaning) this.found.push(each ? this.unknownGroup(name, each) : this.unknownUnit(name, 'actor'));
    else if (each && isOne(meaning)) this.found.push(withoutEach(actor, each));
    else if (!each && !isOne(meaning)) this.found.push(withEach(name, this.reading.lexed.language));
  }

  checkUnit(name: NameNode, use: Use = 'one'): void {
    const meaning = this.reading.meaningOf(name);
    if (!meaning) this.found.push(this.unknownUnit(name, use));
    else if (!isOne(meaning)) this.found.push({ code: 'KH3009', span: name.span, args: { what: bracketed(name) } });
  }

  /** A name to pass through may also be the local name of some unit's own division. */
  checkVia(name: NameNode): void {
    if (!this.reading.isLocalName(name)) this.checkUnit(name, 'via');
  }

  private unknownUnit(name: NameNode, use: Use): Finding {
    const date = this.reading.env.directory.date;
    const namesakes = namesakesOf(name, this.reading);
    if (namesakes.length > 1) {
      const args = { name: name.value, date, count: namesakes.length, choices: choicesOf(name, namesakes, this.reading) };
      return { code: 'KH3010', span: name.span, args };
    }
    const { suggestion, fix = use === 'actor' ? asUsual(name, this.reading) : undefined } = this.known.meant(name, use, null);
    return { code: 'KH3001', span: name.span, args: { name: name.value, date, suggestion }, ...(fix ? { fix } : {}) };
  }

  private unknownGroup(name: NameNode, each: Span): Finding {
    const { suggestion, fix = asUsual(name, this.reading) } = this.known.meant(name, 'each', each);
    return { code: 'KH3002', span: name.span, args: { name: name.value, suggestion }, ...(fix ? { fix } : {}) };
  }
}

/** The line of a group whose name says what it is of: "UBND cấp xã". */
function asUsual(name: NameNode, reading: Reading): Finding['fix'] {
  const usual = usualClass(name.value);
  if (!usual || sameClass(usual.of, reading)) return undefined;
  const { lexed, items } = reading;
  const line = groupLine({ ...usual, name: name.value }, lexed.language);
  const text = lexed.lines.slice({ start: 0, end: lexed.lines.length });
  return { title: { vi: `Thêm dòng “${line}”`, en: `Add the line “${line}”` }, ...newGroups([line], { items, text }) };
}

/** A committee acts as one. */
const isOne = (meaning: Meaning): boolean => meaning.kind === 'unit' || meaning.group.form === 'committee';

const bracketed = ({ value }: NameNode): Bilingual => ({ vi: `[${value}]`, en: `[${value}]` });

const entries = ({ env }: Reading): readonly UnitEntry[] => [...env.directory.units.values()];

/** Units that bear a name: where there are several, and none is nearer than the others, it means none of them. */
function namesakesOf({ value }: NameNode, reading: Reading): readonly UnitEntry[] {
  const key = foldName(value);
  return entries(reading).filter(({ name, aliases }) => [name, ...aliases].some((known) => foldName(known) === key));
}

/** The name with the place above each of its bearers; a few of them. */
function choicesOf({ value }: NameNode, namesakes: readonly UnitEntry[], { env }: Reading): string {
  const above = ({ superior }: UnitEntry): string => (superior && env.directory.units.get(superior)?.name) ?? '';
  const shown = namesakes.slice(0, SHOWN).map((unit) => `[${value}, ${above(unit).replace(/^UBND /, '')}]`);
  return [...shown, ...(namesakes.length > SHOWN ? ['…'] : [])].join(', ');
}

const SHOWN = 3;

function withoutEach({ name, span }: ActorNode & { readonly kind: 'named' }, each: Span): Finding {
  const title = { vi: 'Bỏ “mỗi”', en: 'Leave out “each”' };
  const fix = { title, start: each.start, end: name.span.start, text: '' };
  return { code: 'KH3005', span, args: { name: name.value }, fix };
}

function withEach(name: NameNode, language: Language): Finding {
  const title = { vi: 'Thêm “mỗi”', en: 'Add “each”' };
  return {
    code: 'KH3004',
    span: name.span,
    args: { name: name.value },
    fix: { title, start: name.span.start, end: name.span.start, text: `${phraseOf('EACH', language)} ` },
  };
}
