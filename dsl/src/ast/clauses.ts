import type { CstNode } from 'chevrotain';
import { childOf, node, nodes, spanOf, spanOfToken, token } from './cst.js';
import { dueOf, readDue } from './due.js';
import { actorsOf, addresseeOf, dateOf, nameOf, numberOf, textOf } from './leaves.js';
import type { ClauseNode, PeriodNode, RouteNode } from './nodes.js';

type Reader = (from: CstNode, text: string) => ClauseNode;

const READERS: Readonly<Record<string, Reader>> = {
  lead: (from) => ({ kind: 'lead', span: spanOf(from), ...actorsOf(node(from, 'actors')) }),
  support: (from) => ({ kind: 'support', span: spanOf(from), ...actorsOf(node(from, 'actors')) }),
  focal: (from) => ({ kind: 'focal', span: spanOf(from), ...actorsOf(node(from, 'actors')) }),
  dueClause: (from, text) => ({ kind: 'due', span: spanOf(from), due: dueOf(from, text) }),
  output: (from) => ({ kind: 'output', span: spanOf(from), text: textOf(token(from, 'Text')) }),
  basis: (from) => ({ kind: 'basis', span: spanOf(from), text: textOf(token(from, 'Text')) }),
  title: (from) => ({ kind: 'title', span: spanOf(from), text: textOf(token(from, 'Text')) }),
  reportTo: (from, text) => ({ kind: 'report', span: spanOf(from), to: addresseeOf(from), due: dueOf(from, text) }),
  refines: (from) => ({ kind: 'refines', span: spanOf(from), task: numberOf(token(from, 'Numeral')) }),
  implementsClause: (from) => ({
    kind: 'implements',
    span: spanOf(from),
    number: textOf(token(from, 'Text')),
    issuedOn: dateOf(token(from, 'Date')),
    issuer: nameOf(token(from, 'Name')),
  }),
  omit: (from) => ({
    kind: 'omit',
    span: spanOf(from),
    task: numberOf(token(from, 'Numeral')),
    reason: textOf(token(from, 'Text')),
  }),
  runsTo: (from) => ({ kind: 'runs-to', span: spanOf(from), date: dateOf(token(from, 'Date')) }),
  periods: (from) => ({
    kind: 'periods',
    span: spanOf(from),
    periods: nodes(from, 'reportPeriod').flatMap((p) => periodOf(p) ?? []),
  }),
  consolidate: (from, text) => {
    const route = node(from, 'route');
    return { kind: 'consolidate', span: spanOf(from), route: route ? routeOf(route, text) : null };
  },
  unknown: unknownOf,
};

function unknownOf(from: CstNode, text: string): ClauseNode {
  const span = spanOf(from);
  return { kind: 'unknown', span, written: text.slice(span.start, span.end) };
}

/** Reads a `clause` node; undefined where recovery left nothing of it. */
export function clauseOf(clause: CstNode, text: string): ClauseNode | undefined {
  const inherit = token(clause, 'INHERIT');
  if (inherit) return { kind: 'inherit', span: spanOfToken(inherit) };
  const found = childOf(clause, READERS);
  return found?.read(found.from, text);
}

/** Reads the clauses below a node. */
export const clausesOf = (parent: CstNode, text: string): readonly ClauseNode[] =>
  nodes(parent, 'clause').flatMap((clause) => clauseOf(clause, text) ?? []);

/** Reads a line of a regime that is no route. */
export function regimeClauseOf(line: CstNode, text: string): ClauseNode | undefined {
  const stray = node(line, 'strayLine');
  return stray ? unknownOf(stray, text) : clauseOf(line, text);
}

function periodOf(from: CstNode): PeriodNode | null {
  const span = spanOf(from);
  const number = numberOf(token(from, 'Roman') ?? token(from, 'Int'));
  if (token(from, 'QUARTER')) return { kind: 'quarter', span, number };
  if (token(from, 'YEAR')) return { kind: 'year', span, number: null };
  if (!token(from, 'MONTHS')) return null;
  return { kind: number ? 'months' : 'month', span, number };
}

/** Reads a route: who sends to whom, through whom, with copies to whom, by when. */
export function routeOf(from: CstNode, text: string): RouteNode {
  const parts = nodes(from, 'routePart');
  const { actors, separators } = actorsOf(node(from, 'actors'));
  return {
    span: spanOf(from),
    from: actors,
    separators,
    to: addresseeOf(from),
    via: parts.flatMap((part) => nameOf(token(node(part, 'via'), 'Name')) ?? []),
    copies: parts.flatMap((part) => addresseeOf(node(part, 'copy')) ?? []),
    due: parts.flatMap((part) => nodes(part, 'due').flatMap((due) => readDue(due, text) ?? [])),
  };
}
