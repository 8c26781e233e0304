import type {
  ConditionalRule,
  DutyRule,
  EscalationRule,
  FollowUpAction,
  FollowUpRule,
  RegimeRule,
  TargetRule,
  TaskRule,
} from '#engine';
import type { Bilingual } from '#contracts';
import { both } from '../explain/bilingual.js';
import type { PlanPart } from './rule-changes.js';

/** All that a rule says; where it stands, and what it is known by, never differ. */
type PartsOf<T> = Exclude<keyof T, 'place' | 'no' | 'id' | 'step' | 'irVersion'>;
type Part =
  | PlanPart
  | PartsOf<TaskRule>
  | PartsOf<DutyRule>
  | PartsOf<RegimeRule>
  | PartsOf<EscalationRule>
  | PartsOf<TargetRule>
  | PartsOf<ConditionalRule>
  | PartsOf<FollowUpRule>;

/** Parts of rules as a person calls them. A part without words does not compile. */
const WORDS: Readonly<Record<Part, Bilingual>> = {
  plan: both('số, ngày, nơi ban hành', 'number, date, issuer'),
  title: both('tên', 'title'),
  focal: both('đầu mối', 'focal point'),
  horizon: both('ngày kết thúc', 'end'),
  implements: both('kế hoạch cấp trên', 'plan above'),
  inheritsAll: both('việc nhận từ cấp trên', 'what is inherited'),
  omits: both('nhiệm vụ không thực hiện', 'tasks omitted'),
  sections: both('các nội dung', 'sections'),
  policy: both('cách tính ngày', 'how days are counted'),
  effectiveOn: both('ngày có hiệu lực', 'first day of effect'),
  vision: both('tầm nhìn', 'vision'),
  bases: both('căn cứ', 'bases'),
  alsoImplements: both('các kế hoạch cấp trên khác', 'other plans above'),
  continues: both('kế hoạch tiếp tục', 'plans continued'),
  amends: both('kế hoạch bị sửa đổi', 'plans amended'),
  replaces: both('kế hoạch bị thay thế', 'plans replaced'),
  repeals: both('kế hoạch bị bãi bỏ', 'plans repealed'),
  changes: both('gia hạn, tạm dừng, rút nhiệm vụ', 'extensions, suspensions, withdrawals'),
  dynamicReferences: both('viện dẫn theo văn bản mới nhất', 'references follow amendments'),
  resolver: both('cơ quan xác định', 'resolver'),
  section: both('nội dung', 'section'),
  leads: both('chủ trì', 'lead'),
  supports: both('phối hợp', 'support'),
  others: both('tham mưu, theo dõi, đề nghị', 'advisers, monitors, requests'),
  deadline: both('hạn', 'deadline'),
  report: both('nơi báo cáo', 'report'),
  moreReports: both('các báo cáo khác', 'further reports'),
  deliverable: both('sản phẩm', 'deliverable'),
  refines: both('nhiệm vụ được cụ thể hóa', 'task refined'),
  responsible: both('người chịu trách nhiệm', 'responsible person'),
  checkpoints: both('mốc kiểm tra', 'checkpoints'),
  condition: both('điều kiện', 'condition'),
  targets: both('chỉ tiêu phục vụ', 'targets served'),
  units: both('đơn vị', 'units'),
  sendTo: both('nơi nhận', 'addressee'),
  orDocument: both('văn bản thay cho kế hoạch', 'document instead of a plan'),
  orMerged: both('được lồng ghép', 'may be taken up in another plan'),
  mustState: both('nội dung phải nêu', 'what it must state'),
  periods: both('kỳ', 'periods'),
  periodDues: both('hạn của từng kỳ', 'due dates of single periods'),
  together: both('kỳ gửi chung', 'periods reported together'),
  window: both('kỳ số liệu', 'data window'),
  onRequest: both('báo cáo khi có yêu cầu', 'reports on request'),
  oneOff: both('sơ kết, tổng kết', 'midterm and final reports'),
  content: both('biểu mẫu', 'form'),
  due: both('hạn', 'due date'),
  routes: both('đường gửi', 'routes'),
  consolidation: both('tổng hợp', 'consolidation'),
  chain: both('tổng hợp ở cấp trên', 'consolidation further up'),
  when: both('thời điểm', 'when'),
  amount: both('số ngày', 'number of days'),
  unit: both('cách tính ngày', 'unit of days'),
  actions: both('việc phải làm', 'actions'),
  modality: both('bắt buộc hay phấn đấu', 'obligation or aim'),
  scope: both('tính chung hay từng đơn vị', 'all together or each unit'),
  levels: both('mức', 'levels'),
  from: both('bên gửi', 'who sends'),
  to: both('nơi nhận', 'addressee'),
  via: both('nơi chuyển', 'through whom'),
  copies: both('nơi nhận bản sao', 'copies'),
  within: both('thời hạn', 'term'),
  term: both('số ngày', 'number of days'),
  action: both('hình thức', 'kind of action'),
  target: both('đối với ai', 'whom it is for'),
};

/** A part by its words; one that a newer engine knows, by its name. */
export const partSaid = (part: string): Bilingual => (WORDS as Readonly<Record<string, Bilingual>>)[part] ?? both(part, part);

const ACTIONS: Readonly<Record<FollowUpAction, Bilingual>> = {
  'demand-explanation': both('yêu cầu giải trình', 'demand an explanation'),
  commend: both('biểu dương', 'commend'),
  criticise: both('phê bình', 'criticise'),
  assess: both('đưa vào đánh giá', 'count in the assessment'),
  apologise: both('yêu cầu xin lỗi', 'demand an apology'),
};
const STEP = /^(before|after)-(\d+)(wd|d)$/;

/** `after-5wd` as `quá hạn 5 ngày làm việc`; what follows besides, `after-3d criticise`, with what is done. */
export function stepSaid(name: string): Bilingual {
  const [step = '', action] = name.split(' ');
  const found = STEP.exec(step);
  const when = found ? { vi: termOf(found, 'vi'), en: termOf(found, 'en') } : ON_TIME;
  const done = action === undefined ? undefined : (ACTIONS as Readonly<Record<string, Bilingual>>)[action];
  return done ? both(`${when.vi}: ${done.vi}`, `${when.en}: ${done.en}`) : when;
}

const ON_TIME = both('đúng hạn', 'on time');

function termOf([, when, amount, unit]: RegExpExecArray, language: keyof Bilingual): string {
  const one = Number(amount) === 1 ? '' : 's';
  const days = unit === 'wd' ? both('ngày làm việc', `working day${one}`) : both('ngày', `day${one}`);
  const said =
    when === 'before'
      ? both(`trước hạn ${amount} ${days.vi}`, `${amount} ${days.en} ahead of due`)
      : both(`quá hạn ${amount} ${days.vi}`, `${amount} ${days.en} overdue`);
  return said[language];
}
