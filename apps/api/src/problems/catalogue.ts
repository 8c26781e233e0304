import type { Bilingual } from '#contracts';

/** How one kind of problem is answered. */
export interface ProblemKind {
  /** HTTP status; null for what only the command line meets. */
  readonly status: number | null;
  readonly title: Bilingual;
}

const kind = (status: number | null, vi: string, en: string): ProblemKind => ({ status, title: { vi, en } });

/** The one table from codes to HTTP: every fault and every refusal of the system, with its status and its short title. */
export const PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'request.invalid': kind(400, 'Dữ liệu không hợp lệ', 'Invalid values'),
  'request.malformed': kind(400, 'JSON không hợp lệ', 'Malformed JSON'),
  'request.too-deep': kind(400, 'JSON lồng quá sâu', 'JSON nested too deep'),
  'request.too-large': kind(413, 'Yêu cầu quá lớn', 'Request too large'),
  'request.media-type': kind(415, 'Sai kiểu nội dung', 'Unsupported media type'),
  'request.refused': kind(400, 'Yêu cầu HTTP không hợp lệ', 'Invalid HTTP request'),
  'idempotency-key.missing': kind(400, 'Thiếu khóa chống lặp', 'Idempotency key missing'),
  'idempotency-key.malformed': kind(400, 'Khóa chống lặp không hợp lệ', 'Malformed idempotency key'),
  'if-match.missing': kind(428, 'Thiếu điều kiện phiên bản', 'Precondition required'),
  'if-match.malformed': kind(400, 'Điều kiện phiên bản không hợp lệ', 'Malformed precondition'),
  'route.unknown': kind(404, 'Không có địa chỉ này', 'No such address'),
  'route.method': kind(405, 'Phương thức không được nhận', 'Method not allowed'),
  'position.not-reached': kind(503, 'Chưa đọc được thay đổi mới', 'Not caught up yet'),
  'database.unavailable': kind(503, 'Cơ sở dữ liệu không trả lời', 'Database unavailable'),
  'server.fault': kind(500, 'Lỗi máy chủ', 'Server fault'),
  'query.cursor-invalid': kind(400, 'Con trỏ trang không hợp lệ', 'Invalid page cursor'),
  'not-found': kind(404, 'Không tìm thấy', 'Not found'),
  'version.stale': kind(412, 'Dữ liệu đã thay đổi', 'It has changed meanwhile'),
  'store.conflict': kind(409, 'Có người khác vừa ghi', 'Someone else wrote first'),
  'store.idempotency-mismatch': kind(422, 'Khóa chống lặp đã dùng cho yêu cầu khác', 'Idempotency key used for another request'),
  'store.unprojectable': kind(500, 'Sự kiện không đọc được', 'Events that cannot be projected'),
  'item.unknown': kind(404, 'Không có việc này', 'No such item'),
  'item.not-yours': kind(403, 'Việc của đơn vị khác', 'Another unit’s item'),
  'item.not-acceptor': kind(403, 'Không có quyền duyệt', 'Not among those who may accept'),
  'item.standing': kind(409, 'Việc thường xuyên', 'Standing work'),
  'item.closed': kind(409, 'Việc đã kết thúc', 'Item closed'),
  'item.already-submitted': kind(409, 'Đã nộp kết quả', 'Submitted already'),
  'item.not-submitted': kind(409, 'Chưa nộp kết quả', 'Not submitted'),
  'item.reason-missing': kind(422, 'Thiếu lý do', 'Reason missing'),
  'item.no-deadline': kind(409, 'Không có thời hạn', 'No deadline'),
  'item.deadline-known': kind(409, 'Đã có thời hạn', 'Deadline known already'),
  'item.not-later': kind(422, 'Thời hạn mới không muộn hơn', 'Not a later deadline'),
  'report.unknown': kind(404, 'Không có báo cáo này', 'No such report'),
  'report.not-yours': kind(403, 'Báo cáo của đơn vị khác', 'Another unit’s report'),
  'report.not-receiver': kind(403, 'Không phải nơi nhận', 'Not the receiver'),
  'report.already-submitted': kind(409, 'Đã nộp báo cáo', 'Report submitted already'),
  'report.not-submitted': kind(409, 'Chưa nộp báo cáo', 'Report not submitted'),
  'report.reason-missing': kind(422, 'Thiếu lý do', 'Reason missing'),
  'report.empty': kind(422, 'Báo cáo trống', 'Empty report'),
  'own-plan.already-issued': kind(409, 'Đã ban hành kế hoạch riêng', 'Own plan issued already'),
  'own-plan.not-yours': kind(403, 'Kế hoạch riêng do đơn vị khác ban hành', 'Another unit’s own plan to issue'),
  'own-plan.other-unit': kind(422, 'Kế hoạch của đơn vị khác', 'Another unit’s plan'),
  'own-plan.other-parent': kind(422, 'Không thực hiện kế hoạch này', 'Carries out another plan'),
  'rules.invalid': kind(422, 'Văn bản quy tắc có lỗi', 'Rules text with errors'),
  'rules.too-large': kind(413, 'Văn bản quy tắc quá dài', 'Rules text too long'),
  'plan.already-issued': kind(409, 'Kế hoạch đã ban hành', 'Plan issued already'),
  'plan.not-issuer': kind(403, 'Không phải cơ quan ban hành', 'Not the issuer'),
  'plan.parent-unknown': kind(422, 'Chưa có kế hoạch cấp trên', 'Parent plan unknown'),
  'plan.not-addressed': kind(422, 'Cấp trên không giao việc', 'Not addressed by the parent'),
  'plan.nonconforming': kind(422, 'Không phù hợp với cấp trên', 'Does not conform to its parent'),
  'file.unreadable': kind(null, 'Không đọc được tệp', 'File cannot be read'),
  'data.invalid': kind(null, 'Tệp dữ liệu có lỗi', 'Data file with errors'),
  'server.unreachable': kind(null, 'Không kết nối được máy chủ', 'Server cannot be reached'),
  'server.refused': kind(null, 'Máy chủ từ chối', 'Server refused'),
  'cli.usage': kind(null, 'Lệnh viết chưa đúng', 'Wrong use of the command line'),
  'scenario.invalid': kind(null, 'Kịch bản có lỗi', 'Scenario with errors'),
  'scenario.refused': kind(null, 'Một bước của kịch bản bị từ chối', 'A step of the scenario was refused'),
  'port.no-such-host': kind(null, 'Không có địa chỉ máy này', 'No such host'),
  'port.busy': kind(null, 'Cổng đang bận', 'Port busy'),
  'port.forbidden': kind(null, 'Không được mở cổng', 'Port forbidden'),
  'database.unreachable': kind(503, 'Không kết nối được cơ sở dữ liệu', 'Database unreachable'),
  'database.too-old': kind(null, 'PostgreSQL quá cũ', 'PostgreSQL too old'),
  'database.no-rights': kind(null, 'Không có quyền lập bảng', 'No right to make tables'),
  'database.in-use': kind(null, 'Thư mục dữ liệu đang được dùng', 'Data folder in use'),
  'database.other-version': kind(null, 'Dữ liệu của phiên bản khác', 'Data of another version'),
  'database.not-owned': kind(null, 'Dữ liệu của người dùng khác', 'Data of another user'),
  'database.not-a-data-folder': kind(null, 'Không phải thư mục dữ liệu', 'Not a data folder'),
  'database.no-access': kind(null, 'Không ghi được thư mục dữ liệu', 'Data folder not writable'),
  'database.no-binaries': kind(null, 'Không chạy được PostgreSQL kèm sẵn', 'Bundled PostgreSQL does not run'),
  'database.start-failed': kind(null, 'PostgreSQL không khởi động', 'PostgreSQL did not start'),
  'database.stop-failed': kind(null, 'PostgreSQL không dừng', 'PostgreSQL did not stop'),
};

/** Status of a code: 500 for what the table does not know. */
export const statusOf = (code: string): number => PROBLEMS[code]?.status ?? 500;
