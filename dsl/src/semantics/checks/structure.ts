import type { Bilingual } from '#contracts';
import type { PlanNode, TaskNode, TextNode } from '../../ast/nodes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { clause, type Reading } from '../reading.js';

const NUMBER = { vi: 'Số kế hoạch', en: 'The number of a plan' };
const TITLE = { vi: 'Tên', en: 'A title' };
const REASON = { vi: 'Lý do', en: 'A reason' };

/** KH2001, KH2002, KH2004, KH2005, KH2006, KH2007, KH2008, KH2010, KH2013: the parts are there, once, and filled. */
export function* checkStructure(reading: Reading): Iterable<Finding> {
  if (!reading.plan) yield { code: 'KH2001', span: { start: 0, end: Math.min(1, reading.lexed.lines.length) } };
  else yield* checkPlan(reading.plan);
  const second = reading.document.items.filter((item) => item.kind === 'plan')[1];
  if (second) yield { code: 'KH2002', span: second.head };
  yield* checkSections(reading);
  yield* checkTaskNumbers(reading);
  for (const { node } of reading.tasks) yield* checkTask(node);
}

function* checkPlan({ head, number, clauses }: PlanNode): Iterable<Finding> {
  yield* notEmpty(number, NUMBER);
  if (number && number.value !== '' && !/\d/.test(number.value)) {
    yield { code: 'KH2014', span: number.span, args: { number: number.value } };
  }
  const title = clause(clauses, 'title');
  if (!title) yield { code: 'KH2007', span: head };
  else yield* notEmpty(title.text, TITLE);
  for (const omit of clauses) if (omit.kind === 'omit') yield* notEmpty(omit.reason, REASON);
}

function* notEmpty(text: TextNode | null, what: Bilingual): Iterable<Finding> {
  if (text?.value === '') yield { code: 'KH2013', span: text.span, args: { what } };
}

function* checkSections({ items, lexed }: Reading): Iterable<Finding> {
  const seen = new Map<number, number>();
  for (const item of items) {
    if (item.kind !== 'section' || !item.no) continue;
    const line = seen.get(item.no.value);
    if (line !== undefined) yield { code: 'KH2010', span: item.no.span, args: { no: item.no.written, line } };
    else seen.set(item.no.value, lexed.lines.lineOf(item.span.start));
    yield* notEmpty(item.title, TITLE);
  }
}

function* checkTaskNumbers({ tasks, lexed }: Reading): Iterable<Finding> {
  const seen = new Map<string, number>();
  for (const { node } of tasks) {
    if (!node.no) continue;
    const line = seen.get(node.no.written);
    if (line !== undefined) yield { code: 'KH2004', span: node.no.span, args: { no: node.no.written, line } };
    else seen.set(node.no.written, lexed.lines.lineOf(node.span.start));
  }
}

/** A task that refines one of the parent plan may leave out what it does not change. */
function* checkTask({ no, title, head, clauses }: TaskNode): Iterable<Finding> {
  yield* notEmpty(title, TITLE);
  if (clause(clauses, 'refines') || !no) return;
  const args = { no: no.written };
  if (!title) yield { code: 'KH2008', span: head, args };
  if (!clause(clauses, 'lead')) yield { code: 'KH2005', span: head, args };
  if (!clause(clauses, 'due') && !clause(clauses, 'report')) yield { code: 'KH2006', span: head, args };
}
