import type { PeriodicDue, RegimeRule, ReportRoute } from '#engine';
import type { DueNode, RegimeNode, RouteNode } from '../ast/nodes.js';
import { reportPeriod } from '../semantics/periods.js';
import { clause } from '../semantics/reading.js';
import { lowerActors, lowerAddressee, lowerVia } from './actors.js';
import type { Source } from './tasks.js';

/** Lowers a reporting regime; undefined where it has no due date that can be read. */
export function lowerRegime(node: RegimeNode, id: string, source: Source): RegimeRule | undefined {
  const due = periodic(clause(node.clauses, 'due')?.due, source);
  if (!due) return undefined;
  const periods = (clause(node.clauses, 'periods')?.periods ?? []).flatMap((period) => reportPeriod(period) ?? []);
  return {
    id,
    title: node.title?.value ?? '',
    periods: [...new Set(periods)],
    due,
    routes: node.routes.flatMap((route) => lowerRoute(route, source) ?? []),
    consolidation: lowerConsolidation(node, due, source),
    place: source.reading.lexed.lines.placeOf(node.head),
  };
}

function periodic(due: DueNode | null | undefined, { deadlines }: Source): PeriodicDue | null {
  const read = due && deadlines.periodic(due);
  return read && 'value' in read ? read.value : null;
}

function lowerRoute(route: RouteNode, source: Source): ReportRoute | undefined {
  const { reading } = source;
  const to = lowerAddressee(route.to, reading);
  if (!to) return undefined;
  return {
    from: lowerActors(route.from, reading),
    to,
    via: lowerVia(route.via[0], to, reading),
    copies: route.copies.flatMap((copy) => lowerAddressee(copy, reading) ?? []),
    due: periodic(route.due[0], source),
    place: reading.lexed.lines.placeOf(route.span),
  };
}

/** Without a date of its own a consolidation shares the regime's; "as regulated" leaves it open. */
function lowerConsolidation({ clauses }: RegimeNode, due: PeriodicDue, source: Source): RegimeRule['consolidation'] {
  const found = clause(clauses, 'consolidate');
  const route = found?.route && lowerRoute(found.route, source);
  const by = route?.from[0];
  if (!found?.route || !route || by?.kind !== 'unit') return null;
  const regulated = found.route.due.some(({ kind }) => kind === 'regulated');
  return {
    by: by.unit,
    to: route.to,
    due: regulated ? null : (route.due ?? due),
    place: source.reading.lexed.lines.placeOf(found.span),
  };
}
