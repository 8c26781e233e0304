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

/** Clauses of an item; none where it has no clauses. */
export function clausesIn(item: ItemNode): readonly ClauseNode[] {
  return 'clauses' in item ? item.clauses : [];
}

/** Routes of an item, that of its consolidation included. */
export function routesIn(item: ItemNode): readonly RouteNode[] {
  if (item.kind === 'conditional') return item.route ? [item.route] : [];
  if (item.kind !== 'regime') return [];
  return [
    ...item.routes,
    ...item.clauses.flatMap((clause) => (clause.kind === 'consolidate' && clause.route ? [clause.route] : [])),
  ];
}

/** Every list of actors of an item. */
export function actorListsIn(item: ItemNode): readonly ActorList[] {
  const ofClauses = clausesIn(item).flatMap((clause) => ('actors' in clause ? [clause] : []));
  const ofRoutes = routesIn(item).map(({ from, separators }) => ({ actors: from, separators }));
  const ofGroup = item.kind === 'group' && item.members ? [{ actors: item.members, separators: item.separators }] : [];
  return [...ofClauses, ...ofRoutes, ...(item.kind === 'duty' ? [item] : []), ...ofGroup];
}

const namesOf = (addressees: readonly (AddresseeNode | null)[]): readonly NameNode[] =>
  addressees.flatMap((addressee) => (addressee?.kind === 'named' ? [addressee.name] : []));

/** Every name of an item that must be one unit: addressees, copies, targets of steps, the parent's issuer. */
export function singleNamesIn(item: ItemNode): readonly NameNode[] {
  switch (item.kind) {
    case 'plan':
      return [
        ...(item.issuer ? [item.issuer] : []),
        ...item.clauses.flatMap((c) => ('issuer' in c && c.issuer ? [c.issuer] : [])),
      ];
    case 'task':
      return namesOf(item.clauses.map((clause) => (clause.kind === 'report' ? clause.to : null)));
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
export const pointsIn = (item: ItemNode): readonly PointNode[] =>
  clausesIn(item).flatMap((line) => {
    if (line.kind === 'checkpoints') return line.points;
    if (line.kind === 'extend') return line.until ? [line.until] : [];
    return line.kind === 'level' ? line.levels.flatMap(({ by }) => by ?? []) : [];
  });

/** Deadlines of tasks and duties, of reports that sum up the plan, and of what is reported in some case only. */
export function deadlinesIn(item: ItemNode): readonly DueNode[] {
  if (item.kind === 'duty') return item.due ? [item.due] : [];
  if (item.kind === 'conditional') return item.route?.due ?? [];
  if (item.kind === 'regime') return item.clauses.flatMap((line) => (line.kind === 'periods' ? oneOffs(line.entries) : []));
  if (item.kind !== 'task') return [];
  return item.clauses.flatMap((clause) =>
    (clause.kind === 'due' || clause.kind === 'report') && clause.due ? [clause.due] : [],
  );
}
