import type { LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import { dateSaid } from '../explain/dates-said.js';
import { unitsSaid } from '../explain/units-said.js';
import { phraseOf, type Language } from '../vocabulary/concepts.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import type { ChangedFor, DutyChange, TextDiff } from './diff.js';
import { partSaid, stepSaid } from './part-words.js';
import type { RuleChange } from './rule-changes.js';

const WHATS: Readonly<Record<DutyChange['what'], Bilingual>> = {
  item: { vi: 'Nhiệm vụ', en: 'Task' },
  joint: { vi: 'Cùng chủ trì nhiệm vụ', en: 'Joint lead of task' },
  support: { vi: 'Phối hợp nhiệm vụ', en: 'Support of task' },
  duty: { vi: 'Ban hành kế hoạch, yêu cầu', en: 'Own plan, requirement' },
  report: { vi: 'Báo cáo, chế độ', en: 'Report, regime' },
};
const RULES: Readonly<Record<RuleChange['rule'], Bilingual>> = {
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  duty: { vi: 'Yêu cầu', en: 'Requirement' },
  regime: { vi: 'Chế độ báo cáo', en: 'Reporting regime' },
  step: { vi: 'Bậc xử lý', en: 'Step' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  consequence: { vi: 'Hệ quả', en: 'Consequence' },
  case: { vi: 'Trường hợp', en: 'Case' },
};
const CHANGES: Readonly<Record<RuleChange['change'], Bilingual>> = {
  added: { vi: 'thêm mới', en: 'added' },
  withdrawn: { vi: 'bỏ', en: 'withdrawn' },
  reworded: { vi: 'sửa', en: 'changed' },
};
const MARKS: Readonly<Record<DutyChange['change'], string>> = { added: '+', withdrawn: '-', moved: '~', rerouted: '~' };

/** A difference as lines to read: what changes for whom, then what changes in the rules. */
export function diffLines({ duties, rules, units, unchanged }: TextDiff, language: Language): readonly string[] {
  const none: Bilingual = { vi: 'Không có gì thay đổi.', en: 'Nothing changes.' };
  const said = unitsSaid(units);
  const sum: Bilingual = {
    vi: `Thay đổi với ${said.vi}; giữ nguyên ${unchanged} việc, báo cáo và yêu cầu.`,
    en: `It changes for ${said.en}; items, reports and duties that stay: ${unchanged}.`,
  };
  if (duties.length === 0 && rules.length === 0) return [none[language]];
  return [...duties.map((duty) => dutyLine(duty)[language]), ...rules.map((rule) => ruleLine(rule)[language]), sum[language]];
}

function dutyLine(duty: DutyChange): Bilingual {
  const { change, what, no, period, title, count } = duty;
  const name = title === '' ? '' : ` “${title}”`;
  const at = period === null ? '' : `, ${period}`;
  const move = moveSaid(duty);
  const classes = duty.for.map(classSaid);
  return {
    vi: `${MARKS[change]} ${WHATS[what].vi} ${no}${name}${at}${move.vi} — ${count} đơn vị (${classes.map(({ vi }) => vi).join('; ')})`,
    en: `${MARKS[change]} ${WHATS[what].en} ${no}${name}${at}${move.en} — ${count} ${count === 1 ? 'unit' : 'units'} (${classes.map(({ en }) => en).join('; ')})`,
  };
}

function moveSaid({ change, from, to }: DutyChange): Bilingual {
  const day = (date: LocalDate | null): Bilingual =>
    date === null ? { vi: 'chưa có ngày', en: 'no date' } : { vi: dateSaid(date), en: dateSaid(date) };
  if (change === 'moved') return { vi: `: ${day(from).vi} → ${day(to).vi}`, en: `: ${day(from).en} → ${day(to).en}` };
  if (change === 'rerouted') return { vi: ': đổi nơi nhận', en: ': goes elsewhere' };
  const due = from ?? to;
  return due === null ? { vi: '', en: '' } : { vi: `: hạn ${dateSaid(due)}`, en: `: due ${dateSaid(due)}` };
}

function classSaid({ kind, tier, count, first }: ChangedFor): Bilingual {
  const names = first.join(', ') + (count > first.length ? ', …' : '');
  const word = (language: Language): string =>
    `${phraseOf(KIND_CONCEPTS[kind], language)} ${phraseOf(TIER_CONCEPTS[tier], language)}`;
  return { vi: `${count} ${word('vi')}: ${names}`, en: `${count} ${word('en')}: ${names}` };
}

function ruleLine({ rule, no, change, parts }: RuleChange): Bilingual {
  const detail = (language: Language): string =>
    parts.length === 0 ? '' : `: ${parts.map((part) => partSaid(part)[language]).join(', ')}`;
  const name = nameSaid(rule, no);
  return {
    vi: `* ${RULES[rule].vi}${name.vi} ${CHANGES[change].vi}${detail('vi')}`,
    en: `* ${RULES[rule].en}${name.en} ${CHANGES[change].en}${detail('en')}`,
  };
}

function nameSaid(rule: RuleChange['rule'], no: string): Bilingual {
  if (no === '') return { vi: '', en: '' };
  if (rule === 'case') return { vi: ` “${no}”`, en: ` “${no}”` };
  if (rule !== 'step' && rule !== 'consequence') return { vi: ` ${no}`, en: ` ${no}` };
  const { vi, en } = stepSaid(no);
  return { vi: ` “${vi}”`, en: ` “${en}”` };
}
