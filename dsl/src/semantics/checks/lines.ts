import type { Bilingual } from '#contracts';
import type { ClauseKind, ClauseNode, ItemNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Lines } from '../../lexer/lines.js';
import { phraseOf, type ConceptId } from '../../vocabulary/concepts.js';
import type { Reading } from '../reading.js';
import { actorListsIn, clausesIn } from '../walk.js';

const CONCEPTS: Readonly<Record<Exclude<ClauseKind, 'unknown'>, ConceptId>> = {
  lead: 'LEAD',
  support: 'SUPPORT',
  focal: 'FOCAL',
  due: 'DUE',
  output: 'OUTPUT',
  basis: 'BASIS',
  title: 'TITLE',
  report: 'REPORT_TO',
  refines: 'REFINES',
  implements: 'IMPLEMENTS',
  inherit: 'INHERIT',
  omit: 'OMIT',
  'runs-to': 'RUNS_TO',
  periods: 'PERIODS',
  consolidate: 'CONSOLIDATE',
  advise: 'ADVISE',
  monitor: 'MONITOR',
  request: 'REQUEST',
  resolver: 'RESOLVER',
  content: 'CONTENT',
  responsible: 'RESPONSIBLE',
  condition: 'CONDITION',
  serves: 'SERVES',
  checkpoints: 'CHECKPOINTS',
  level: 'LEVEL',
  'before-inclusive': 'BEFORE_INCLUSIVE',
  'latest-texts': 'LATEST_TEXTS',
  'per-unit': 'PER_UNIT',
  'days-off': 'DAYS_OFF',
  effective: 'EFFECTIVE',
  vision: 'VISION',
  continues: 'CONTINUES',
  amends: 'AMENDS',
  replaces: 'REPLACES',
  repeals: 'REPEALS',
  extend: 'EXTEND',
  suspend: 'SUSPEND',
  withdraw: 'WITHDRAW',
  data: 'DATA',
};

/** Which lines each part of a document may have. */
const ALLOWED: Readonly<Partial<Record<ItemNode['kind'], ReadonlySet<ClauseKind>>>> = {
  plan: new Set<ClauseKind>([
    ...(['title', 'focal', 'implements', 'inherit', 'omit', 'runs-to', 'basis', 'resolver', 'effective', 'vision'] as const),
    ...(['before-inclusive', 'days-off', 'latest-texts', 'continues', 'amends', 'replaces', 'repeals'] as const),
    ...(['extend', 'suspend', 'withdraw'] as const),
  ]),
  task: new Set<ClauseKind>([
    ...(['lead', 'support', 'due', 'output', 'basis', 'report', 'refines', 'advise', 'focal', 'monitor', 'request'] as const),
    ...(['resolver', 'responsible', 'condition', 'checkpoints', 'serves'] as const),
  ]),
  goal: new Set<ClauseKind>(['lead', 'level', 'per-unit', 'basis']),
  regime: new Set<ClauseKind>(['periods', 'due', 'consolidate', 'data', 'content']),
};

/** Lines that may stand several times. */
const REPEATABLE: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  ...(['omit', 'unknown', 'basis', 'implements', 'report', 'consolidate', 'extend', 'suspend', 'withdraw'] as const),
  ...(['continues', 'amends', 'replaces', 'repeals'] as const),
]);
const CHILD_ONLY: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['inherit', 'omit', 'refines']);

/** Keywords of the lines that a part of a document may have; undefined where it has no such lines. */
export function lineConceptsOf(kind: ItemNode['kind']): ReadonlySet<ConceptId> | undefined {
  const kinds = ALLOWED[kind];
  return kinds && new Set([...kinds].flatMap((clause) => (clause === 'unknown' ? [] : CONCEPTS[clause])));
}

const AMENDING: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['extend', 'suspend', 'withdraw']);

/** What a line is called. */
export const nameOfConcept = (id: ConceptId): Bilingual => ({ vi: phraseOf(id, 'vi'), en: phraseOf(id, 'en') });

const nameOfClause = (kind: ClauseKind): Bilingual => (kind === 'unknown' ? { vi: '', en: '' } : nameOfConcept(CONCEPTS[kind]));

/** KH1002, KH1006, KH2003, KH2011, KH2012: every line is understood, stands where it may, and once. */
export function checkLines(reading: Reading): readonly Finding[] {
  const found: Finding[] = [];
  const isChild = reading.items.some((item) => clausesIn(item).some(({ kind }) => kind === 'implements'));
  const repeats = new Repeats(reading.lexed.lines, found);
  for (const item of reading.items) {
    checkPlaces(item, isChild, found);
    repeats.check(item);
    checkSeparators(item, reading, found);
  }
  return found;
}

function checkPlaces(item: ItemNode, isChild: boolean, found: Finding[]): void {
  if (item.kind === 'orphan') found.push(...orphan(item));
  const allowed = ALLOWED[item.kind];
  for (const clause of clausesIn(item)) {
    const { kind, span } = clause;
    if (kind === 'unknown') found.push(...notUnderstood(clause));
    else if (!allowed?.has(kind)) found.push(misplaced(clause));
    else if (AMENDING.has(kind) && !clausesIn(item).some((other) => other.kind === 'amends')) {
      found.push({ code: 'KH2020', span, args: { clause: nameOfClause(kind) } });
    } else if (CHILD_ONLY.has(kind) && !isChild) found.push({ code: 'KH2012', span, args: { clause: nameOfClause(kind) } });
  }
}

function* orphan({ clause, span }: ItemNode & { kind: 'orphan' }): Iterable<Finding> {
  if (!clause) yield { code: 'KH2011', span, args: { clause: nameOfConcept('OVERDUE') } };
  else if (clause.kind === 'unknown') yield* notUnderstood(clause);
  else yield misplaced(clause);
}

const misplaced = ({ kind, span }: ClauseNode): Finding => ({ code: 'KH2011', span, args: { clause: nameOfClause(kind) } });

const LONGEST_QUOTE = 60;

/** One finding for each line: what follows a slip is not hidden by it. */
function* notUnderstood({ span, written }: ClauseNode & { kind: 'unknown' }): Iterable<Finding> {
  let at = span.start;
  for (const line of written.split('\n')) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    const found = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
    if (words !== '' && !words.startsWith('//'))
      yield { code: 'KH1002', span: { start, end: start + words.length }, args: { found } };
    at += line.length + 1;
  }
}

/** Looks for lines that an item has twice. */
class Repeats {
  /** The first line of each kind, in the last item that has one. */
  private readonly first = new Map<ClauseKind, ClauseNode>();

  constructor(
    private readonly lines: Lines,
    private readonly found: Finding[],
  ) {}

  check(item: ItemNode): void {
    for (const clause of clausesIn(item)) {
      const { kind, span } = clause;
      const first = this.first.get(kind);
      if (!first || first.span.start < item.span.start) this.first.set(kind, clause);
      else if (!REPEATABLE.has(kind)) {
        const args = { clause: nameOfClause(kind), line: this.lines.lineOf(first.span.start) };
        this.found.push({ code: 'KH2003', span, args });
      }
    }
  }
}

function checkSeparators(item: ItemNode, { lexed }: Reading, found: Finding[]): void {
  for (const { separators } of actorListsIn(item)) {
    for (const span of separators) {
      const title = { vi: 'Đổi thành “;”', en: 'Change to “;”' };
      found.push({ code: 'KH1006', span, args: { found: lexed.lines.slice(span) }, fix: { title, ...span, text: ';' } });
    }
  }
}
