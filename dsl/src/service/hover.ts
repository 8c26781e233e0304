import type { IToken } from 'chevrotain';
import type { UnitEntry } from '#engine';
import type { Bilingual } from '#contracts';
import { dateOf, nameOf } from '../ast/leaves.js';
import { spanOfToken } from '../ast/cst.js';
import type { DueNode, TaskNode } from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';
import { deadlinesIn } from '../semantics/walk.js';
import type { Group } from '../semantics/reading.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import { phraseOf, type Concept, type ConceptId } from '../vocabulary/concepts.js';
import { holds, type Analysis } from './analysis.js';
import type { Hover } from './answers.js';
import { countedSaid, dateSaid, daySaid } from '../explain/dates-said.js';
import { countUnits, unitsSaid } from '../explain/units-said.js';

const SHOWN_MEMBERS = 8;
const plain = (text: string): Bilingual => ({ vi: text, en: text });
const phrases = (id: ConceptId): Bilingual => ({ vi: phraseOf(id, 'vi'), en: phraseOf(id, 'en') });

/** What the words at an offset mean: a deadline its last day, a name its unit or members, a number its task, a keyword itself. */
export function hover(analysis: Analysis, offset: number): Hover | null {
  const token = analysis.tokenAt(offset);
  if (!token) return null;
  const lines = linesOf(token, offset, analysis);
  return lines.length === 0 ? null : { ...spanOfToken(token), lines };
}

function linesOf(token: IToken, offset: number, analysis: Analysis): readonly Bilingual[] {
  const due = dueLines(offset, analysis);
  if (token.tokenType.name === 'Name') return nameLines(token, analysis);
  const task = taskLines(token, analysis);
  if (task.length > 0) return [...task, ...due];
  const keyword = analysis.keywords.get(token);
  if (keyword) return [keywordLine(keyword.concept), ...due];
  return token.tokenType.name === 'Date' ? [...dateLines(token, analysis), ...due] : due;
}

const keywordLine = ({ vi, en }: Concept): Bilingual => plain(`${vi[0] ?? ''} · ${en[0] ?? ''}`);

function dateLines(token: IToken, { reading: { calendar } }: Analysis): readonly Bilingual[] {
  const date = dateOf(token)?.value;
  return date ? [daySaid(date, calendar)] : [];
}

/** The last day of the deadline at an offset. */
function dueLines(offset: number, analysis: Analysis): readonly Bilingual[] {
  const due = analysis.reading.items.flatMap(deadlinesIn).find(({ span }) => holds(span, offset));
  return due ? lastDayLines(due, due.span, analysis) : [];
}

function lastDayLines(due: DueNode, span: Span, { deadlines, reading, lexed }: Analysis): readonly Bilingual[] {
  const read = deadlines.rule(due);
  const last = 'value' in read ? deadlines.lastDay(read.value) : null;
  if (last === null) return [];
  const said = daySaid(last, reading.calendar);
  const named = lexed.tokens.filter(({ startOffset }) => startOffset >= span.start && startOffset < span.end).map(dateOf);
  const counted = named.flatMap((date) => (date?.value ? (countedSaid(date.value, last) ?? []) : []))[0];
  const note = counted ?? plain('');
  const join = (text: string): string => (text === '' ? '' : `; ${text}`);
  return [{ vi: `Ngày cuối cùng được tính: ${said.vi}${join(note.vi)}`, en: `Last day that counts: ${said.en}${join(note.en)}` }];
}

function nameLines(token: IToken, { reading }: Analysis): readonly Bilingual[] {
  const name = nameOf(token);
  const meaning = name && reading.meaningOf(name);
  if (meaning?.kind === 'group') return groupLines(meaning.group, reading);
  if (meaning) return unitLines(meaning.unit, reading);
  if (!name || !reading.isLocalName(name)) return [];
  return [
    plain(name.value),
    { vi: 'Tên chung của đơn vị trực thuộc từng cơ quan.', en: 'What many bodies call a unit of their own.' },
  ];
}

function groupLines({ name, of }: Group, { env, issuer }: Analysis['reading']): readonly Bilingual[] {
  if (!of) return [plain(name.value)];
  const members = issuer ? env.directory.select(of, issuer.id) : [];
  const kind = phrases(KIND_CONCEPTS[of.kind]);
  const tier = phrases(TIER_CONCEPTS[of.tier]);
  return [
    { vi: `${name.value}: ${kind.vi} ${tier.vi}`, en: `${name.value}: ${kind.en} ${tier.en}` },
    unitsSaid(countUnits(members, SHOWN_MEMBERS)),
  ];
}

function unitLines(
  { name, kind, tier, superior, id }: UnitEntry,
  { env: { directory } }: Analysis['reading'],
): readonly Bilingual[] {
  const [kindWord, tierWord] = [phrases(KIND_CONCEPTS[kind]), phrases(TIER_CONCEPTS[tier])];
  const above = superior === null ? undefined : directory.units.get(superior)?.name;
  const below = [...directory.units.values()].filter((unit) => unit.superior === id).length;
  return [
    plain(name),
    { vi: `${kindWord.vi} ${tierWord.vi}`, en: `${kindWord.en} ${tierWord.en}` },
    ...(above === undefined ? [] : [{ vi: `Cấp trên trực tiếp: ${above}`, en: `Direct superior: ${above}` }]),
    ...(below === 0 ? [] : [{ vi: `Cấp dưới trực tiếp: ${below} đơn vị`, en: `Directly below: ${below} units` }]),
  ];
}

function taskLines(token: IToken, analysis: Analysis): readonly Bilingual[] {
  const found = analysis.numbers.find(({ number }) => number.span.start === token.startOffset);
  if (!found || found.use === 'own' || found.of !== 'task') return [];
  const no = found.number.written;
  const task = analysis.reading.taskByNumber.get(no);
  if (found.use === 'meant') return task ? [headLine(no, task), ...ownDue(task, analysis)] : [];
  const above = analysis.reading.parent?.task(no);
  if (!above) return [];
  const plan = analysis.reading.parent?.ref;
  const issued = plan ? `${plan.number} · ${dateSaid(plan.issuedOn)}` : '';
  return [{ vi: `Nhiệm vụ ${no} “${above.rule.title}”`, en: `Task ${no} “${above.rule.title}”` }, plain(issued)];
}

const headLine = (no: string, { title }: TaskNode): Bilingual => ({
  vi: `Nhiệm vụ ${no} “${title?.value ?? ''}”`,
  en: `Task ${no} “${title?.value ?? ''}”`,
});

function ownDue(task: TaskNode, analysis: Analysis): readonly Bilingual[] {
  return deadlinesIn(task).flatMap((due) => lastDayLines(due, due.span, analysis));
}
