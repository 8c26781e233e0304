import type { Actor, ConditionalRule, DocumentChange, PlanRef, PlanRules, Term } from '#engine';
import type { ClauseNode, ConditionalNode, OtherPlanKind, PlanNameNode, PointNode } from '../ast/nodes.js';
import { daysOf } from '../semantics/points.js';
import { clause, type Reading } from '../semantics/reading.js';
import { lowerActors, lowerAddressee, lowerUnit, lowerVia } from './actors.js';
import { lowerDue, type Source } from './source.js';

type Extras = Pick<
  PlanRules,
  | 'policy'
  | 'effectiveOn'
  | 'vision'
  | 'bases'
  | 'alsoImplements'
  | 'continues'
  | 'amends'
  | 'replaces'
  | 'repeals'
  | 'changes'
  | 'dynamicReferences'
  | 'resolver'
>;

/** What a plan says of itself besides its name and title; what it does not say is left out. */
export function lowerPlanLines({ reading }: Source): Extras {
  const clauses = reading.plan?.clauses ?? [];
  return {
    ...policyOf(clauses),
    ...given('effectiveOn', clause(clauses, 'effective')?.date?.value),
    ...given('vision', clause(clauses, 'vision')?.year?.value),
    ...some(
      'bases',
      clauses.flatMap((line) => (line.kind === 'basis' && line.text ? [line.text.value] : [])),
    ),
    ...some('alsoImplements', planRefs(clauses, 'implements', reading).slice(1)),
    ...some('continues', planRefs(clauses, 'continues', reading)),
    ...some('amends', planRefs(clauses, 'amends', reading)),
    ...some('replaces', planRefs(clauses, 'replaces', reading)),
    ...some('repeals', planRefs(clauses, 'repeals', reading)),
    ...some(
      'changes',
      clauses.flatMap((line) => changeOf(line, reading) ?? []),
    ),
    ...(clause(clauses, 'latest-texts') ? { dynamicReferences: true } : {}),
    ...given('resolver', resolverOf(clauses, reading)),
  };
}

function policyOf(clauses: readonly ClauseNode[]): Pick<Extras, 'policy'> {
  const dayOff = clause(clauses, 'days-off')?.policy ?? null;
  const isInclusive = clause(clauses, 'before-inclusive') !== undefined;
  if (!isInclusive && !dayOff) return {};
  return { policy: { ...(isInclusive ? { before: 'inclusive' } : {}), ...(dayOff ? { dayOff } : {}) } };
}

/** A value under its name; nothing where there is none. */
export const given = <K extends string, T>(key: K, value: T | null | undefined): { readonly [P in K]?: T } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T });

/** A list under its name; nothing where it is empty. */
export const some = <K extends string, T>(key: K, list: readonly T[]): { readonly [P in K]?: readonly T[] } =>
  list.length > 0 ? ({ [key]: list } as { readonly [P in K]: readonly T[] }) : {};

/** Who names what the text leaves open, where some lines say. */
export function resolverOf(clauses: readonly ClauseNode[], reading: Reading): PlanRules['resolver'] {
  const [actor]: readonly Actor[] = lowerActors(clause(clauses, 'resolver')?.actors ?? [], reading);
  if (actor?.kind === 'committee') return actor.office;
  return actor?.kind === 'unit' ? actor.unit : undefined;
}

function planRefs(clauses: readonly ClauseNode[], kind: OtherPlanKind | 'implements', reading: Reading): readonly PlanRef[] {
  return clauses.flatMap((line) => (line.kind === kind ? (planRef(line, reading) ?? []) : []));
}

function planRef({ number, issuedOn, issuer }: PlanNameNode, reading: Reading): PlanRef | undefined {
  const unit = lowerUnit(issuer, reading);
  return number && issuedOn?.value && unit !== null
    ? { issuer: unit, number: number.value, issuedOn: issuedOn.value }
    : undefined;
}

function changeOf(line: ClauseNode, { lexed }: Reading): DocumentChange | undefined {
  if (line.kind !== 'withdraw' && line.kind !== 'suspend' && line.kind !== 'extend') return undefined;
  const named = line.task && { task: line.task.written, place: lexed.lines.placeOf(line.span) };
  if (!named) return undefined;
  if (line.kind === 'withdraw') return { kind: 'withdraw', ...named };
  if (line.kind === 'extend') return extension(line.until, named);
  const from = line.from?.value;
  return from ? { kind: 'suspend', ...named, from, until: line.until?.value ?? null } : undefined;
}

function extension(point: PointNode | null, named: Pick<DocumentChange, 'task' | 'place'>): DocumentChange | undefined {
  const days = point && daysOf(point);
  return days && 'value' in days ? { kind: 'extend', ...named, until: days.value.last } : undefined;
}

/** Lowers what is reported in some case only; undefined where it could not be read. */
export function lowerConditional({ condition, route, span }: ConditionalNode, source: Source): ConditionalRule | undefined {
  const { reading, deadlines } = source;
  const to = route && lowerAddressee(route.to, reading);
  if (!condition || !route || !to) return undefined;
  const due = lowerDue(route.due[0], deadlines);
  const within: Term | null =
    due?.kind === 'within' ? { amount: due.amount, unit: due.unit } : due?.kind === 'on-event' ? due.term : null;
  return {
    condition: condition.value,
    from: lowerActors(route.from, reading),
    to,
    via: route.via.flatMap((name) => lowerVia(name, to, reading) ?? []),
    copies: route.copies.flatMap((copy) => lowerAddressee(copy, reading) ?? []),
    within,
    place: reading.lexed.lines.placeOf(span),
  };
}
