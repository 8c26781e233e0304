import { AppError, type Bilingual } from '#contracts';

/**
 * Thrown where the database itself refuses a row: it lies outside the scope of whoever asks. The policy decides before; this is what
 * is left where it was not asked, or was wrong. Nothing was written.
 */
export class RowsDenied extends AppError {
  override readonly code = 'access.denied';
  override readonly what: Bilingual = {
    vi: 'Cơ sở dữ liệu từ chối: dữ liệu này nằm ngoài phạm vi vai trò của bạn.',
    en: 'The database refuses: these rows lie outside of what your roles reach.',
  };
  override readonly mend: Bilingual = {
    vi: 'Xem vì sao tại GET /api/v1/session/why; nếu cần, đề nghị người quản trị hệ thống giao vai trò phù hợp.',
    en: 'GET /api/v1/session/why says why; if you need it, ask a system administrator for a role that fits.',
  };
}

/** SQLSTATE of rows that a policy keeps, and of tables that whoever asks has no right on. */
export const NOT_ALLOWED = '42501';
