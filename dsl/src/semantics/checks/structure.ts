import type { Bilingual } from '#contracts';
import type { NumberNode, PlanNode, TaskNode, TextNode } from '../../ast/nodes.js';
import type { Code } from '../../diagnostics/codes.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../lexer/lines.js';
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
  yield* checkTasks(reading);
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

function checkTasks({ tasks }: Reading): readonly Finding[] {
  const found: Finding[] = [];
  for (const { node } of tasks) checkTask(node, found);
  return found;
}

/** A task that refines one of the parent plan may leave out what it does not change. */
function checkTask({ no, title, head, clauses }: TaskNode, found: Finding[]): void {
  if (title?.value === '') found.push(...notEmpty(title, TITLE));
  if (clause(clauses, 'refines') || !no) return;
  if (!title) found.push(lacking('KH2008', head, no));
  if (!clause(clauses, 'lead')) found.push(lacking('KH2005', head, no));
  if (!clause(clauses, 'due') && !clause(clauses, 'report')) found.push(lacking('KH2006', head, no));
}

const lacking = (code: Code, span: Span, no: NumberNode): Finding => ({ code, span, args: { no: no.written } });
