import type { CstNode } from 'chevrotain';
import type { ConceptId } from '../vocabulary/concepts.js';
import { childOf, conceptIn, node, nodes, spanOf, spanOfToken, token, tokens } from './cst.js';
import { dueOf, readDue, readOne, rhythmOf } from './due.js';
import { actorsOf, addresseeOf, dateOf, nameOf, numberOf, textOf } from './leaves.js';
import { levelOf } from './levels.js';
import type { ClauseNode, OtherPlanKind, PeriodEntryNode, PeriodNode, PlanNameNode, RouteNode } from './nodes.js';
import { pointOf } from './points.js';

type Reader = (from: CstNode, text: string) => ClauseNode;

const listOf =
  <K extends ListKind>(kind: K): Reader =>
  (from) => ({ kind, span: spanOf(from), ...actorsOf(node(from, 'actors')) });
type ListKind = 'lead' | 'support' | 'focal' | 'advise' | 'monitor' | 'request' | 'resolver';

const textLine =
  (kind: 'output' | 'basis' | 'title' | 'content' | 'responsible' | 'condition'): Reader =>
  (from) => ({ kind, span: spanOf(from), text: textOf(token(from, 'Text')) });

const READERS: Readonly<Record<string, Reader>> = {
  lead: listOf('lead'),
  support: listOf('support'),
  focal: listOf('focal'),
  advise: listOf('advise'),
  monitor: listOf('monitor'),
  request: listOf('request'),
  resolver: listOf('resolver'),
  output: textLine('output'),
  basis: textLine('basis'),
  title: textLine('title'),
  content: textLine('content'),
  responsible: textLine('responsible'),
  condition: textLine('condition'),
  dueClause: (from, text) => ({ kind: 'due', span: spanOf(from), due: dueOf(from, text) }),
  reportTo: (from, text) => ({ kind: 'report', span: spanOf(from), to: addresseeOf(from), due: dueOf(from, text) }),
  refines: (from) => ({ kind: 'refines', span: spanOf(from), task: numberOf(token(from, 'Numeral')) }),
  serves: (from) => ({
    kind: 'serves',
    span: spanOf(from),
    targets: tokens(from, 'Numeral').flatMap((found) => numberOf(found) ?? []),
  }),
  checkpoints: (from) => ({
    kind: 'checkpoints',
    span: spanOf(from),
    points: nodes(from, 'point').flatMap((point) => pointOf(point) ?? []),
  }),
  level: (from) => ({ kind: 'level', span: spanOf(from), levels: nodes(from, 'oneLevel').map(levelOf) }),
  implementsClause: (from) => ({ kind: 'implements', span: spanOf(from), ...planNameOf(from) }),
  otherPlan: (from) => ({ kind: otherPlanKind(from), span: spanOf(from), ...planNameOf(from) }),
  omit: (from) => ({
    kind: 'omit',
    span: spanOf(from),
    task: numberOf(token(from, 'Numeral')),
    reason: textOf(token(from, 'Text')),
  }),
  runsTo: (from) => ({ kind: 'runs-to', span: spanOf(from), date: dateOf(token(from, 'Date')) }),
  effective: (from) => ({ kind: 'effective', span: spanOf(from), date: dateOf(token(from, 'Date')) }),
  vision: (from) => ({ kind: 'vision', span: spanOf(from), year: numberOf(token(from, 'Int')) }),
  policy: policyOf,
  change: changeOf,
  periods: (from, text) => {
    const entries = nodes(from, 'periodEntry').flatMap((entry) => periodEntryOf(entry, text) ?? []);
    const periods = entries.flatMap(({ period, also }) => (also ? [period, also] : [period]));
    return { kind: 'periods', span: spanOf(from), periods, entries };
  },
  data: dataOf,
  consolidate: (from, text) => {
    const route = node(from, 'route');
    return { kind: 'consolidate', span: spanOf(from), route: route ? routeOf(route, text) : null };
  },
  unknown: unknownOf,
};

function planNameOf(from: CstNode): PlanNameNode {
  const name = node(from, 'planName');
  return { number: textOf(token(name, 'Text')), issuedOn: dateOf(token(name, 'Date')), issuer: nameOf(token(name, 'Name')) };
}

const OTHER_PLANS = { CONTINUES: 'continues', AMENDS: 'amends', REPLACES: 'replaces', REPEALS: 'repeals' } as const;

function otherPlanKind(from: CstNode): OtherPlanKind {
  const found = conceptIn(from, ['CONTINUES', 'AMENDS', 'REPLACES', 'REPEALS']) ?? 'CONTINUES';
  return OTHER_PLANS[found as keyof typeof OTHER_PLANS];
}

const DAYS_OFF = { STAYS: 'none', MOVES_ON: 'next', MOVES_BACK: 'previous' } as const;

function policyOf(from: CstNode): ClauseNode {
  const span = spanOf(from);
  if (token(from, 'BEFORE_INCLUSIVE')) return { kind: 'before-inclusive', span };
  if (token(from, 'LATEST_TEXTS')) return { kind: 'latest-texts', span };
  if (token(from, 'PER_UNIT')) return { kind: 'per-unit', span };
  const found = conceptIn(from, ['STAYS', 'MOVES_ON', 'MOVES_BACK']) as keyof typeof DAYS_OFF | undefined;
  return { kind: 'days-off', span, policy: found ? DAYS_OFF[found] : null };
}

function changeOf(from: CstNode): ClauseNode {
  const span = spanOf(from);
  const task = numberOf(token(from, 'Numeral'));
  if (token(from, 'EXTEND')) return { kind: 'extend', span, task, until: pointOf(node(from, 'point')) };
  if (token(from, 'WITHDRAW')) return { kind: 'withdraw', span, task };
  const [first, second] = tokens(from, 'Date');
  return { kind: 'suspend', span, task, from: dateOf(first), until: dateOf(second) };
}

function dataOf(from: CstNode): ClauseNode {
  const window = node(from, 'dataWindow');
  const [first, last] = tokens(window, 'Int').map(numberOf);
  const days = token(window, 'BY_CALENDAR') ? 'calendar' : first && last ? { from: first, until: last } : null;
  return { kind: 'data', span: spanOf(from), days, cumulative: token(window, 'CUMULATIVE') !== undefined };
}

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

function periodEntryOf(from: CstNode, text: string): PeriodEntryNode | null {
  const [period, also] = nodes(from, 'reportPeriod').map(periodOf);
  const due = node(from, 'periodDue');
  return period ? { span: spanOf(from), period, also: also ?? null, due: due ? readOne(due, text) : null } : null;
}

const PERIODS: readonly (readonly [ConceptId, PeriodNode['kind']])[] = [
  ['YEAR', 'year'],
  ['WEEKS', 'week'],
  ['DAYS', 'day'],
  ['MIDTERM', 'midterm'],
  ['FINAL', 'final'],
  ['ON_REQUEST', 'on-request'],
];

function periodOf(from: CstNode): PeriodNode | null {
  const span = spanOf(from);
  const number = numberOf(token(from, 'Roman') ?? token(from, 'Int'));
  if (token(from, 'QUARTER')) return { kind: 'quarter', span, number };
  if (token(from, 'LATTER_HALF')) return { kind: 'latter', span, number };
  if (token(from, 'MONTHS')) return { kind: 'months', span, number };
  const rhythm = rhythmOf(from);
  if (rhythm) return { kind: rhythm === 'quarter' ? 'quarters' : rhythm, span, number: null };
  const found = PERIODS.find(([concept]) => token(from, concept));
  return found ? { kind: found[1], span, number: null } : null;
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
    into: parts.flatMap((part) => textOf(token(node(part, 'into'), 'Text')) ?? []),
    due: parts.flatMap((part) => nodes(part, 'due').flatMap((due) => readDue(due, text) ?? [])),
  };
}
