import { yearOf, type LocalDate } from '#engine';
import { phrases, type Text } from './tokens.js';
import type { Read } from './numbers.js';

const YEAR = phrases('của năm|năm ngân sách|năm tài chính|năm kế hoạch|năm');

/** A year that follows a day, month or quarter: `/2025`, `-2025`, ` năm 2025`, `, năm 2025`, ` 2025`. */
export function readYearAfter(text: Text, at: number): Read<number> | undefined {
  const afterSign = text.isSign(at, '/-.,') ? at + 1 : at;
  const afterWord = text.after(afterSign, YEAR) || afterSign;
  if (text.isSign(at, ',') && afterWord === afterSign) return undefined;
  if (!text.isYear(afterWord) || isRange(text, at, afterWord)) return undefined;
  return { value: text.at(afterWord).value, next: afterWord + 1 };
}

/** `tháng 12 2025 - 2030`: the years are a stretch of their own. */
const isRange = (text: Text, at: number, year: number): boolean =>
  at === year && text.isSign(year + 1, '-') && text.isYear(year + 2);

const THIS = phrases('năm nay|năm này');
const NEXT = phrases('năm sau|năm tới');

/** `năm nay`, `năm sau`, as years of the day of issue. */
export function readNamedYear(text: Text, at: number, issuedOn: LocalDate): Read<number> | undefined {
  const current = text.after(at, THIS);
  if (current) return { value: yearOf(issuedOn), next: current };
  const following = text.after(at, NEXT);
  return following ? { value: yearOf(issuedOn) + 1, next: following } : undefined;
}
