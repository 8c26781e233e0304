import type { Bilingual } from '#contracts';
import type { Instant, LocalDate } from '#engine';
import type { PlanName, UnitName } from '../named.js';
import { both, day, moment, names, obligationWord, planWord, type Sayings } from './word.js';

/** What statements on why something is owed say. */
export interface ExistenceFacts {
  'owed.item': {
    readonly item: string;
    readonly title: string | null;
    readonly period: string | null;
    readonly unit: UnitName;
    readonly plan: PlanName;
    readonly at: Instant;
    /** How it came to be owed: see the event. */
    readonly by: 'derived' | 'replaced' | 'opened' | 'demanded' | 'inherited';
  };
  'owed.report': {
    readonly report: string;
    readonly title: string | null;
    readonly unit: UnitName;
    readonly plan: PlanName;
    readonly at: Instant;
    readonly by: 'derived' | 'replaced' | 'opened' | 'requested' | 'case' | 'inherited';
  };
  'owed.duty': {
    readonly duty: string;
    readonly year: number | null;
    readonly unit: UnitName;
    readonly plan: PlanName;
    readonly at: Instant;
    readonly by: 'derived' | 'replaced' | 'opened' | 'inherited';
  };
  'plan.issued': { readonly plan: PlanName; readonly title: string; readonly issuer: UnitName; readonly at: Instant };
  'unit.named': { readonly unit: UnitName; readonly role: Role };
  'unit.listed': { readonly unit: UnitName; readonly role: Role; readonly list: string; readonly units: readonly UnitName[] };
  'unit.office': { readonly unit: UnitName; readonly role: Role; readonly committee: string };
  'unit.member': {
    readonly unit: UnitName;
    readonly role: Role;
    /** As the text names the class, its kind and tier. */
    readonly list: string;
    readonly unitKind: string;
    readonly tier: string;
    readonly below: UnitName;
    readonly on: LocalDate;
    readonly organisation: string;
    /** How many units the class has on that day, and which of them, in the order of ids, this one is. */
    readonly members: number;
    readonly place: number;
  };
  'unit.consolidates': { readonly unit: UnitName };
  'unit.heir': { readonly unit: UnitName; readonly of: UnitName; readonly on: LocalDate };
  'lead.joint': { readonly others: readonly UnitName[] };
  'task.refined': { readonly task: string; readonly plan: PlanName };
  'task.taken-over': { readonly task: string; readonly plan: PlanName };
  'period.opened': { readonly stretch: string; readonly at: Instant; readonly label: string | null };
  'period.at-issue': { readonly label: string };
  'inherited.from': {
    readonly unit: UnitName;
    readonly obligation: string;
    readonly due: LocalDate | null;
    readonly ended: LocalDate | null;
    readonly reason: string | null;
  };
  'demand.for': { readonly obligation: string; readonly rule: string; readonly due: LocalDate; readonly by: UnitName | null };
  'request.by': { readonly actor: UnitName | null; readonly asked: string; readonly document: string | null };
  'case.raised': { readonly unit: UnitName; readonly condition: string };
}

/** As what a clause of the rules names a unit. */
export type Role = 'lead' | 'support' | 'sender' | 'duty';

const ROLES: Readonly<Record<Role, Bilingual>> = {
  lead: both('chủ trì', 'lead'),
  support: both('phối hợp', 'support'),
  sender: both('nơi gửi báo cáo', 'sender'),
  duty: both('nơi phải ban hành kế hoạch', 'unit that has to issue a plan'),
};

const BY: Readonly<Record<string, Bilingual>> = {
  derived: both('khi kế hoạch được giao xuống', 'when the plan was passed on'),
  replaced: both('khi kế hoạch cấp dưới đến', 'when a lower plan arrived'),
  opened: both('khi kỳ được mở', 'when its period was opened'),
  demanded: both('khi bị yêu cầu giải trình', 'when an explanation was demanded'),
  inherited: both('khi nhận việc của đơn vị đã chấm dứt', 'when the work of a unit that is no more came over'),
  requested: both('khi cấp trên yêu cầu', 'when a superior asked for it'),
  case: both('khi phát sinh trường hợp', 'when the case arose'),
};

interface Owed {
  readonly unit: UnitName;
  readonly plan: PlanName;
  readonly at: Instant;
  readonly by: string;
}

function owed(what: Bilingual, title: string | null, { unit, plan, at, by }: Owed): Bilingual {
  const named = title === null ? '' : ` “${title}”`;
  const [on, how, of] = [moment(at), BY[by] ?? both(by, by), planWord(plan)];
  return both(
    `${unit.name} có ${what.vi}${named} theo ${of.vi}, từ ${on.vi}, ${how.vi}.`,
    `${unit.name} owes ${what.en}${named} under ${of.en}, since ${on.en}, ${how.en}.`,
  );
}

const REASONS: Readonly<Record<string, Bilingual>> = {
  succeeded: both('đơn vị kế thừa nhận', 'its successor takes it'),
  'to-superior': both('không có đơn vị kế thừa, cấp trên nhận', 'without a successor it goes to the superior'),
  'no-successor': both('không có đơn vị kế thừa', 'there is no successor'),
  'tier-ended': both('cả cấp chấm dứt', 'the whole tier ended'),
};

/** Sentences on why something is owed. */
export const EXISTENCE_SAYINGS: Sayings<ExistenceFacts> = {
  'owed.item': ({ item, title, ...rest }) => owed(obligationWord(`item ${item}`), title, rest),
  'owed.report': ({ report, title, ...rest }) => owed(obligationWord(`report ${report}`), title, rest),
  'owed.duty': ({ duty, year, ...rest }) => {
    const what = obligationWord(`duty ${duty}`);
    return owed(year === null ? what : both(`${what.vi} (năm ${year})`, `${what.en} (of ${year})`), null, rest);
  },
  'plan.issued': ({ plan, title, issuer, at }) => {
    const [on, named] = [moment(at), planWord(plan)];
    return both(
      `${named.vi} “${title}” do ${issuer.name} ban hành, ghi nhận lúc ${on.vi}.`,
      `${named.en} “${title}” was issued by ${issuer.name}, recorded at ${on.en}.`,
    );
  },
  'unit.named': ({ unit, role }) =>
    both(`Văn bản nêu đích danh ${unit.name} là ${ROLES[role].vi}.`, `The text names ${unit.name} itself as ${ROLES[role].en}.`),
  'unit.listed': ({ unit, role, list, units }) =>
    both(
      `${unit.name} thuộc danh sách “${list}” (${names(units).vi}), là ${ROLES[role].vi}.`,
      `${unit.name} is on the list “${list}” (${names(units).en}), as ${ROLES[role].en}.`,
    ),
  'unit.office': ({ unit, role, committee }) =>
    both(
      `Văn bản nêu “${committee}” là ${ROLES[role].vi}; ${unit.name} là cơ quan thường trực, nhận việc thay.`,
      `The text names “${committee}” as ${ROLES[role].en}; ${unit.name} is its standing office and receives the work for it.`,
    ),
  'unit.member': ({ unit, role, list, below, on, members, place }) =>
    both(
      `Văn bản nêu mỗi đơn vị của nhóm “${list}” là ${ROLES[role].vi}. Ngày ${day(on)} nhóm này dưới ${below.name} có ${members} đơn vị; ${unit.name} là đơn vị thứ ${place}.`,
      `The text names each unit of “${list}” as ${ROLES[role].en}. On ${day(on)} this class had ${members} units below ${below.name}; ${unit.name} is number ${place} of them.`,
    ),
  'unit.consolidates': ({ unit }) =>
    both(
      `Văn bản giao ${unit.name} tổng hợp báo cáo của kỳ này.`,
      `The text has ${unit.name} sum up the reports of this period.`,
    ),
  'unit.heir': ({ unit, of, on }) =>
    both(
      `Văn bản nêu ${of.name}; ngày ${day(on)} đơn vị đó không còn và ${unit.name} đứng vào chỗ.`,
      `The text names ${of.name}; on ${day(on)} that unit is no more, and ${unit.name} stands in its place.`,
    ),
  'lead.joint': ({ others }) =>
    both(
      `Cùng chủ trì: ${names(others).vi}; đơn vị được nêu đầu chịu trách nhiệm chính.`,
      `It is led jointly with ${names(others).en}; the first that is named is accountable.`,
    ),
  'task.refined': ({ task, plan }) =>
    both(`Nhiệm vụ ${task} được ${planWord(plan).vi} cụ thể hóa.`, `Task ${task} is made more concrete by ${planWord(plan).en}.`),
  'task.taken-over': ({ task, plan }) =>
    both(
      `Nhiệm vụ ${task} do ${planWord(plan).vi} đặt ra và được kế hoạch cấp dưới nhận lại.`,
      `Task ${task} is set by ${planWord(plan).en} and taken over by the plan below.`,
    ),
  'period.opened': ({ stretch, at, label }) => {
    const on = moment(at);
    const which = label === null ? both('', '') : both(` ${label}`, ` ${label}`);
    return both(
      `Kỳ${which.vi} thuộc ${stretch}, được mở lúc ${on.vi}.`,
      `Period${which.en} belongs to ${stretch}, which was opened at ${on.en}.`,
    );
  },
  'period.at-issue': ({ label }) =>
    both(`Kỳ ${label} có ngay khi kế hoạch được giao.`, `Period ${label} was there when the plan was passed on.`),
  'inherited.from': ({ unit, obligation, due, ended, reason }) => {
    const what = obligationWord(obligation);
    const why = reason === null ? both('', '') : (REASONS[reason] ?? both(reason, reason));
    const end = ended === null ? both('', '') : both(`, đơn vị chấm dứt từ ${day(ended)}`, `, which ended on ${day(ended)}`);
    const on = due === null ? both('', '') : both(`, hạn ${day(due)}`, `, due ${day(due)}`);
    return both(
      `Trước đó là ${what.vi} của ${unit.name}${on.vi}${end.vi}${reason === null ? '' : `: ${why.vi}`}.`,
      `Before, it was ${what.en} of ${unit.name}${on.en}${end.en}${reason === null ? '' : `: ${why.en}`}.`,
    );
  },
  'demand.for': ({ obligation, rule, due, by }) => {
    const what = obligationWord(obligation);
    return both(
      `Giải trình cho ${what.vi}, hạn ${day(due)}, theo quy tắc ${rule}${by ? `, gửi ${by.name}` : ''}.`,
      `It explains ${what.en}, due ${day(due)}, by rule ${rule}${by ? `, to ${by.name}` : ''}.`,
    );
  },
  'request.by': ({ actor, asked, document }) =>
    both(
      `${actor?.name ?? '—'} yêu cầu: “${asked}”${document ? ` (văn bản ${document})` : ''}.`,
      `${actor?.name ?? '—'} asked for “${asked}”${document ? ` (document ${document})` : ''}.`,
    ),
  'case.raised': ({ unit, condition }) =>
    both(
      `${unit.name} báo có trường hợp “${condition}”, văn bản yêu cầu báo cáo khi đó.`,
      `${unit.name} says that the case “${condition}” is there, in which the text asks for a report.`,
    ),
};
