import { AppError, type Bilingual, type Page, type PageRequest } from '#contracts';
import { parseLocalDate } from '#engine';

/** Thrown by lists when a cursor is not one that the list gave out. */
export class InvalidCursor extends AppError {
  readonly code = 'query.cursor-invalid';
  readonly what: Bilingual = {
    vi: 'Con trỏ trang không hợp lệ.',
    en: 'The page cursor is not valid.',
  };
  readonly mend: Bilingual = {
    vi: 'Hãy dùng nguyên văn "next" của trang trước, hoặc bắt đầu lại từ trang đầu.',
    en: 'Send the "next" of the page before as it is, or start again from the first page.',
  };
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Rows a page may have, between 1 and 200. */
export const limitOf = ({ limit = DEFAULT_LIMIT }: PageRequest): number =>
  Math.min(MAX_LIMIT, Math.max(1, Math.trunc(limit) || DEFAULT_LIMIT));

/** Most rows on a page of the lists that leaders read whole, and what they get unless told. */
const LONG_LIMIT = 1000;
export const longLimitOf = ({ limit = LONG_LIMIT }: PageRequest): number =>
  Math.min(LONG_LIMIT, Math.max(1, Math.trunc(limit) || LONG_LIMIT));

/** What a value of a cursor can be, so that the statement can read it. */
const KINDS = {
  text: () => true,
  /** A day, or the one before or after all of them. */
  day: (value: string) => /^-?infinity$/.test(value) || parseLocalDate(value) !== undefined,
  count: (value: string) => /^\d{1,9}$/.test(value),
} as const;

/**
 * The values that a cursor holds, or as many nulls where there is none.
 * @throws InvalidCursor
 */
export function cursorValues({ after }: PageRequest, ...kinds: readonly (keyof typeof KINDS)[]): readonly (string | null)[] {
  if (after === undefined) return kinds.map(() => null);
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    throw new InvalidCursor();
  }
  const sound =
    Array.isArray(values) &&
    values.length === kinds.length &&
    kinds.every((kind, index) => typeof values[index] === 'string' && KINDS[kind](values[index]));
  if (!sound) throw new InvalidCursor();
  return values as string[];
}

/** A page of the rows read, of which there may be one more than the limit; `key` names a row's place. */
export function pageOf<Row>(rows: readonly Row[], limit: number, key: (row: Row) => readonly string[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null };
}
