import type {
  ActorNode,
  AddresseeNode,
  ClauseNode,
  DueNode,
  ItemNode,
  NameNode,
  PeriodEntryNode,
  PointNode,
  RouteNode,
} from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';

/** A list of actors as it stands in the text. */
export interface ActorList {
  readonly actors: readonly ActorNode[];
  readonly separators: readonly Span[];
}

const NO_CLAUSES: readonly ClauseNode[] = [];
const NO_ROUTES: readonly RouteNode[] = [];

/** Clauses of an item; none where it has no clauses. */
export function clausesIn(item: ItemNode): readonly ClauseNode[] {
  switch (item.kind) {
    case 'plan':
    case 'task':
    case 'goal':
    case 'regime':
      return item.clauses;
    default:
      return NO_CLAUSES;
  }
}

/** Routes of an item, that of its consolidation included. */
export function routesIn(item: ItemNode): readonly RouteNode[] {
  if (item.kind === 'conditional') return item.route ? [item.route] : NO_ROUTES;
  if (item.kind !== 'regime') return NO_ROUTES;
  return [
    ...item.routes,
    ...item.clauses.flatMap((clause) => (clause.kind === 'consolidate' && clause.route ? [clause.route] : [])),
  ];
}

/** Every list of actors of an item. */
export function actorListsIn(item: ItemNode): readonly ActorList[] {
  const lists: ActorList[] = [];
  for (const clause of clausesIn(item)) if (namesActors(clause)) lists.push(clause);
  for (const { from, separators } of routesIn(item)) lists.push({ actors: from, separators });
  if (item.kind === 'duty') lists.push(item);
  if (item.kind === 'group' && item.members) lists.push({ actors: item.members, separators: item.separators });
  return lists;
}

function namesActors(clause: ClauseNode): clause is Extract<ClauseNode, ActorList> {
  switch (clause.kind) {
    case 'lead':
    case 'support':
    case 'focal':
    case 'advise':
    case 'monitor':
    case 'request':
    case 'resolver':
      return true;
    default:
      return false;
  }
}

const namesOf = (addressees: readonly (AddresseeNode | null)[]): readonly NameNode[] =>
  addressees.flatMap((addressee) => (addressee?.kind === 'named' ? [addressee.name] : []));

const NO_NAMES: readonly NameNode[] = [];

/** Every name of an item that must be one unit: addressees, copies, targets of steps, the parent's issuer. */
export function singleNamesIn(item: ItemNode): readonly NameNode[] {
  switch (item.kind) {
    case 'plan':
      return [
        ...(item.issuer ? [item.issuer] : []),
        ...item.clauses.flatMap((c) => ('issuer' in c && c.issuer ? [c.issuer] : [])),
      ];
    case 'task':
      return item.clauses.flatMap((clause) => (clause.kind === 'report' ? namesOf([clause.to]) : NO_NAMES));
    case 'duty':
      return namesOf([item.sendTo]);
    case 'group':
      return [...(item.below ? [item.below] : []), ...(item.office ? [item.office] : [])];
    case 'conditional':
    case 'regime':
      return namesOf(routesIn(item).flatMap(({ to, copies }) => [to, ...copies]));
    case 'escalation':
      return item.steps.flatMap(({ actions }) =>
        actions.flatMap(({ target }) => (target?.kind === 'named' ? [target.name] : [])),
      );
    default:
      return [];
  }
}

/** A report that sums up the plan once has a deadline as a task has. */
const oneOffs = (entries: readonly PeriodEntryNode[]): readonly DueNode[] =>
  entries.flatMap(({ period, due }) => (due && (period.kind === 'midterm' || period.kind === 'final') ? [due] : []));

/** Points of the calendar that are no deadline: checkpoints, extensions, the steps of targets. */
export function pointsIn(item: ItemNode): readonly PointNode[] {
  const points: PointNode[] = [];
  for (const line of clausesIn(item)) {
    if (line.kind === 'checkpoints') points.push(...line.points);
    else if (line.kind === 'extend' && line.until) points.push(line.until);
    else if (line.kind === 'level') points.push(...line.levels.flatMap(({ by }) => by ?? []));
  }
  return points;
}

/** Deadlines of tasks and duties, of reports that sum up the plan, and of what is reported in some case only. */
export function deadlinesIn(item: ItemNode): readonly DueNode[] {
  if (item.kind === 'duty') return item.due ? [item.due] : [];
  if (item.kind === 'conditional') return item.route?.due ?? [];
  if (item.kind === 'regime') return item.clauses.flatMap((line) => (line.kind === 'periods' ? oneOffs(line.entries) : []));
  if (item.kind !== 'task') return [];
  const dues: DueNode[] = [];
  for (const line of item.clauses) if ((line.kind === 'due' || line.kind === 'report') && line.due) dues.push(line.due);
  return dues;
}
