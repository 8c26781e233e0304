import type { Bilingual, Doer } from '#contracts';
import type { DocumentRef, Instant, LocalDate } from '#engine';
import type { UnitName } from '../named.js';
import { both, day, moment, obligationWord, type Sayings } from './word.js';

/** How an obligation stands to its deadline. */
export type Verdict = 'no-deadline' | 'not-due' | 'on-time' | 'late' | 'overdue';

/** By what right somebody acted. */
export type Right =
  | 'holder'
  | 'joint-lead'
  | 'superior'
  | 'issuer'
  | 'focal'
  | 'issuer-above'
  | 'focal-above'
  | 'receiver'
  | 'resolver'
  | 'addressee'
  | 'via'
  | 'acceptor';

/** What statements on states say. */
export interface StateFacts {
  'state.is': { readonly obligation: string; readonly status: string; readonly at: Instant };
  /** Somebody did something. */
  act: {
    readonly event: string;
    readonly at: Instant;
    readonly actor: UnitName | null;
    readonly right: Right | null;
    /** Of whom the actor is the superior, of which plan the issuer; whom it concerns. */
    readonly of: string | null;
    readonly status: string | null;
    readonly note: string | null;
    readonly document: DocumentRef | null;
    /** The person in the unit's name, and the right that let them; null where the log was told of nobody. */
    readonly by: Doer | null;
  };
  /** The engine did something. */
  effect: {
    readonly event: string;
    readonly at: Instant;
    readonly status: string | null;
    readonly rule: string | null;
    readonly reason: string | null;
  };
  'nothing-done': { readonly since: Instant };
  'time.is': {
    readonly verdict: Verdict;
    readonly due: LocalDate | null;
    /** First instant that is too late. */
    readonly last: Instant | null;
    readonly doneAt: Instant | null;
    readonly at: Instant;
    readonly status: string;
    readonly standing: boolean;
  };
}

/** States in words. */
export const STATUS: Readonly<Record<string, Bilingual>> = {
  dormant: both('chờ sự kiện', 'dormant'),
  assigned: both('đã giao', 'assigned'),
  received: both('đã tiếp nhận', 'received'),
  'in-progress': both('đang thực hiện', 'in progress'),
  submitted: both('đã trình', 'handed in'),
  completed: both('hoàn thành', 'completed'),
  returned: both('bị trả lại', 'sent back'),
  suspended: both('tạm dừng', 'suspended'),
  transferred: both('đã chuyển giao', 'handed over'),
  cancelled: both('đã hủy', 'cancelled'),
  expected: both('chưa gửi', 'not sent yet'),
  accepted: both('đã chấp nhận', 'accepted'),
  fulfilled: both('đã ban hành', 'issued'),
  owed: both('chưa ban hành', 'not issued yet'),
};

const statusWord = (status: string): Bilingual => STATUS[status] ?? both(status, status);

/** Events in words. */
export const EVENTS: Readonly<Record<string, Bilingual>> = {
  UnitPlanDerived: both('giao việc', 'assigned it'),
  UnitPlanReplaced: both(
    'đưa việc sang theo kế hoạch cấp dưới, hoặc của chính đơn vị',
    'put it under a lower plan, or the unit’s own',
  ),
  UnitPlanReceived: both('tiếp nhận kế hoạch', 'received the plan'),
  ItemReceived: both('tiếp nhận việc', 'received the item'),
  ItemStarted: both('bắt đầu thực hiện', 'began work'),
  ItemSubmitted: both('trình kết quả', 'handed in the result'),
  ItemAccepted: both('chấp nhận kết quả', 'accepted the result'),
  ItemReturned: both('trả lại kết quả', 'sent the result back'),
  ReportRequested: both('yêu cầu báo cáo', 'asked for the report'),
  ReportSubmitted: both('gửi báo cáo', 'sent the report'),
  ReportAccepted: both('chấp nhận báo cáo', 'accepted the report'),
  ReportReturned: both('trả lại báo cáo', 'sent the report back'),
  OwnPlanIssued: both('ban hành kế hoạch riêng', 'issued its own plan'),
  DeadlineExtended: both('gia hạn', 'put the deadline off'),
  ExtensionRequested: both('xin gia hạn', 'asked for an extension'),
  ExtensionRefused: both('không đồng ý gia hạn', 'refused the extension'),
  DeadlineResolved: both('ấn định ngày', 'set the day'),
  ItemSuspended: both('tạm dừng việc', 'stopped the clock'),
  ItemResumed: both('cho tiếp tục', 'let the clock go on'),
  ItemWithdrawn: both('rút việc', 'took the item back'),
  ReportExtended: both('gia hạn báo cáo', 'put the report off'),
  DutyClockStarted: both('bắt đầu tính hạn từ ngày nhận', 'started the term from receipt'),
  EscalationStepReached: both('thực hiện bậc xử lý', 'reached a step of the ladder'),
  FollowUpReached: both('thực hiện hệ quả', 'reached a consequence'),
  CalendarApplied: both('tính lại theo lịch mới', 'counted it again by a new calendar'),
  ClocksStarted: both('cho đồng hồ chạy vì điều phải chờ đã xảy ra', 'let its clock run, what it waited for having happened'),
  AmendmentApplied: both('áp dụng văn bản sửa đổi', 'applied an amending document'),
  PeriodsOpened: both('mở kỳ', 'opened the period'),
  ConsolidationClosed: both('khóa tổng hợp', 'closed the consolidation'),
  UnitPlanTransferred: both('chuyển việc đi vì đơn vị chấm dứt', 'passed the work on, the unit having ended'),
  UnitPlanInherited: both('gộp việc nhận từ đơn vị đã chấm dứt', 'took in the work of a unit that is no more'),
  UnitPlanReaddressed: both('đổi nơi nhận theo tổ chức mới', 'gave it its new way'),
};

const eventWord = (event: string): Bilingual => EVENTS[event] ?? both(event, event);

const RIGHTS: Readonly<Record<Right, Bilingual>> = {
  holder: both('là đơn vị được giao', 'being the unit that owes it'),
  'joint-lead': both('là đơn vị cùng chủ trì', 'leading it jointly'),
  superior: both('là cấp trên trực tiếp', 'being the direct superior'),
  issuer: both('là nơi ban hành kế hoạch', 'being the issuer of the plan'),
  focal: both('là đầu mối của kế hoạch', 'being the focal point of the plan'),
  'issuer-above': both('là nơi ban hành kế hoạch cấp trên', 'being the issuer of a plan above'),
  'focal-above': both('là đầu mối của kế hoạch cấp trên', 'being the focal point of a plan above'),
  receiver: both('là nơi nhận kết quả', 'being whom the result goes to'),
  resolver: both('là nơi ấn định ngày', 'being the one to set the day'),
  addressee: both('là nơi nhận báo cáo', 'being the addressee of the report'),
  via: both('là nơi báo cáo đi qua', 'being on the way of the report'),
  acceptor: both('có quyền chấp nhận kết quả của đơn vị', 'being entitled to judge the unit’s work'),
};

function actWord({ event, at, actor, right, of, note, document, by: doer }: StateFacts['act']): Bilingual {
  const [on, what] = [moment(at), eventWord(event)];
  const as =
    right === null
      ? both('', '')
      : both(` (${RIGHTS[right].vi}${of ? `: ${of}` : ''})`, ` (${RIGHTS[right].en}${of ? `: ${of}` : ''})`);
  const by = document
    ? both(
        `, theo văn bản ${document.number} ngày ${day(document.date)}`,
        `, by document ${document.number} of ${day(document.date)}`,
      )
    : both('', '');
  const said = note === null || note === '' ? '' : ` “${note}”`;
  const who = doer ? both(` (người làm: ${doer.person})`, ` (person: ${doer.person})`) : both('', '');
  return both(
    `${on.vi}: ${actor?.name ?? '—'}${as.vi} ${what.vi}${by.vi}${said}${who.vi}.`,
    `${on.en}: ${actor?.name ?? '—'}${as.en} ${what.en}${by.en}${said}${who.en}.`,
  );
}

/** Rules that stand in no text of a plan. */
const RULES: Readonly<Record<string, Bilingual>> = {
  calendar: both('đổi lịch làm việc', 'change of the working calendar'),
  cascade: both('giao kế hoạch xuống các cấp', 'assigning the plan to the units below'),
};

function effectWord({ event, at, rule, reason }: StateFacts['effect']): Bilingual {
  const [on, what] = [moment(at), eventWord(event)];
  const named = rule === null ? null : (RULES[rule] ?? both(rule, rule));
  const by = named === null ? both('', '') : both(` (quy tắc: ${named.vi})`, ` (rule: ${named.en})`);
  const why = reason === null ? '' : `: ${reason}`;
  return both(`${on.vi}: hệ thống ${what.vi}${by.vi}${why}.`, `${on.en}: the engine ${what.en}${by.en}${why}.`);
}

function timeWord({ verdict, last, doneAt, at, status, standing }: StateFacts['time.is']): Bilingual {
  if (verdict === 'no-deadline' || last === null) {
    if (standing)
      return both(
        'Việc thường xuyên không có hạn: không tính đúng hạn hay chậm.',
        'Standing work has no last day: neither on time nor late.',
      );
    const now = statusWord(status);
    return both(`Không có hạn để so (trạng thái: ${now.vi}).`, `There is no deadline to hold it to (state: ${now.en}).`);
  }
  const [end, now] = [moment(last), moment(at)];
  const done = doneAt === null ? null : moment(doneAt);
  switch (verdict) {
    case 'on-time':
      return both(`Đúng hạn: xong lúc ${done?.vi}, trước ${end.vi}.`, `On time: in at ${done?.en}, before ${end.en}.`);
    case 'late':
      return both(`Chậm: xong lúc ${done?.vi}, không còn trước ${end.vi}.`, `Late: in at ${done?.en}, not before ${end.en}.`);
    case 'overdue':
      return both(
        `Quá hạn: hạn hết lúc ${end.vi}, đến ${now.vi} chưa xong.`,
        `Overdue: the deadline ended at ${end.en}, and it is not in by ${now.en}.`,
      );
    default:
      return both(
        `Chưa đến hạn: hạn hết lúc ${end.vi}, hiện là ${now.vi}.`,
        `Not due yet: the deadline ends at ${end.en}, and it is ${now.en}.`,
      );
  }
}

/** Sentences on states. */
export const STATE_SAYINGS: Sayings<StateFacts> = {
  'state.is': ({ obligation, status, at }) => {
    const [what, is, on] = [obligationWord(obligation), statusWord(status), moment(at)];
    return both(`Lúc ${on.vi}, ${what.vi}: ${is.vi}.`, `At ${on.en}, ${what.en} is ${is.en}.`);
  },
  act: actWord,
  effect: effectWord,
  'nothing-done': ({ since }) => {
    const on = moment(since);
    return both(`Từ ${on.vi} chưa có ai làm gì với việc này.`, `Nobody has done anything with it since ${on.en}.`);
  },
  'time.is': timeWord,
};
