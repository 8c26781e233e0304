import { isOfDuty, type Addressee, type DutyRule } from '#engine';
import type { Bilingual } from '#contracts';
import type { ConditionalNode, DutyNode, GroupNode, SectionNode } from '../ast/nodes.js';
import { lowerActors } from '../compile/actors.js';
import { actorsSaid, listSaid, nameOf, unitsMeant } from './actors-said.js';
import { both, joined, same } from './bilingual.js';
import { unitsThat, type Facts } from './facts.js';
import { sentence, wordsOf } from './phrases.js';
import { addresseeSaid, copiesSaid, hopsSaid } from './routes-said.js';
import { deadlineSaid, termSaid } from './rules-said.js';
import { datesIn, noted, type Said, type Saying } from './saying.js';
import { countUnits } from './units-said.js';

/** The title of a section. */
export const saySection = ({ analysis }: Saying, item: SectionNode): Said => ({
  sentences: [sentence(wordsOf(item.span, analysis))],
  units: null,
  lastDays: [],
});

/** A group: the units that it means, or who acts for it. */
export function sayGroup(saying: Saying, item: GroupNode): Said {
  const { analysis, facts, language } = saying;
  const { reading } = analysis;
  const meaning = item.name && reading.meaningOf(item.name);
  const actors = item.name
    ? lowerActors([{ kind: 'named', span: item.span, each: null, isHead: false, name: item.name }], reading)
    : [];
  const members = unitsMeant(actors, facts);
  const isCommittee = meaning?.kind === 'group' && meaning.group.form === 'committee';
  const note = isCommittee ? actorsSaid(actors, facts) : members.length > 0 ? listSaid(members) : NOBODY;
  return {
    sentences: [sentence(wordsOf(item.span, analysis) + noted(note, language))],
    units: countUnits(members),
    lastDays: [],
  };
}

const NOBODY = both('không có đơn vị nào', 'no unit at all');
const UNDATED = both('văn bản không ấn định ngày', 'the text sets no date');

/** The duty to issue plans: who has it and by when, what else fulfils it, what the plan must state. */
export function sayDuty(saying: Saying, item: DutyNode): Said {
  const { facts, analysis, rules, count, language } = saying;
  const id = `${facts.plan.prefix}${count}`;
  const units = unitsThat(facts, ({ duties }) => duties.some((duty) => isOfDuty(id, duty.id)));
  const dues = new Set(
    [...facts.owed.values()].flatMap(({ duties }) => duties.flatMap((duty) => (isOfDuty(id, duty.id) ? [duty.due] : []))),
  );
  const rule = rules.duties[count - 1];
  const said = rule?.deadline
    ? deadlineSaid(rule.deadline, {
        issuedOn: rules.plan.issuedOn,
        horizon: rules.horizon,
        calendar: facts.calendar,
        resolver: rules.resolver === undefined ? null : nameOf(rules.resolver, facts),
        named: datesIn(item.span, analysis),
      })
    : UNDATED;
  const list = listSaid(units);
  const who = both(`Phải tự ban hành kế hoạch: ${list.vi}`, `Plans of their own are owed by ${list.en}`);
  const more = [who, ...(rule ? dutyParts(rule, facts) : [])];
  return {
    sentences: [
      sentence(wordsOf(item.span, analysis) + noted(said, language)),
      ...more.map((words) => sentence(words[language])),
    ],
    units: countUnits(units),
    lastDays: [...dues],
  };
}

function dutyParts(rule: DutyRule, facts: Facts): readonly Bilingual[] {
  const states = (rule.mustState ?? []).map((text) => `“${text}”`).join(', ');
  const parts = [
    rule.sendTo && sentToSaid(rule.sendTo, facts),
    rule.orDocument === undefined
      ? null
      : both(
          `Ban hành “${rule.orDocument}” cũng được tính là đã thực hiện`,
          `Issuing “${rule.orDocument}” fulfils the duty as well`,
        ),
    rule.orMerged ? MERGED : null,
    states === '' ? null : both(`Kế hoạch thiếu ${states} thì chưa được tính`, `A plan without ${states} does not count`),
  ];
  return parts.filter((part) => part !== null);
}

const MERGED = both(
  'Nêu tên kế hoạch khác đã lồng ghép nội dung này cũng được tính là đã thực hiện',
  'Naming another plan that has taken it up fulfils the duty as well',
);

function sentToSaid(to: Addressee, facts: Facts): Bilingual {
  const who = to.kind === 'unit' ? same(nameOf(to.unit, facts)) : both('cấp trên trực tiếp', 'the direct superior');
  return both(
    `Kế hoạch ban hành xong gửi ${who.vi}; gửi rồi mới tính là xong`,
    `Once issued, the plan goes to ${who.en}: it counts as done when it is sent`,
  );
}

/** What is reported in some case only: by whom, through whom, and how fast. */
export function sayConditional(saying: Saying, item: ConditionalNode): Said {
  const { rules, facts, analysis, count, language } = saying;
  const rule = (rules.conditional ?? [])[count - 1];
  const words = wordsOf(item.span, analysis);
  if (!rule) return { sentences: [sentence(words)], units: null, lastDays: [] };
  const senders = unitsMeant(rule.from, facts);
  const term = rule.within && termSaid(rule.within);
  const note = joined(
    [
      listSaid(senders),
      addresseeSaid(rule.to, senders, facts),
      hopsSaid(rule.via, rule.to, facts),
      copiesSaid(rule.copies, facts),
      term
        ? both(`trong ${term.vi} kể từ khi có trường hợp đó`, `within ${term.en} from when the case is there`)
        : both('báo cáo ngay, văn bản không ấn định thời gian', 'at once: the text sets no term'),
      both('không có trường hợp đó thì không phải báo cáo', 'nothing is owed without the case'),
    ],
    '; ',
  );
  return { sentences: [sentence(words + noted(note, language))], units: countUnits(senders), lastDays: [] };
}
