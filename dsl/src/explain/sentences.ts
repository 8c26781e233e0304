import type { LocalDate, PlanRules, UnitEntry } from '#engine';
import type { Bilingual } from '#contracts';
import { spanOfToken } from '../ast/cst.js';
import { dateOf } from '../ast/leaves.js';
import type { ClauseNode, ItemNode } from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';
import type { Analysis } from '../service/analysis.js';
import { clausesIn } from '../semantics/walk.js';
import type { Language } from '../vocabulary/concepts.js';
import { countedSaid, dateSaid, daySaid } from './dates-said.js';
import {
  isStanding,
  keyOf,
  lastDaysOf,
  leadsOf,
  periodsOf,
  supportsOf,
  unitsThat,
  type Facts,
  type PeriodFacts,
} from './facts.js';
import { sentence, wordsOf } from './phrases.js';
import { countUnits, unitsSaid, type UnitsSaid } from './units-said.js';

/** One item to be said. */
export interface Saying {
  readonly item: Exclude<ItemNode, { readonly kind: 'orphan' }>;
  /** How many of its kind there are up to it. */
  readonly count: number;
  readonly analysis: Analysis;
  readonly facts: Facts;
  readonly rules: PlanRules;
  readonly language: Language;
}

/** What is said of an item. */
export interface Said {
  readonly sentences: readonly string[];
  readonly units: UnitsSaid | null;
  readonly lastDays: readonly (LocalDate | null)[];
}

const SHOWN_DAYS = 6;

/** The sentences of an item: its own words, with the units and the dates that they come to. */
export function sayItem(saying: Saying): Said {
  switch (saying.item.kind) {
    case 'plan':
      return sayPlan(saying);
    case 'group':
      return sayGroup(saying);
    case 'task':
      return sayTask(saying);
    case 'duty':
      return sayDuty(saying);
    case 'regime':
      return sayRegime(saying);
    default:
      return { sentences: linesOf(saying), units: null, lastDays: [] };
  }
}

const say = ({ language }: Saying, words: Bilingual): string => words[language];

/** An item line by line, in its own words, as sentences. */
const linesOf = (saying: Saying): readonly string[] => wordLinesOf(saying).map(sentence);

function wordLinesOf(saying: Saying): readonly string[] {
  const { item, analysis } = saying;
  const { lines, tokens } = analysis.lexed;
  const own = tokens.filter(({ startOffset }) => startOffset >= item.span.start && startOffset < item.span.end);
  const byLine = Map.groupBy(own, ({ startOffset }) => lines.lineOf(startOffset));
  return [...byLine.values()].map((line) => {
    const span = { start: line[0]?.startOffset ?? 0, end: Math.max(...line.map((token) => spanOfToken(token).end)) };
    return wordsOf(span, analysis);
  });
}

function sayPlan(saying: Saying): Said {
  const { rules, facts, analysis } = saying;
  const units = unitsThat(facts, () => true);
  const said = unitsSaid(countUnits(units));
  const horizon = daySaid(rules.horizon, analysis.reading.calendar);
  const reach: Bilingual = {
    vi: `Kế hoạch giao việc cho ${said.vi}; hiệu lực đến hết ${horizon.vi}`,
    en: `The plan gives work to ${said.en}; it runs to ${horizon.en}`,
  };
  const sentences = [...linesOf(saying), sentence(say(saying, reach))];
  return { sentences, units: countUnits(units), lastDays: [] };
}

function sayGroup(saying: Saying): Said {
  const { item, analysis, rules } = saying;
  const group = item.kind === 'group' && item.name ? analysis.reading.meaningOf(item.name) : undefined;
  const of = group?.kind === 'group' ? group.group.of : null;
  const members = of ? analysis.env.directory.select(of, rules.plan.issuer) : [];
  const said = unitsSaid(countUnits(members));
  const words = wordLinesOf(saying);
  return {
    sentences: [of ? sentence(`${words.join(' ')} — ${say(saying, said)}`) : sentence(words.join(' '))],
    units: countUnits(members),
    lastDays: [],
  };
}

function sayTask(saying: Saying): Said {
  const { item, facts, language } = saying;
  const no = (item.kind === 'task' ? item.no?.written : undefined) ?? '';
  const task = keyOf(facts, no);
  const title = facts.plan.byKey.get(task)?.rule.title ?? '';
  const head: Bilingual = { vi: `Nhiệm vụ ${no} “${title}”`, en: `Task ${no} “${title}”` };
  const sentences = [sentence(head[language]), ...taskLines(saying, task)];
  return { sentences, units: countUnits(leadsOf(facts, task)), lastDays: lastDaysOf(facts, task) };
}

const KEPT: Bilingual = { vi: 'Thời hạn giữ như kế hoạch cấp trên', en: 'The deadline stays that of the plan above' };
const STANDING: Bilingual = {
  vi: ' — không có ngày kết thúc, trả lời qua báo cáo',
  en: ' — with no end, answered for in reports',
};

/** The lines of a task, with the units that they come to and, at its deadline, the last days. */
function taskLines(saying: Saying, task: string): readonly string[] {
  const { item, facts, analysis, language } = saying;
  const clauses = clausesIn(item);
  const notes: Readonly<Partial<Record<ClauseNode['kind'], string>>> = {
    lead: unitsNote(leadsOf(facts, task), language),
    support: unitsNote(supportsOf(facts, task), language),
  };
  const days = lastDaysOf(facts, task);
  const note = (words: Span): string => (isStanding(facts, task) ? STANDING[language] : daysNote(days, words, saying));
  const dated = clauses.find(({ kind }) => kind === 'due') ?? clauses.find(({ kind }) => kind === 'report');
  const lines = clauses.map((clause) => {
    const added = clause === dated ? note(clause.span) : (notes[clause.kind] ?? '');
    return sentence(wordsOf(clause.span, analysis) + added);
  });
  return dated || days.length === 0 ? lines : [...lines, sentence(KEPT[language] + note({ start: 0, end: 0 }))];
}

const unitsNote = (units: readonly UnitEntry[], language: Language): string =>
  units.length < 2 ? '' : ` (${unitsSaid(countUnits(units))[language]})`;

/** The last days that count, and whether the day that the words name is one of them. */
function daysNote(days: readonly (LocalDate | null)[], words: Span, { analysis, language }: Saying): string {
  const known = days.filter((day) => day !== null);
  const [first] = known;
  if (first === undefined)
    return days.length === 0 ? '' : ` — ${{ vi: 'chưa có ngày cụ thể', en: 'no date is set yet' }[language]}`;
  const { calendar } = analysis.reading;
  if (known.length > 1) return ` — ${occurrencesSaid(known, calendar)[language]}`;
  const named = namedDays(words, analysis).flatMap((day) => countedSaid(day, first) ?? [])[0];
  const counted = named ? `; ${named[language]}` : '';
  const said = daySaid(first, calendar)[language];
  return ` — ${{ vi: 'ngày cuối cùng được tính', en: 'the last day that counts' }[language]}: ${said}${counted}`;
}

function occurrencesSaid(days: readonly LocalDate[], calendar: Facts['calendar']): Bilingual {
  const shown = days.slice(0, SHOWN_DAYS).map((day) => daySaid(day, calendar));
  const more = days.length > SHOWN_DAYS ? ', …' : '';
  return {
    vi: `${days.length} lần đến hạn: ${shown.map(({ vi }) => vi).join(', ')}${more}`,
    en: `due ${days.length} times: ${shown.map(({ en }) => en).join(', ')}${more}`,
  };
}

const namedDays = ({ start, end }: Span, { lexed }: Analysis): readonly LocalDate[] =>
  lexed.tokens.flatMap((token) => {
    const isWithin = token.tokenType.name === 'Date' && token.startOffset >= start && token.startOffset < end;
    return (isWithin ? dateOf(token)?.value : null) ?? [];
  });

function sayDuty(saying: Saying): Said {
  const { item, facts, count, language } = saying;
  const id = `${facts.plan.prefix}${count}`;
  const units = unitsThat(facts, ({ duties }) => duties.some((duty) => duty.id === id));
  const dues = new Set(
    [...facts.owed.values()].flatMap(({ duties }) => duties.flatMap((duty) => (duty.id === id ? [duty.due] : []))),
  );
  const words = wordLinesOf(saying).join(' ');
  const days = [...dues];
  const open = { vi: ' — văn bản không ấn định ngày', en: ' — the text sets no date' }[language];
  const note = days.every((day) => day === null) ? open : daysNote(days, item.span, saying);
  const who = {
    vi: `Phải tự ban hành kế hoạch: ${unitsSaid(countUnits(units)).vi}`,
    en: `Plans of their own are owed by ${unitsSaid(countUnits(units)).en}`,
  };
  return { sentences: [sentence(words + note), sentence(who[language])], units: countUnits(units), lastDays: days };
}

function sayRegime(saying: Saying): Said {
  const { facts, count, language } = saying;
  const regime = String(count);
  const periods = periodsOf(facts, regime);
  const units = unitsThat(facts, ({ reports }) => reports.some((report) => report.regime === facts.plan.prefix + regime));
  const who = {
    vi: `Phải báo cáo: ${unitsSaid(countUnits(units)).vi}`,
    en: `Reports are owed by ${unitsSaid(countUnits(units)).en}`,
  };
  const dated = periods.map((period) => sentence(periodSaid(period, facts)[language]));
  const lastDays = periods.map(({ due }) => due);
  return { sentences: [...linesOf(saying), sentence(who[language]), ...dated], units: countUnits(units), lastDays };
}

const PERIODS: Readonly<Record<string, Bilingual>> = {
  Q1: { vi: 'quý I', en: 'quarter I' },
  H1: { vi: '6 tháng', en: '6 months' },
  '9M': { vi: '9 tháng', en: '9 months' },
  Y: { vi: 'năm', en: 'the year' },
};

function periodSaid({ period, from, until, due, isConsolidated, count }: PeriodFacts, { calendar }: Facts): Bilingual {
  const name = PERIODS[period] ?? { vi: period, en: period };
  const window = `${dateSaid(from)}–${dateSaid(until)}`;
  const day = due && daySaid(due, calendar);
  const kind = isConsolidated
    ? { vi: 'báo cáo tổng hợp', en: count === 1 ? 'consolidated report' : 'consolidated reports' }
    : { vi: 'báo cáo', en: count === 1 ? 'report' : 'reports' };
  return {
    vi: `Kỳ ${name.vi}: ${count} ${kind.vi}, số liệu ${window}, ${day ? `chậm nhất hết ngày ${day.vi}` : 'chưa ấn định ngày gửi'}`,
    en: `For ${name.en}: ${count} ${kind.en}, data of ${window}, ${day ? `no later than the end of ${day.en}` : 'with no date set'}`,
  };
}
