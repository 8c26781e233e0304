import type { Bilingual } from '#contracts';
import type { Role } from './roles.js';

/**
 * What an action is held against: `self` nothing but that somebody is signed in; `document` that one of the roles is held anywhere;
 * `see` that the unit lies at or below the role's unit; `act` that the person may act for that unit; `house` that the role is held
 * over everything, and that the person may act for the unit where one is named; `people` as `see`, for what the role's unit has below it
 * and for those who belong there.
 */
export type Measure = 'self' | 'document' | 'see' | 'act' | 'house' | 'people';

interface ActionFacts {
  readonly measure: Measure;
  readonly roles: readonly Role[];
  readonly isWrite: boolean;
  /** As in "may not …". */
  readonly text: Bilingual;
}

const EVERYBODY: readonly Role[] = ['rules-author', 'official', 'unit-head', 'leader', 'auditor', 'system-administrator'];
const WATCHERS: readonly Role[] = ['official', 'unit-head', 'leader', 'auditor'];
const WRITERS: readonly Role[] = ['rules-author', 'official', 'unit-head', 'leader'];
const WORKERS: readonly Role[] = ['official', 'unit-head', 'leader'];
const HEADS: readonly Role[] = ['unit-head', 'leader'];
const AUDITORS: readonly Role[] = ['auditor'];
const ADMINISTRATORS: readonly Role[] = ['system-administrator'];

type Words = readonly [vi: string, en: string];

const reading = (measure: Measure, roles: readonly Role[], ...[vi, en]: Words): ActionFacts => ({
  measure,
  roles,
  isWrite: false,
  text: { vi, en },
});
const writing = (measure: Measure, roles: readonly Role[], ...words: Words): ActionFacts => ({
  ...reading(measure, roles, ...words),
  isWrite: true,
});

const FACTS = {
  'account.read': reading('self', EVERYBODY, 'xem tài khoản của mình', 'see their own account'),
  'account.change': writing('self', EVERYBODY, 'đổi tài khoản của mình', 'change their own account'),
  'role.delegate': writing('self', EVERYBODY, 'ủy quyền vai trò của mình', 'lend a role of their own'),
  'changes.follow': reading(
    'self',
    EVERYBODY,
    'theo dõi thay đổi của những gì mình được xem',
    'be told of changes to what they may see',
  ),
  'organisation.read': reading('document', EVERYBODY, 'xem các đơn vị', 'see units'),
  'plan.read': reading('document', EVERYBODY, 'xem kế hoạch đã ban hành', 'see issued plans'),
  'rules.read': reading('document', EVERYBODY, 'xem văn bản quy tắc', 'see rules texts'),
  'rules.try': reading('document', WRITERS, 'kiểm tra và xem trước văn bản quy tắc', 'check and preview rules texts'),
  'work.read': reading('see', WATCHERS, 'xem việc và báo cáo', 'see work and reports'),
  'figures.read': reading('see', WATCHERS, 'xem tiến độ và số liệu', 'see progress and figures'),
  'draft.read': reading('see', WRITERS, 'lấy dự thảo kế hoạch của đơn vị', 'take the draft of a unit’s plan'),
  'rules.publish': writing('act', ['rules-author', 'unit-head', 'leader'], 'công bố văn bản quy tắc', 'publish rules texts'),
  'plan.issue': writing('act', HEADS, 'ban hành kế hoạch', 'issue plans'),
  'plan.change': writing('act', HEADS, 'sửa đổi, chấm dứt kế hoạch', 'change or end plans'),
  'event.declare': writing('act', HEADS, 'thông báo sự việc', 'declare events'),
  'work.do': writing('act', WORKERS, 'nhận, làm và nộp việc', 'receive, do and hand in work'),
  'work.judge': writing('act', HEADS, 'nghiệm thu, trả lại, gia hạn', 'accept, send back or put off work'),
  'report.ask': writing('act', HEADS, 'yêu cầu báo cáo', 'ask for reports'),
  'organisation.change': writing('house', ['leader', 'system-administrator'], 'thay đổi tổ chức', 'change the organisation'),
  'organisation.try': reading(
    'house',
    ['leader', 'system-administrator'],
    'xem trước thay đổi tổ chức',
    'see beforehand what changes of the organisation do',
  ),
  'calendar.publish': writing('house', ['leader', 'system-administrator'], 'công bố lịch làm việc', 'publish working calendars'),
  'log.read': reading('house', AUDITORS, 'xem toàn bộ nhật ký', 'read the whole log'),
  'log.follow': reading('house', WATCHERS, 'theo dõi nhật ký khi có sự kiện mới', 'follow the log as it grows'),
  'log.prove': reading(
    'house',
    ['auditor', 'leader', 'system-administrator'],
    'lấy bằng chứng nhật ký',
    'take proofs of the log',
  ),
  'delivery.read': reading('house', ADMINISTRATORS, 'xem thông báo chưa gửi được', 'see notices that failed'),
  'delivery.retry': writing('house', ADMINISTRATORS, 'gửi lại thông báo', 'send notices again'),
  'operations.read': reading('house', ADMINISTRATORS, 'xem hệ thống đang chạy thế nào', 'see how the system runs'),
  'operations.retry': writing('house', ADMINISTRATORS, 'cho đồng hồ xử lý lại', 'have the clock try again'),
  'people.read': reading('people', ['system-administrator', 'auditor'], 'xem người dùng', 'see users'),
  'people.change': writing('people', ADMINISTRATORS, 'quản lý người dùng và vai trò', 'manage users and their roles'),
} as const satisfies Readonly<Record<string, ActionFacts>>;

/** Everything that the house can be asked to do or show; what is not here is nobody's to do. */
export type Action = keyof typeof FACTS;

/** All actions. */
export const ACTIONS: readonly Action[] = Object.keys(FACTS) as Action[];

/** What is known of an action. */
export const actionFacts = (action: Action): ActionFacts => FACTS[action];

/** True for the name of an action. */
export const isAction = (text: unknown): text is Action => typeof text === 'string' && Object.hasOwn(FACTS, text);
