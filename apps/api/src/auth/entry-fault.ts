import { AppError, type Bilingual } from '#contracts';

interface Wording {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

const AGAIN: Bilingual = { vi: 'Đăng nhập lại.', en: 'Sign in again.' };

const WORDING = {
  'access.not-signed-in': {
    what: { vi: 'Cần đăng nhập.', en: 'Nobody is signed in.' },
    mend: {
      vi: 'Đăng nhập tại /sign-in, hoặc gửi mã truy cập: Authorization: Bearer …',
      en: 'Sign in at /sign-in, or send a token: Authorization: Bearer …',
    },
  },
  'access.csrf': {
    what: {
      vi: 'Yêu cầu ghi không đến từ trang của phiên này.',
      en: 'The write does not come from a page of this session.',
    },
    mend: {
      vi: 'Gửi header X-Thac-CSRF với giá trị “csrf” của GET /api/v1/session, từ cùng địa chỉ.',
      en: 'Send the header X-Thac-CSRF with the `csrf` of GET /api/v1/session, from the same origin.',
    },
  },
  'sign-in.failed': {
    what: { vi: 'Tên, mật khẩu hoặc mã xác thực không đúng.', en: 'The name, the password or the code is not right.' },
    mend: {
      vi: 'Thử lại; nếu quên mật khẩu, đề nghị người quản trị cấp liên kết mới.',
      en: 'Try again; if the password is forgotten, ask an administrator for a new link.',
    },
  },
  'sign-in.code-needed': {
    what: { vi: 'Cần mã xác thực bước hai.', en: 'The code of the second factor is needed.' },
    mend: { vi: 'Gửi thêm “code” từ ứng dụng xác thực.', en: 'Send the `code` that the authenticator shows, too.' },
  },
  'sign-in.blocked': {
    what: { vi: 'Tài khoản này đã bị khóa.', en: 'This account is blocked.' },
    mend: { vi: 'Liên hệ người quản trị hệ thống.', en: 'Ask a system administrator.' },
  },
  'sign-in.too-many': {
    what: { vi: 'Đăng nhập sai quá nhiều lần.', en: 'Too many attempts to sign in failed.' },
    mend: { vi: 'Chờ hết thời gian nêu ở Retry-After rồi thử lại.', en: 'Wait as long as Retry-After says, then try again.' },
  },
  'request.too-many': {
    what: { vi: 'Quá nhiều yêu cầu trong thời gian ngắn.', en: 'Too many requests in a short time.' },
    mend: { vi: 'Chờ hết thời gian nêu ở Retry-After rồi thử lại.', en: 'Wait as long as Retry-After says, then try again.' },
  },
  'link.invalid': {
    what: { vi: 'Liên kết đã dùng, hết hạn hoặc không đúng.', en: 'The link was used, is over, or is none.' },
    mend: { vi: 'Xin một liên kết mới.', en: 'Ask for a new one.' },
  },
  'account.name-taken': {
    what: { vi: 'Tên đăng nhập này đã có người dùng.', en: 'This name is taken.' },
    mend: { vi: 'Chọn tên khác.', en: 'Choose another one.' },
  },
  'account.password-weak': {
    what: { vi: 'Mật khẩu quá yếu.', en: 'The password is too weak.' },
    mend: {
      vi: 'Dùng từ 12 ký tự, không chứa tên đăng nhập, “thac” hay “password”, không lặp hay nối tiếp một kiểu.',
      en: 'Use 12 characters or more, without the name, “thac” or “password”, and not one row or one character over and over.',
    },
  },
  'account.password-common': {
    what: {
      vi: 'Mật khẩu này phổ biến, đã bị lộ, hoặc dễ đoán từ những mật khẩu như vậy.',
      en: 'This password is common, was breached, or is easily guessed from such.',
    },
    mend: {
      vi: 'Dùng vài từ không liên quan đến nhau, hoặc để trình quản lý mật khẩu tạo.',
      en: 'Use several words that have nothing to do with each other, or have a password manager make one.',
    },
  },
  'second-factor.no-key': {
    what: { vi: 'Máy chủ chưa có khóa để giữ bí mật xác thực.', en: 'The server has no key to keep second factors with.' },
    mend: {
      vi: 'Đặt THAC_IDENTITY_KEY hoặc THAC_IDENTITY_KEY_FILE (32 byte, base64) rồi khởi động lại.',
      en: 'Set THAC_IDENTITY_KEY or THAC_IDENTITY_KEY_FILE (32 bytes, base64) and start again.',
    },
  },
  'second-factor.wrong': {
    what: { vi: 'Mã xác thực không đúng hoặc đã dùng.', en: 'The code is not right, or was used.' },
    mend: { vi: 'Chờ mã tiếp theo rồi thử lại.', en: 'Wait for the next code and try again.' },
  },
  'oidc.attempt-over': {
    what: {
      vi: 'Lần đăng nhập này đã dùng, đã quá hạn, hoặc bắt đầu từ trình duyệt khác.',
      en: 'This sign-in was used, is over, or was begun in another browser.',
    },
    mend: { vi: 'Bắt đầu lại tại /sign-in.', en: 'Begin again at /sign-in.' },
  },
  'oidc.refused-there': {
    what: { vi: 'Nơi đăng nhập không cho vào, hoặc việc đăng nhập đã bị hủy.', en: 'The sign-in service said no, or was left.' },
    mend: {
      vi: 'Thử lại tại /sign-in; nếu vẫn vậy, hỏi nơi quản lý tài khoản đó.',
      en: 'Try again at /sign-in; else ask those who run that service.',
    },
  },
  'oidc.not-proven': {
    what: {
      vi: 'Điều nơi đăng nhập gửi về không chứng minh được người này là ai.',
      en: 'What the sign-in service sent does not prove who this is.',
    },
    mend: {
      vi: 'Thử lại tại /sign-in; nếu vẫn vậy, báo người quản trị kiểm tra THAC_OIDC_ISSUER và khóa của nơi đăng nhập.',
      en: 'Try again at /sign-in; if it goes on, have an administrator check THAC_OIDC_ISSUER and the keys of the service.',
    },
  },
  'oidc.unavailable': {
    what: {
      vi: 'Nơi đăng nhập không trả lời, hoặc trả lời sai.',
      en: 'The sign-in service does not answer, or not as it should.',
    },
    mend: {
      vi: 'Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu; người quản trị kiểm tra các thiết lập THAC_OIDC_….',
      en: 'Try again in some minutes, or sign in by a password; an administrator checks the settings THAC_OIDC_….',
    },
  },
  'oidc.taken': {
    what: { vi: 'Người này hoặc tài khoản này đã được gắn rồi.', en: 'This person, or this account, is linked already.' },
    mend: { vi: 'Gỡ gắn kết cũ trước.', en: 'Take the old link away first.' },
  },
  'oidc.not-linked': {
    what: {
      vi: 'Tài khoản này chưa gắn với ai tại nơi đăng nhập.',
      en: 'This account is linked to nobody at the sign-in service.',
    },
    mend: { vi: 'Không cần làm gì.', en: 'There is nothing to do.' },
  },
  'oidc.none': {
    what: { vi: 'Máy chủ này không nối với nơi đăng nhập nào.', en: 'This server is connected to no sign-in service.' },
    mend: { vi: 'Đặt THAC_OIDC_ISSUER rồi khởi động lại.', en: 'Set THAC_OIDC_ISSUER and start again.' },
  },
  'session.prove-again': {
    what: { vi: 'Việc này cần mật khẩu hoặc mã xác thực một lần nữa.', en: 'This needs the password or a code once more.' },
    mend: { vi: 'Gửi thêm “password” hoặc “code”, hoặc đăng nhập lại.', en: 'Send `password` or `code`, too, or sign in again.' },
  },
  'session.needed': {
    what: { vi: 'Việc này cần một phiên đăng nhập, không dùng mã truy cập.', en: 'This needs a session, not a token.' },
    mend: AGAIN,
  },
  'identity.key': {
    what: {
      vi: 'Khóa định danh không phải 32 byte base64, hoặc người khác đọc được tệp.',
      en: 'The identity key is not 32 bytes in base64, or others may read its file.',
    },
    mend: { vi: 'Tạo lại: openssl rand -base64 32; chmod 600.', en: 'Make one: openssl rand -base64 32; chmod 600.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** Codes of what can be wrong with coming in. */
export type EntryFaultCode = keyof typeof WORDING;

/** Words of the faults, for the help pages. */
export const ENTRY_FAULT_TEXTS: Readonly<Record<EntryFaultCode, Wording>> = WORDING;

/** Thrown where somebody may not come in, or not in this way. */
export class EntryFault extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual;

  /** @param retryAfter seconds after which it may be tried again */
  constructor(
    override readonly code: EntryFaultCode,
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.what = WORDING[code].what;
    this.mend = WORDING[code].mend;
  }
}
