import { conform, deadlineOf, planIdOf, type DeadlineRule, type Nonconformity, type PlanRules } from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseOf, TaskNode } from '../../ast/nodes.js';
import type { Code } from '../../diagnostics/codes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../lexer/lines.js';
import { clause, type Reading } from '../reading.js';
import { deadlineText } from '../../draft/deadline-text.js';
import { nameOfConcept } from './lines.js';
import { checkReportConformance } from './report-conformance.js';

const CODES: Readonly<Record<Nonconformity['code'], Code>> = { 'unknown-task': 'KH6001', dropped: 'KH6002', loosened: 'KH6003' };
const TITLE = { vi: 'tên', en: 'title' };

/**
 * KH6001 to KH6009: a plan against the one it carries out. With other errors in the text nothing is said to be dropped: what
 * could not be read may be what keeps it.
 */
export function* checkConformance(reading: Reading, rules: PlanRules | null, hasErrors: boolean): Iterable<Finding> {
  const { plan, parent, env, calendar } = reading;
  const stated = plan && clause(plan.clauses, 'implements');
  if (!stated) return;
  if (!parent) {
    yield { code: 'KH6004', span: stated.span, args: { parent: stated.number?.value ?? '' } };
    yield* checkSelfContained(reading, stated);
    return;
  }
  if (!rules?.implements) return;
  if (planIdOf(rules.implements) !== planIdOf(parent.ref)) {
    yield { code: 'KH6005', span: stated.span, args: { given: parent.ref.number, parent: rules.implements.number } };
    return;
  }
  const short = conform(parent.plan, rules, { directory: env.directory, calendar });
  yield* short.filter(({ code }) => !hasErrors || code !== 'dropped').map((one) => findingOf(one, { reading, rules }));
  if (!hasErrors) yield* checkReportConformance(reading, rules);
}

/** Without the parent at hand a refining task must state what the parent's task would have told. */
function* checkSelfContained({ tasks }: Reading, stated: ClauseOf<'implements'>): Iterable<Finding> {
  for (const { node } of tasks) {
    if (!clause(node.clauses, 'refines')) continue;
    const missing = [...(node.title ? [] : [TITLE]), ...(clause(node.clauses, 'lead') ? [] : [nameOfConcept('LEAD')])];
    for (const what of missing) {
      const args = { no: node.no?.written ?? '', what, parent: stated.number?.value ?? '' };
      yield { code: 'KH6006', span: node.head, args };
    }
  }
}

interface Against {
  readonly reading: Reading;
  readonly rules: PlanRules;
}

function findingOf({ code, task, parentDue, childDue, place }: Nonconformity, { reading, rules }: Against): Finding {
  const { parent } = reading;
  const above = parent?.plan.byKey.get(task)?.rule;
  const own = rules.tasks.find((candidate) => candidate.place.start === place.start);
  return {
    code: CODES[code],
    span: spanOf(place, code, reading),
    args: {
      task,
      parent: parent?.ref.number ?? '',
      parentDue: parentDue ?? inWords(above && deadlineOf(above)),
      childDue: childDue ?? inWords(own && deadlineOf(own)),
    },
  };
}

const NONE = { vi: 'không có ngày', en: 'no date' };

/** A deadline that is bound to no date, as the language says it: `“định kỳ hằng quý”`. */
function inWords(rule: DeadlineRule | null | undefined): Bilingual {
  if (!rule) return NONE;
  return { vi: `“${deadlineText(rule, 'vi')}”`, en: `“${deadlineText(rule, 'en')}”` };
}

/** The line that is at fault within the task: its deadline, or the number that it refines. */
function spanOf(place: Span, code: Nonconformity['code'], { tasks }: Reading): Span {
  const node = tasks.find((task) => task.node.span.start === place.start)?.node;
  return (node && lineOf(node, code)) ?? { start: place.start, end: place.end };
}

function lineOf({ clauses }: TaskNode, code: Nonconformity['code']): Span | undefined {
  if (code === 'unknown-task') return clause(clauses, 'refines')?.span;
  return (clause(clauses, 'due') ?? clause(clauses, 'report'))?.span;
}
