/**
 * The one table of words of the language. A concept has one id and, per language, one canonical phrase (the first) and
 * further spellings that are understood. Token types, the phrase trie, suggestions and messages are all made from it.
 */

export type Language = 'vi' | 'en';

/**
 * What a phrase may begin. `item`: a part of the document. `clause`: a line within one. `step`: a line of the escalation
 * ladder. `word`: it stands only inside a line.
 */
export type ConceptRole = 'item' | 'clause' | 'step' | 'word';

/** One concept of the language. */
export interface Concept {
  readonly id: ConceptId;
  readonly role: ConceptRole;
  /** True where a colon must follow. */
  readonly colon: boolean;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

type Row = readonly [role: ConceptRole, vi: string, en: string];

/** Spellings are parted by `|`; a trailing colon says that one must follow. */
const TABLE = {
  PLAN: ['item', 'kế hoạch', 'plan'],
  GROUP: ['item', 'nhóm', 'group'],
  SECTION: ['item', 'nội dung', 'section'],
  TASK: ['item', 'nhiệm vụ', 'task'],
  REQUIRE: ['item', 'yêu cầu', 'require'],
  REGIME: ['item', 'chế độ báo cáo', 'reporting regime'],
  WHEN_OVERDUE: ['item', 'xử lý quá hạn|xử lí quá hạn', 'when overdue'],

  TITLE: ['clause', 'tên:|tên kế hoạch', 'title'],
  FOCAL: ['clause', 'đầu mối:|cơ quan đầu mối', 'focal point'],
  IMPLEMENTS: ['clause', 'thực hiện kế hoạch|thực hiện kế hoạch số', 'implements plan'],
  INHERIT: ['clause', 'nhận mọi nhiệm vụ được giao', 'inherit every assigned task|inherit all assigned tasks'],
  OMIT: ['clause', 'không thực hiện nhiệm vụ', 'omit task'],
  RUNS_TO: ['clause', 'đến hết ngày|đến ngày', 'runs to|runs until'],
  LEAD: ['clause', 'chủ trì:|cơ quan chủ trì', 'lead|leads'],
  SUPPORT: ['clause', 'phối hợp:|cơ quan phối hợp', 'support|supports'],
  DUE: ['clause', 'hạn:|thời hạn', 'due|deadline'],
  OUTPUT: ['clause', 'sản phẩm:', 'output|deliverable'],
  BASIS: ['clause', 'căn cứ:', 'basis'],
  REPORT_TO: ['clause', 'báo cáo về|báo cáo kết quả về', 'report to'],
  REFINES: ['clause', 'cụ thể hóa nhiệm vụ', 'refines task'],
  PERIODS: ['clause', 'kỳ:|kỳ báo cáo', 'periods'],
  CONSOLIDATE: ['clause', 'tổng hợp:', 'consolidate|consolidation'],

  OVERDUE: ['step', 'quá hạn', 'overdue'],
  AHEAD_OF_DUE: ['step', 'trước hạn', 'ahead of due'],

  ISSUED_ON: ['word', 'ban hành ngày', 'issued on'],
  DATED: ['word', 'ngày', 'dated'],
  OF: ['word', 'của', 'of'],
  CONSISTS: ['word', 'gồm mọi|gồm tất cả', 'consists of every|consists of all'],
  EACH: ['word', 'mỗi', 'each|every'],
  RELEVANT: ['word', 'cơ quan liên quan|các cơ quan liên quan', 'relevant agencies'],
  ISSUE_PLAN: ['word', 'ban hành kế hoạch', 'to issue own plan'],
  AND: ['word', 'và', 'and'],
  SEND_TO: ['word', 'gửi', 'send to|sends to'],
  VIA: ['word', 'qua|thông qua', 'via|through'],
  COPY_TO: ['word', 'đồng gửi', 'copy to|with a copy to'],
  SUPERIOR: ['word', 'cấp trên trực tiếp', 'direct superior'],
  BECAUSE: ['word', 'vì', 'because'],

  BEFORE: ['word', 'trước ngày|trước', 'before|before day'],
  NO_LATER: ['word', 'chậm nhất ngày|chậm nhất là ngày|chậm nhất vào ngày|chậm nhất', 'no later than|no later than day|by'],
  WITHIN: ['word', 'trong|trong vòng|trong thời hạn', 'within'],
  QUARTER: ['word', 'quý', 'quarter'],
  YEAR: ['word', 'năm', 'year'],
  MONTHS: ['word', 'tháng', 'months|month'],
  WORKING_DAYS: ['word', 'ngày làm việc', 'working days|working day'],
  DAYS: ['word', 'ngày', 'days|day'],
  FROM_ISSUE: ['word', 'kể từ ngày ban hành', 'from issue'],
  FROM_RECEIPT: ['word', 'kể từ ngày nhận|kể từ ngày nhận được', 'from receipt'],
  AFTER_TASK: ['word', 'sau nhiệm vụ', 'after task'],
  STANDING: ['word', 'thường xuyên', 'ongoing'],
  AS_REGULATED: ['word', 'theo quy định', 'as regulated'],
  IN: ['word', 'tại', 'in'],
  RECURRING: ['word', 'định kỳ', 'recurring'],
  MONTHLY: ['word', 'hằng tháng|hàng tháng', 'monthly'],
  QUARTERLY: ['word', 'hằng quý|hàng quý', 'quarterly'],
  YEARLY: ['word', 'hằng năm|hàng năm', 'yearly'],
  OF_LAST_MONTH: ['word', 'của tháng cuối kỳ báo cáo', 'of the last month of the reporting period'],

  THEN: ['word', 'thì', 'then'],
  REMIND: ['word', 'nhắc', 'remind'],
  NOTIFY: ['word', 'thông báo', 'notify'],
  ESCALATE: ['word', 'chuyển lên', 'escalate to'],
  LIST: ['word', 'đưa vào danh sách chậm gửi', 'list as late to'],

  PEOPLES_COMMITTEE: ['word', 'ủy ban nhân dân', "people's committee|people’s committee"],
  PROFESSIONAL_AGENCY: ['word', 'cơ quan chuyên môn', 'professional agency'],
  CHAIR: ['word', 'chủ tịch ủy ban nhân dân', "chair of people's committee|chair of people’s committee"],
  POLICE: ['word', 'công an', 'police'],
  COURT: ['word', 'tòa án|tòa án nhân dân', 'court'],
  SOCIAL_INSURANCE: ['word', 'bảo hiểm xã hội', 'social insurance'],
  ELECTRICITY: ['word', 'điện lực', 'electricity company'],
  BROADCASTER: ['word', 'đài truyền thanh', 'broadcaster'],
  SERVICE_CENTRE: ['word', 'trung tâm phục vụ', 'service centre'],
  MASS_ORGANISATION: ['word', 'đoàn thể', 'mass organisation|mass organization'],
  HAMLET_LEADER: ['word', 'trưởng thôn', 'hamlet leader'],
  GROUP_LEADER: ['word', 'tổ trưởng tổ dân phố', 'residential group leader'],
  CENTRAL: ['word', 'cấp trung ương', 'at central level'],
  PROVINCE: ['word', 'cấp tỉnh', 'at provincial level'],
  DISTRICT: ['word', 'cấp huyện', 'at district level'],
  COMMUNE: ['word', 'cấp xã', 'at commune level'],
  HAMLET: ['word', 'cấp thôn', 'at hamlet level'],
} as const satisfies Record<string, Row>;

/** Name of a concept: stable, and the name of its token type. */
export type ConceptId = keyof typeof TABLE;

/** Every concept, in the order of the table. */
export const VOCABULARY: readonly Concept[] = Object.entries(TABLE).map(([id, [role, vi, en]]) => ({
  id: id as ConceptId,
  role,
  colon: vi.includes(':'),
  vi: vi.replace(':', '').split('|'),
  en: en.split('|'),
}));

const BY_ID: ReadonlyMap<string, Concept> = new Map(VOCABULARY.map((concept) => [concept.id, concept]));

/** The concept of an id, or undefined where the id names none. */
export const conceptOf = (id: string): Concept | undefined => BY_ID.get(id);

/** The canonical phrase of a concept. */
export const phraseOf = (id: ConceptId, language: Language): string => BY_ID.get(id)?.[language][0] ?? id;
