import type { Bilingual } from '#contracts';

/** What a deed is done to; it says which options name its address. */
export type Subject = 'unit plan' | 'item' | 'report' | 'plan';

/** An option that goes into the body of the request, by the name that a scenario gives it. */
export type Field =
  | 'note'
  | 'reason'
  | 'content'
  | 'to'
  | 'due'
  | 'from'
  | 'until'
  | 'on'
  | 'event'
  | 'how'
  | 'units'
  | 'changes'
  | 'title'
  | 'time'
  | 'kind'
  | 'tier'
  | 'within'
  | 'condition'
  | 'document';

/** One deed: what it is done to, the end of its route, and what it must and may say. */
export interface Deed {
  readonly subject: Subject;
  readonly route: string;
  readonly needs: readonly Field[];
  readonly may: readonly Field[];
  readonly text: Bilingual;
}

const deed = (
  subject: Subject,
  route: string,
  { needs = [], may = [] }: Partial<Pick<Deed, 'needs' | 'may'>>,
  [vi, en]: readonly [vi: string, en: string],
): Deed => ({ subject, route, needs, may, text: { vi, en } });

const REASON = { needs: ['reason'] } as const;
const ASK = { needs: ['to', 'reason'] } as const;
const ORDER = { needs: ['to', 'document'] } as const;

/** Every deed of people by its name in scenarios, in the order of help. */
export const DEEDS = {
  receive: deed('unit plan', 'receive', {}, [
    'Nhận mọi việc được giao, hoặc một việc (--item).',
    'Acknowledge all work, or an --item.',
  ]),
  start: deed('item', 'start', {}, ['Bắt đầu làm một việc.', 'Begin work on an item.']),
  submit: deed('item', 'submit', { may: ['note'] }, ['Nộp kết quả một việc.', 'Hand in the result of an item.']),
  accept: deed('item', 'accept', {}, ['Nghiệm thu kết quả.', 'Accept the result of an item.']),
  return: deed('item', 'return', REASON, ['Trả lại kết quả.', 'Send the result of an item back.']),
  extend: deed('item', 'extend', ORDER, ['Gia hạn một việc.', 'Move the deadline of an item to a later day.']),
  'request-extension': deed('item', 'extension-request', ASK, [
    'Xin gia hạn một việc; thời hạn chưa đổi.',
    'Ask for a later day for an item; no date moves.',
  ]),
  'refuse-extension': deed('item', 'refuse-extension', REASON, [
    'Không đồng ý gia hạn một việc.',
    'Refuse the later day asked for an item.',
  ]),
  resolve: deed('item', 'resolve', { needs: ['due', 'document'] }, [
    'Ấn định ngày cho thời hạn để ngỏ.',
    'Give a date to a deadline left open.',
  ]),
  suspend: deed('item', 'suspend', { needs: ['from', 'document'], may: ['until'] }, [
    'Tạm dừng một việc.',
    'Stop the clock of an item.',
  ]),
  resume: deed('item', 'resume', { needs: ['on', 'document'] }, ['Cho việc chạy tiếp.', 'Let the clock of an item go on.']),
  withdraw: deed('item', 'withdraw', { needs: ['reason', 'document'] }, ['Rút một việc.', 'Take an item back.']),
  'submit-report': deed('report', 'submit', { needs: ['content'] }, ['Gửi báo cáo.', 'Send a report.']),
  'accept-report': deed('report', 'accept', {}, ['Nghiệm thu báo cáo.', 'Accept a report.']),
  'return-report': deed('report', 'return', REASON, ['Trả lại báo cáo.', 'Send a report back.']),
  'extend-report': deed('report', 'extend', ORDER, ['Gia hạn báo cáo.', 'Move the due date of a report to a later day.']),
  'request-report-extension': deed('report', 'extension-request', ASK, [
    'Xin gia hạn báo cáo; thời hạn chưa đổi.',
    'Ask for a later day for a report; no date moves.',
  ]),
  'refuse-report-extension': deed('report', 'refuse-extension', REASON, [
    'Không đồng ý gia hạn báo cáo.',
    'Refuse the later day asked for a report.',
  ]),
  'request-report': deed('unit plan', 'report-requests', { needs: ['title', 'due'], may: ['time', 'document'] }, [
    'Yêu cầu một đơn vị báo cáo đột xuất.',
    'Ask a unit for a report beyond the regime.',
  ]),
  'request-reports': deed(
    'plan',
    'report-requests',
    { needs: ['kind', 'tier', 'title', 'due'], may: ['within', 'time', 'document'] },
    ['Yêu cầu mọi đơn vị của một nhóm báo cáo đột xuất.', 'Ask every unit of a class for a report.'],
  ),
  'raise-case': deed('unit plan', 'cases', { needs: ['condition'] }, [
    'Nêu một trường hợp mà kế hoạch yêu cầu báo cáo.',
    'Say that a case is there in which the plan asks for a report.',
  ]),
  declare: deed('plan', 'events', { needs: ['event', 'on', 'document'], may: ['units'] }, [
    'Thông báo một việc đã xảy ra mà nhiệm vụ chờ.',
    'Declare that something that work waits for has happened.',
  ]),
  amend: deed('plan', 'amendments', { needs: ['changes', 'document'] }, [
    'Sửa đổi kế hoạch: gia hạn, tạm dừng, rút nhiệm vụ.',
    'Put off, stop or take back tasks of a plan.',
  ]),
  end: deed('plan', 'end', { needs: ['how', 'document'] }, ['Chấm dứt kế hoạch.', 'End a plan.']),
} as const satisfies Readonly<Record<string, Deed>>;

export type DeedName = keyof typeof DEEDS;

/** What a unit hands in is accepted, sent back, put off or asked for by another, who has to be named. */
export const isOfOthers = (route: string): boolean => OF_OTHERS.has(route);

const OF_OTHERS: ReadonlySet<string> = new Set(['accept', 'return', 'refuse-extension', 'report-requests']);
