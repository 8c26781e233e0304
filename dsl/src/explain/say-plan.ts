import type { Bilingual } from '#contracts';
import type { ClauseNode, PlanNode } from '../ast/nodes.js';
import { daysOf } from '../semantics/points.js';
import { actorsSaid } from './actors-said.js';
import { lowerActors } from '../compile/actors.js';
import { both } from './bilingual.js';
import { dateSaid, daySaid } from './dates-said.js';
import { unitsThat } from './facts.js';
import { sentence, wordsOf } from './phrases.js';
import { clausesOf, noted, type Said, type Saying } from './saying.js';
import { countUnits, unitsSaid } from './units-said.js';

/** The plan itself: what it stands on, changes and rules, then whom it reaches and how long it runs. */
export function sayPlan(saying: Saying, item: PlanNode): Said {
  const { rules, facts, analysis, language } = saying;
  const lines = clausesOf(item).map((line) => sentence(wordsOf(line.span, analysis) + noted(noteOf(line, saying), language)));
  const units = unitsThat(facts, () => true);
  const said = unitsSaid(countUnits(units));
  const horizon = daySaid(rules.horizon, facts.calendar);
  const reach: Bilingual = both(
    `Kế hoạch giao việc cho ${said.vi}; hiệu lực đến hết ${horizon.vi}`,
    `The plan gives work to ${said.en}; it runs to ${horizon.en}`,
  );
  return {
    sentences: [sentence(wordsOf(item.head, analysis)), ...lines, sentence(reach[language])],
    units: countUnits(units),
    lastDays: [],
  };
}

function noteOf(line: ClauseNode, saying: Saying): Bilingual | null {
  switch (line.kind) {
    case 'focal':
    case 'resolver':
      return actorsSaid(lowerActors(line.actors, saying.analysis.reading), saying.facts);
    case 'extend':
      return extensionSaid(line, saying);
    case 'suspend':
      return suspensionSaid(line);
    case 'effective':
      return effectSaid(line);
    case 'days-off':
      return DAYS_OFF[line.policy ?? 'none'] ?? null;
    case 'omit':
      return both('nhiệm vụ này của cấp trên không được giao tiếp', 'this task of the plan above is not passed on');
    default:
      return NOTES[line.kind] ?? null;
  }
}

function effectSaid({ date }: Extract<ClauseNode, { readonly kind: 'effective' }>): Bilingual | null {
  if (!date?.value) return null;
  const day = dateSaid(date.value);
  return both(`hạn “kể từ ngày có hiệu lực” tính từ ${day}`, `terms “from effect” count from ${day}`);
}

const NOTES: Readonly<Partial<Record<ClauseNode['kind'], Bilingual>>> = {
  inherit: both('mọi việc cấp trên giao tiếp tục có hiệu lực ở đây', 'all that the plan above assigns goes on to hold here'),
  'before-inclusive': both('“trước ngày D” ở văn bản này tính cả ngày D', '“before day D” takes in day D in this text'),
  'latest-texts': both(
    'văn bản được viện dẫn sửa đổi thì làm theo bản mới',
    'where a cited document is amended, the new version counts',
  ),
  vision: both('chỉ là tầm nhìn, không phải thời hạn', 'an outlook, not a deadline'),
  continues: both('nhiệm vụ của kế hoạch đó vẫn còn hiệu lực song song', 'the tasks of that plan go on beside these'),
  amends: both(
    'kế hoạch đó vẫn còn hiệu lực, chỉ đổi những gì nêu dưới đây',
    'that plan stays in force but for what is changed here',
  ),
  replaces: both('kế hoạch đó hết hiệu lực, kế hoạch này thay vào', 'that plan ends, this one takes its place'),
  repeals: both('kế hoạch đó hết hiệu lực, việc chưa xong được đóng lại', 'that plan ends, and what is open of it is closed'),
  withdraw: both(
    'việc chưa xong của nhiệm vụ này được đóng lại, không tính là chậm',
    'open items of this task are closed, and none of them is late',
  ),
  implements: both('thời hạn ở đây không được lùi so với kế hoạch đó', 'no deadline here may be later than in that plan'),
};

const DAYS_OFF: Readonly<Record<'none' | 'next' | 'previous', Bilingual>> = {
  none: both('hạn rơi vào ngày nghỉ vẫn giữ nguyên ngày', 'a due date on a day off stays where it is'),
  next: both(
    'hạn rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp',
    'a due date on a day off becomes the next working day',
  ),
  previous: both(
    'hạn rơi vào ngày nghỉ thì phải xong từ ngày làm việc liền trước',
    'a due date on a day off becomes the working day before',
  ),
};

function extensionSaid(line: Extract<ClauseNode, { readonly kind: 'extend' }>, { facts }: Saying): Bilingual | null {
  const days = line.until && daysOf(line.until);
  if (!days || !('value' in days)) return null;
  const day = daySaid(days.value.last, facts.calendar);
  return both(`ngày cuối cùng mới: ${day.vi}, kể cả ngày đó`, `the new last day: ${day.en}, that day included`);
}

function suspensionSaid({ until }: Extract<ClauseNode, { readonly kind: 'suspend' }>): Bilingual {
  const end = until?.value ? dateSaid(until.value) : null;
  const stands =
    end === null ? both('cho đến khi có văn bản mới', 'until further notice') : both(`đến hết ${end}`, `to the end of ${end}`);
  return both(
    `${stands.vi} không tính hạn, không nhắc, không ai bị coi là chậm`,
    `${stands.en} no time runs: no reminder, and nobody is late`,
  );
}
