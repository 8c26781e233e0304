import { deadlineOf, type Actor, type DeadlineRule, type EffectiveTask } from '#engine';
import type { Bilingual } from '#contracts';
import type { ClauseNode, DueNode, TaskNode } from '../ast/nodes.js';
import { lowerActors } from '../compile/actors.js';
import { daysOf } from '../semantics/points.js';
import { actorsSaid, leadsSaid, nameOf, openSaid } from './actors-said.js';
import { both, joined, same } from './bilingual.js';
import { daySaid } from './dates-said.js';
import { keyOf, lastDaysOf, leadsOf, supportsOf } from './facts.js';
import { sentence, wordsOf } from './phrases.js';
import { addresseeSaid } from './routes-said.js';
import { deadlineSaid, type DueGround } from './rules-said.js';
import { clausesOf, datesIn, noted, type Said, type Saying } from './saying.js';
import { countUnits, unitsSaid } from './units-said.js';

/** A task: its own words line by line, each with what it comes to. */
export function sayTask(saying: Saying, item: TaskNode): Said {
  const { facts, analysis, language } = saying;
  const no = item.no?.written ?? '';
  const key = keyOf(facts, no);
  const task = facts.plan.byKey.get(key);
  const head: Bilingual = both(`Nhiệm vụ ${no} “${task?.rule.title ?? ''}”`, `Task ${no} “${task?.rule.title ?? ''}”`);
  const lines = clausesOf(item).map((line) => {
    const note = task ? noteOf(line, { saying, task, key }) : null;
    return sentence(wordsOf(line.span, analysis) + noted(note, language));
  });
  const kept = task ? keptSaid(item, { saying, task, key }) : [];
  return {
    sentences: [sentence(head[language]), ...lines, ...kept.map((words) => sentence(words[language]))],
    units: countUnits(leadsOf(facts, key)),
    lastDays: lastDaysOf(facts, key),
  };
}

interface Of {
  readonly saying: Saying;
  readonly task: EffectiveTask;
  readonly key: string;
}

function noteOf(line: ClauseNode, of: Of): Bilingual | null {
  const { saying, task } = of;
  const { facts, analysis } = saying;
  switch (line.kind) {
    case 'lead':
      return leadsSaid(actorsIn(line, saying), facts, resolverOf(of));
    case 'support':
      return supportSaid(actorsIn(line, saying), of);
    case 'advise':
    case 'focal':
    case 'monitor':
    case 'request':
      return joined([actorsSaid(actorsIn(line, saying), facts), ROLES[line.kind]], '; ');
    case 'due':
      return withCondition(dueSaid(line.due, of), task);
    case 'report':
      return joined([receiverSaid(line, of), dueSaid(line.due, of)], '; ');
    case 'checkpoints':
      return joined(
        line.points.map((point) => pointSaid(daysOf(point), saying)),
        ', ',
      );
    case 'serves':
      return joined(
        line.targets.map(({ written }) => targetSaid(written, facts)),
        '; ',
      );
    default:
      return NOTES[line.kind] ?? refinedSaid(line, analysis);
  }
}

const ROLES = {
  advise: both('góp ý, tham mưu; không giữ việc', 'advises, and owes nothing of it'),
  focal: both('đầu mối liên hệ của việc này', 'the point of contact for this work'),
  monitor: both('theo dõi, đôn đốc; không giữ việc', 'watches over it, and owes nothing of it'),
  request: both('đây là đề nghị, không phải giao việc', 'a request, not an order'),
} as const;
const NOTES: Readonly<Partial<Record<ClauseNode['kind'], Bilingual>>> = {
  output: both('việc xong khi có sản phẩm này', 'the work is done when this is there'),
  responsible: both(
    'chịu trách nhiệm cá nhân; đơn vị chủ trì vẫn giữ việc',
    'answers for it in person; the lead still owes the work',
  ),
  resolver: both('nêu ngày hoặc tên đơn vị mà văn bản để ngỏ', 'names the day, or the units, that the text leaves open'),
  condition: both(
    'chỉ phải làm khi có trường hợp này; trước đó việc nằm chờ',
    'owed only in this case; dormant until somebody declares it',
  ),
};

const actorsIn = (line: Extract<ClauseNode, { readonly actors: unknown }>, { analysis }: Saying): readonly Actor[] =>
  lowerActors(line.actors, analysis.reading);

const resolverOf = ({ task, saying: { facts } }: Of): string | null => {
  const unit = task.rule.resolver ?? facts.plan.rules.resolver;
  return unit === undefined ? null : nameOf(unit, facts);
};

/** Those who support include whom the plans above name. */
function supportSaid(actors: readonly Actor[], of: Of): Bilingual {
  const units = supportsOf(of.saying.facts, of.key);
  const list = units.length > 1 ? unitsSaid(countUnits(units)) : actorsSaid(actors, of.saying.facts);
  return joined([list, openSaid(actors, resolverOf(of))], '; ');
}

function ground({ saying, task, saying: { facts } }: Of, due: DueNode | null): DueGround {
  const { calendar } = facts;
  const named = due ? datesIn(due.span, saying.analysis) : [];
  return { issuedOn: task.issuedOn, horizon: task.horizon, calendar, resolver: resolverOf({ saying, task, key: '' }), named };
}

function dueSaid(due: DueNode | null, of: Of): Bilingual | null {
  const read = due && of.saying.analysis.deadlines.rule(due);
  return read && 'value' in read ? deadlineSaid(read.value, ground(of, due)) : null;
}

const withCondition = (said: Bilingual | null, { rule }: EffectiveTask): Bilingual | null =>
  rule.condition === undefined || !said ? said : joined([said, CASE], '; ');
const CASE = both('chỉ tính khi có trường hợp nêu ở điều kiện', 'counted only once the case of the condition is there');

function receiverSaid(line: Extract<ClauseNode, { readonly kind: 'report' }>, { saying, key }: Of): Bilingual | null {
  const to = line.to?.kind;
  return to === 'superior' || to === 'sector' ? addresseeSaid({ kind: to }, leadsOf(saying.facts, key), saying.facts) : null;
}

function pointSaid(days: ReturnType<typeof daysOf>, { facts }: Saying): Bilingual | null {
  return 'value' in days ? daySaid(days.value.last, facts.calendar) : null;
}

function targetSaid(no: string, { plan }: Saying['facts']): Bilingual | null {
  const target = (plan.rules.targets ?? []).find((known) => known.no === no);
  return target ? same(`“${target.title}”`) : null;
}

/** A task that refines one above: which, and what that one says. */
function refinedSaid(line: ClauseNode, { reading }: Saying['analysis']): Bilingual | null {
  const above = line.kind === 'refines' && line.task ? reading.parent?.task(line.task.written) : undefined;
  return above
    ? both(`nhiệm vụ “${above.rule.title}” của kế hoạch cấp trên`, `task “${above.rule.title}” of the plan above`)
    : null;
}

/** What holds although the text does not say it: a deadline of the plan above, or that of the report. */
function keptSaid(item: TaskNode, of: Of): readonly Bilingual[] {
  const lines = clausesOf(item);
  const stated = lines.some(({ kind }) => kind === 'due');
  const reports = lines.some(({ kind }) => kind === 'report');
  const rule: DeadlineRule | null = deadlineOf(of.task.rule);
  if (stated || !rule) return [];
  if (reports && of.task.rule.deadline === null)
    return [both('Việc xong cùng ngày với báo cáo đầu tiên', 'The work is due on the day of its first report')];
  const said = deadlineSaid(rule, ground(of, null));
  return [both(`Thời hạn giữ như kế hoạch cấp trên — ${said.vi}`, `The deadline stays that of the plan above — ${said.en}`)];
}
