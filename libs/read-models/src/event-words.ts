import type { Bilingual, ChangeKind } from '#contracts';

/** What an event is called. */
export interface EventWords extends Bilingual {
  readonly kind: ChangeKind;
}

const words = (kind: ChangeKind, vi: string, en: string): EventWords => ({ kind, vi, en });

/** Every type of event in words. */
const WORDS: Readonly<Record<string, EventWords>> = {
  RulesPublished: words('rules', 'Công bố văn bản quy tắc', 'Rules published'),
  PlanIssued: words('plan', 'Ban hành kế hoạch', 'Plan issued'),
  PlanCascaded: words('cascade', 'Giao kế hoạch xong cho mọi đơn vị', 'Plan derived for every unit'),
  CascadeReorganised: words(
    'reorganisation',
    'Sắp xếp lại việc theo tổ chức mới',
    'Cascade brought into line with the organisation',
  ),
  UnitFounded: words('organisation', 'Thành lập đơn vị', 'Unit founded'),
  UnitRenamed: words('organisation', 'Đổi tên đơn vị', 'Unit renamed'),
  UnitMoved: words('organisation', 'Chuyển đơn vị sang cấp trên khác', 'Unit moved'),
  UnitDissolved: words('organisation', 'Giải thể đơn vị', 'Unit dissolved'),
  CalendarPublished: words('calendar', 'Công bố lịch làm việc', 'Calendar published'),
  OutsideEventDeclared: words('document', 'Công bố sự kiện đã xảy ra', 'Event declared'),
  PlanAmended: words('document', 'Sửa đổi kế hoạch', 'Plan amended'),
  PlanEnded: words('document', 'Kế hoạch hết hiệu lực', 'Plan ended'),
  UnitPlanDerived: words('cascade', 'Giao việc theo kế hoạch', 'Unit plan derived'),
  UnitPlanReplaced: words('cascade', 'Thay bằng việc theo kế hoạch của cấp trung gian', 'Unit plan replaced'),
  PeriodsOpened: words('cascade', 'Mở kỳ tiếp theo', 'Next periods opened'),
  OwnPlanIssued: words('plan', 'Ban hành kế hoạch của đơn vị', 'Own plan issued'),
  UnitPlanReceived: words('work', 'Tiếp nhận các việc được giao', 'Unit plan received'),
  ItemReceived: words('work', 'Tiếp nhận việc', 'Item received'),
  ItemStarted: words('work', 'Bắt đầu việc', 'Item started'),
  ItemSubmitted: words('work', 'Nộp kết quả việc', 'Item handed in'),
  ItemAccepted: words('work', 'Chấp nhận kết quả việc', 'Item accepted'),
  ItemReturned: words('work', 'Trả lại việc', 'Item sent back'),
  ReportRequested: words('report', 'Yêu cầu báo cáo', 'Report asked for'),
  ReportSubmitted: words('report', 'Gửi báo cáo', 'Report sent'),
  ReportAccepted: words('report', 'Chấp nhận báo cáo', 'Report accepted'),
  ReportReturned: words('report', 'Trả lại báo cáo', 'Report sent back'),
  ConsolidationClosed: words('report', 'Chốt tổng hợp báo cáo', 'Consolidation closed'),
  ReportExtended: words('deadline', 'Gia hạn báo cáo', 'Report put off'),
  DeadlineExtended: words('deadline', 'Gia hạn việc', 'Deadline put off'),
  ExtensionRequested: words('deadline', 'Xin gia hạn', 'Extension asked for'),
  ExtensionRefused: words('deadline', 'Không đồng ý gia hạn', 'Extension refused'),
  DeadlineResolved: words('deadline', 'Xác định thời hạn', 'Deadline set'),
  DutyClockStarted: words('deadline', 'Bắt đầu tính hạn ban hành kế hoạch', 'Clock of a duty started'),
  ItemSuspended: words('deadline', 'Tạm dừng việc', 'Item suspended'),
  ItemResumed: words('deadline', 'Tiếp tục việc', 'Item resumed'),
  ItemWithdrawn: words('deadline', 'Thu hồi việc', 'Item withdrawn'),
  CalendarApplied: words('deadline', 'Tính lại hạn theo lịch mới', 'Dates counted anew by a calendar'),
  ClocksStarted: words('deadline', 'Bắt đầu tính hạn từ sự kiện', 'Clocks started by an event'),
  AmendmentApplied: words('deadline', 'Áp dụng văn bản sửa đổi', 'Document applied'),
  EscalationStepReached: words('escalation', 'Đến bậc đôn đốc', 'Escalation step reached'),
  FollowUpReached: words('escalation', 'Đến biện pháp xử lý', 'Consequence reached'),
  UnitPlanTransferred: words('reorganisation', 'Chuyển giao việc của đơn vị đã kết thúc', 'Work of an ended unit passed on'),
  UnitPlanInherited: words('reorganisation', 'Tiếp nhận việc của đơn vị đã kết thúc', 'Work of an ended unit taken over'),
  UserAdmitted: words('people', 'Cho người dùng vào', 'User let in'),
  UserBlocked: words('people', 'Chặn người dùng', 'User kept out'),
  UserUnblocked: words('people', 'Cho người dùng vào lại', 'User let in again'),
  RoleGranted: words('people', 'Giao vai trò', 'Role granted'),
  RoleRevoked: words('people', 'Thu hồi vai trò', 'Role taken back'),
  RoleLent: words('people', 'Ủy quyền vai trò', 'Role lent'),
  RoleBorrowed: words('people', 'Nhận ủy quyền vai trò', 'Role borrowed'),
  LoanEnded: words('people', 'Kết thúc ủy quyền', 'Loan ended'),
  PersonErased: words('people', 'Xóa thông tin cá nhân', 'Particulars of a person erased'),
  UnitPlanReaddressed: words('reorganisation', 'Đổi nơi nhận kết quả, báo cáo', 'Ways of results and reports changed'),
};

/** What an event is called; its type itself where it has no words. */
export const wordsOf = (type: string): EventWords => WORDS[type] ?? words('plan', type, type);
