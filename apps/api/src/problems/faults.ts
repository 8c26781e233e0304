import { AppError, type Bilingual } from '#contracts';

/** One thing that is wrong with a request. */
export interface RequestError {
  readonly in: 'body' | 'path' | 'query' | 'header';
  /** JSON Pointer into the body, or `/name` of a parameter or header. */
  readonly pointer: string;
  readonly code: string;
  readonly messages: Bilingual;
}

/** What a fault of one request says: fixed by its code. */
interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const WORDING = {
  'request.invalid': {
    what: { vi: 'Yêu cầu có dữ liệu không hợp lệ.', en: 'The request holds values that are not valid.' },
    mend: { vi: 'Sửa các trường được chỉ ra trong “errors”.', en: 'Mend the fields that “errors” lists.' },
  },
  'request.malformed': {
    what: { vi: 'Thân yêu cầu không phải JSON hợp lệ.', en: 'The body of the request is not valid JSON.' },
    mend: { vi: 'Gửi một đối tượng JSON, mã hóa UTF-8.', en: 'Send one JSON object, encoded as UTF-8.' },
  },
  'request.too-deep': {
    what: { vi: 'Thân yêu cầu lồng nhau quá 32 tầng.', en: 'The body of the request is nested more than 32 levels deep.' },
    mend: { vi: 'Gửi đúng cấu trúc mà tài liệu API mô tả.', en: 'Send the structure that the API’s description shows.' },
  },
  'request.too-large': {
    what: { vi: 'Thân yêu cầu lớn hơn 1 MiB.', en: 'The body of the request is larger than 1 MiB.' },
    mend: { vi: 'Gửi ít dữ liệu hơn trong một yêu cầu.', en: 'Send less in one request.' },
  },
  'request.too-slow': {
    what: { vi: 'Yêu cầu không đến đủ trong thời gian cho phép.', en: 'The request did not arrive in the time it may take.' },
    mend: { vi: 'Kiểm tra đường truyền rồi gửi lại.', en: 'Check the connection, then send it again.' },
  },
  'request.media-type': {
    what: { vi: 'Chỉ nhận thân yêu cầu dạng application/json.', en: 'Bodies are taken as application/json only.' },
    mend: { vi: 'Đặt Content-Type: application/json.', en: 'Set Content-Type: application/json.' },
  },
  'request.refused': {
    what: { vi: 'Yêu cầu HTTP không hợp lệ.', en: 'The HTTP request is not valid.' },
    mend: { vi: 'Kiểm tra địa chỉ và các header của yêu cầu.', en: 'Check the address and the headers of the request.' },
  },
  'idempotency-key.missing': {
    what: { vi: 'Thiếu header Idempotency-Key.', en: 'The header Idempotency-Key is missing.' },
    mend: {
      vi: 'Gửi một khóa mới (ví dụ UUID) cho mỗi thao tác, và gửi lại đúng khóa đó khi thử lại.',
      en: 'Send a new key (a UUID, say) with every act, and the same key again when repeating it.',
    },
  },
  'idempotency-key.malformed': {
    what: { vi: 'Idempotency-Key không hợp lệ.', en: 'The Idempotency-Key is not valid.' },
    mend: {
      vi: 'Dùng 1 đến 200 ký tự ASCII, không có dấu cách và #.',
      en: 'Use 1 to 200 ASCII characters without spaces and #.',
    },
  },
  'if-match.missing': {
    what: { vi: 'Thiếu header If-Match.', en: 'The header If-Match is missing.' },
    mend: {
      vi: 'Gửi ETag của kế hoạch đơn vị mà bạn đã xem, ví dụ If-Match: "12"; hoặc * để bỏ qua kiểm tra.',
      en: 'Send the ETag of the unit plan that you saw, e.g. If-Match: "12"; or * to go without the check.',
    },
  },
  'if-match.malformed': {
    what: { vi: 'If-Match không hợp lệ.', en: 'The header If-Match is not valid.' },
    mend: { vi: 'Gửi đúng một ETag, ví dụ "12", hoặc *.', en: 'Send exactly one ETag, such as "12", or *.' },
  },
  'route.unknown': {
    what: { vi: 'Không có địa chỉ này.', en: 'There is nothing at this address.' },
    mend: { vi: 'Xem các địa chỉ tại /docs.', en: 'See /docs for the addresses there are.' },
  },
  'route.method': {
    what: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' },
    mend: { vi: 'Dùng một phương thức nêu trong header Allow.', en: 'Use one of the methods in the header Allow.' },
  },
  'position.not-reached': {
    what: {
      vi: 'Nhật ký chưa đến vị trí được yêu cầu (minPosition).',
      en: 'The log has not reached the position asked for (minPosition).',
    },
    mend: { vi: 'Thử lại sau một giây.', en: 'Try again in a second.' },
  },
  'stream.too-many': {
    what: { vi: 'Quá nhiều trang đang theo dõi trực tiếp.', en: 'Too many pages follow the log live.' },
    mend: {
      vi: 'Đóng bớt thẻ trình duyệt, hoặc chờ rồi tải lại; số liệu vẫn đọc được bình thường.',
      en: 'Close some tabs, or wait and reload; reading goes on as usual.',
    },
  },
  'database.unavailable': {
    what: { vi: 'Cơ sở dữ liệu tạm thời không trả lời.', en: 'The database does not answer at the moment.' },
    mend: {
      vi: 'Thử lại sau vài giây, với cùng Idempotency-Key.',
      en: 'Try again in a few seconds, under the same Idempotency-Key.',
    },
  },
  'database.too-slow': {
    what: {
      vi: 'Câu hỏi này khiến cơ sở dữ liệu làm việc quá lâu nên đã bị dừng.',
      en: 'This question kept the database at work for too long, and was ended.',
    },
    mend: {
      vi: 'Hỏi hẹp hơn (một đơn vị, một khoảng ngày, trang nhỏ hơn), hoặc thử lại khi máy rảnh hơn.',
      en: 'Ask for less (one unit, a span of days, a smaller page), or try again when there is less to do.',
    },
  },
  'database.not-migrated': {
    what: {
      vi: 'Cơ sở dữ liệu thiếu các bảng mà phiên bản này cần.',
      en: 'The database lacks tables that this version needs.',
    },
    mend: { vi: 'Chạy thac migrate, rồi thử lại.', en: 'Run thac migrate, then try again.' },
  },
  'clock.stands-still': {
    what: {
      vi: 'Không có tiến trình worker nào đang chạy: thời hạn không được xử lý.',
      en: 'No worker lives: nothing happens at deadlines.',
    },
    mend: { vi: 'Khởi động ít nhất một worker.', en: 'Start at least one worker.' },
  },
  'projections.behind': {
    what: {
      vi: 'Số liệu tổng hợp chậm hơn nhật ký quá mức cho phép.',
      en: 'A projection is further behind the log than it may be.',
    },
    mend: {
      vi: 'Xem nhật ký của các worker; số liệu sẽ đuổi kịp khi lỗi được khắc phục.',
      en: 'Read the logs of the workers; figures catch up once the fault is mended.',
    },
  },
  'server.fault': {
    what: { vi: 'Máy chủ gặp lỗi khi xử lý yêu cầu.', en: 'The server failed while handling the request.' },
    mend: {
      vi: 'Thử lại với cùng Idempotency-Key; nếu vẫn lỗi, báo cho người quản trị kèm traceId.',
      en: 'Try again under the same Idempotency-Key; if it fails again, tell the administrator the traceId.',
    },
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** Codes of the faults that arise at the edge, before or around a command. */
export type RequestFaultCode = keyof typeof WORDING;

/** Words of the edge's faults, for the help pages. */
export const REQUEST_FAULT_TEXTS: Readonly<Record<RequestFaultCode, Wording>> = WORDING;

/** Thrown at the edge of the system, where a request cannot be taken, or not be answered now. */
export class RequestFault extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;
  constructor(
    override readonly code: RequestFaultCode,
    readonly errors: readonly RequestError[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.what = WORDING[code].what;
    this.mend = WORDING[code].mend;
  }
}

/** Thrown when the port to listen on is taken, or may not be used. */
export class PortUnavailable extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Chọn cổng khác bằng --port, hoặc dừng chương trình đang dùng cổng này.',
    en: 'Choose another one with --port, or stop the program that uses it.',
  };
  constructor(
    override readonly code: 'port.busy' | 'port.forbidden',
    readonly port: number,
    options?: ErrorOptions,
  ) {
    super(`${code} ${port}`, options);
    this.what =
      code === 'port.busy'
        ? { vi: `Cổng ${port} đang được chương trình khác sử dụng.`, en: `Port ${port} is in use by another program.` }
        : { vi: `Không được phép mở cổng ${port}.`, en: `Port ${port} may not be opened.` };
  }
}
