import { addDays, type DeadlineRule, type LocalDate } from '#engine';
import type { ClauseKind } from '../ast/nodes.js';
import { deadlineText } from '../draft/deadline-text.js';
import { parse } from '../parser/parse.js';
import { readDeadline } from '../reader/read-deadline.js';
import type { DeadlineReading, RecurringReading } from '../reader/reading.js';
import type { Analysis } from '../service/analysis.js';
import { type Language, phraseOf } from '../vocabulary/concepts.js';
import { bare, type NewGroup } from '../vocabulary/usual-classes.js';
import { KEYWORDS, type Column, withCurvedQuotes } from './columns.js';
import { readName } from './read-names.js';

/** What a cell says, as the language writes it behind the keyword; or why it could not be read. */
export type CellRead =
  | { readonly ok: true; readonly source: string; readonly groups: readonly NewGroup[] }
  | { readonly ok: false; readonly why: 'unit' | 'several' | 'deadline' | 'unsure' | 'words'; readonly name: string };

const read = (source: string, groups: readonly NewGroup[] = []): CellRead => ({ ok: true, source, groups });

/** Reads what a person wrote into a cell, or what stood in a table of Word or Excel. An empty cell says nothing. */
export function readCell(column: Column, written: string, analysis: Analysis): CellRead {
  const text = written
    .normalize('NFC')
    .replace(/[\u00a0\u200b\ufeff]/g, ' ')
    .trim();
  if (column === 'title' || column === 'output') return read(withCurvedQuotes(text.replace(/\s+/g, ' ')));
  if (text === '') return read('');
  return column === 'due' ? readDue(text, analysis) : readActors(column, text, analysis);
}

/** True where the grammar takes words as a line of one of these kinds, and nothing else. */
function isLine(line: string, kinds: readonly ClauseKind[], { lexed: { language } }: Analysis): boolean {
  const { document, findings } = parse(`${phraseOf('TASK', language)} 1 "x"\n  ${line}\n`);
  const [task, ...others] = document.items;
  if (task?.kind !== 'task' || others.length > 0 || findings.length > 0) return false;
  const [clause, ...rest] = task.clauses;
  if (!clause || rest.length > 0 || !kinds.includes(clause.kind)) return false;
  return !('due' in clause) || clause.due !== null;
}

function readActors(column: 'lead' | 'support', text: string, analysis: Analysis): CellRead {
  const { language } = analysis.lexed;
  const oneLine = text.replace(/\s+/g, ' ');
  const isSource =
    /\[.*\]|".*"/.test(oneLine) && isLine(`${phraseOf(KEYWORDS[column], language)}: ${oneLine}`, [column], analysis);
  if (isSource) return read(oneLine);
  const found: string[] = [];
  const groups: NewGroup[] = [];
  for (const piece of text
    .split(/[;\n]+/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    for (let rest = piece; rest !== ''; ) {
      const taken = firstName(rest, analysis);
      if (!taken.name.ok && column === 'support' && isRelevant(rest)) {
        found.push(`${phraseOf('RELEVANT', language)} "${withCurvedQuotes(rest)}"`);
        break;
      }
      if (!taken.name.ok) return taken.name;
      found.push(taken.name.source);
      if (taken.name.group) groups.push(taken.name.group);
      rest = taken.rest;
    }
  }
  return read([...new Set(found)].join('; '), groups);
}

/** "Các đơn vị, địa phương có liên quan": agencies that are not named, in words that name none. */
const RELEVANT =
  /^((cac|mot so|co quan|don vi|dia phuong|to chuc|ca nhan|doanh nghiep|doan the|so|ban|nganh|cap|va|co|khac)\b[, ]*)+lien quan( khac)?$/;
const isRelevant = (words: string): boolean => RELEVANT.test(bare(words));

/** The longest run of parts between commas that is a name: names have commas too. */
function firstName(text: string, analysis: Analysis): { readonly name: ReturnType<typeof readName>; readonly rest: string } {
  const parts = text.split(',');
  for (let count = parts.length; count > 0; count--) {
    const name = readName(parts.slice(0, count).join(','), analysis);
    if (name.ok || (name.why === 'several' && count === 1)) return { name, rest: parts.slice(count).join(',').trim() };
  }
  return { name: readName(parts[0] ?? '', analysis), rest: '' };
}

/** A day and nothing else, as columns of Excel have it: the last day. */
const BARE_DATE = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/;

/** "Report to X before a day", as annexes put it into the column of deadlines. */
const REPORT = /^(?:báo cáo(?: kết quả)?(?: thực hiện)? về|report to)\s+(.+?)\s+((?:trước|chậm nhất|before|no later|by)\b.*)$/iu;

function readDue(text: string, analysis: Analysis): CellRead {
  const { language } = analysis.lexed;
  const phrase = text.replace(/\s+/g, ' ').replace(/[.;]+$/, '');
  const due = phraseOf('DUE', language);
  if (isLine(phrase, ['report'], analysis)) return read(phrase);
  const words = dueWords(phrase, language).find((each) => isLine(`${due}: ${each}`, ['due'], analysis));
  if (words !== undefined) return read(decapitalised(words));
  const report = REPORT.exec(phrase);
  if (report) return readReport(report[1] ?? '', report[2] ?? '', analysis);
  const { issuedOn } = analysis.reading;
  if (!issuedOn) return { ok: false, why: 'deadline', name: text };
  const reading = readDeadline(phrase, { issuedOn, calendar: analysis.reading.calendar });
  if (reading.sure === false) return { ok: false, why: 'unsure', name: text };
  const rule = ruleOf(reading);
  const said = rule && deadlineText(rule, language);
  return said && isLine(`${due}: ${said}`, ['due'], analysis) ? read(said) : { ok: false, why: 'deadline', name: text };
}

/** The ways in which a phrase may be the language's own. */
const dueWords = (phrase: string, language: Language): readonly string[] =>
  BARE_DATE.test(phrase) ? [] : [phrase, `${phraseOf('WITHIN', language)} ${phrase}`];

const decapitalised = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function readReport(to: string, when: string, analysis: Analysis): CellRead {
  const { language } = analysis.lexed;
  const name = readName(to, analysis);
  if (!name.ok) return name;
  const due = readDue(when, analysis);
  if (!due.ok) return due;
  const line = `${phraseOf('REPORT_TO', language)} ${name.source} ${due.source}`;
  return isLine(line, ['report'], analysis) ? read(line) : { ok: false, why: 'words', name: line };
}

const EVERY = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', half: 'half', year: 'year' } as const;

/** The rule that a reading states completely; null where it leaves something that the rule would have to guess. */
function ruleOf(reading: DeadlineReading): DeadlineRule | null {
  switch (reading.kind) {
    case 'by':
      if (reading.time !== undefined) return null;
      return reading.exclusive ? { kind: 'before', date: addDays(reading.due, 1) } : { kind: 'by', date: reading.due };
    case 'window':
      return windowRule(reading.start, reading.due, reading.time ?? reading.startTime);
    case 'standing':
      return { kind: 'standing' };
    case 'reference':
      return { kind: 'as-regulated', reference: null };
    case 'recurring':
      return isBareRhythm(reading) ? { kind: 'recurring', every: EVERY[reading.every as keyof typeof EVERY] } : null;
    default:
      return null;
  }
}

const windowRule = (from: LocalDate | undefined, until: LocalDate | null, time: string | undefined): DeadlineRule | null =>
  from !== undefined && until !== null && time === undefined ? { kind: 'window', from, until } : null;

/** Says how often, and nothing else. */
const isBareRhythm = (reading: RecurringReading): boolean =>
  reading.every in EVERY && Object.keys(reading).every((part) => part === 'kind' || part === 'every');

/** What a cell shows: names without brackets, where these read back as the same. */
export function shownText(column: Column, source: string, analysis: Analysis): string {
  if (column !== 'lead' && column !== 'support') return source;
  const oneLine = source.replace(/\s+/g, ' ');
  const plain = oneLine.replace(/\[([^\]]*)\]/g, '$1');
  const back = readCell(column, plain, analysis);
  return back.ok && back.source.normalize('NFC') === oneLine.normalize('NFC') ? plain : oneLine;
}
