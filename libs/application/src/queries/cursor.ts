import { AppError, type Bilingual } from '#contracts';

/** Thrown when a page is asked for after a cursor that this list never gave. */
export class CursorInvalid extends AppError {
  override readonly code = 'query.cursor-invalid';
  override readonly what: Bilingual = { vi: 'Con trỏ trang không hợp lệ.', en: 'The page cursor is not valid.' };
  override readonly mend: Bilingual = {
    vi: 'Dùng nguyên giá trị “next” của trang trước, hoặc bắt đầu lại từ trang đầu.',
    en: 'Pass on the value of “next” from the page before unchanged, or start again from the first page.',
  };
  constructor(readonly cursor: string) {
    super(`invalid cursor ${cursor}`);
  }
}

/** Page size where none is asked for. */
export const DEFAULT_LIMIT = 50;

/** An opaque cursor for the place after a key of one list. */
export const cursorOf = (list: string, key: string): string => Buffer.from(`${list}:${key}`).toString('base64url');

/** The key behind a cursor. @throws CursorInvalid when it is not one of this list's */
export function keyOfCursor(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith(`${list}:`) || cursorOf(list, text.slice(list.length + 1)) !== cursor) throw new CursorInvalid(cursor);
  return text.slice(list.length + 1);
}
