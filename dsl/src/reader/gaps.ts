import type { Atom } from './atoms.js';
import { phrases, wordKey, type Text } from './tokens.js';

const LIGHT = phrases(
  [
    'hoàn thành|xong|thực hiện|ban hành|trình|báo cáo|gửi|tổ chức|triển khai|phê duyệt|vào|là|thời gian|thời hạn|hạn|dự kiến|cuối|kết thúc|và|hoặc',
    'trong|đến|từ|hằng|định kỳ|sơ kết|tổng kết|công bố|khởi công|khánh thành|xây dựng|tiến hành|bắt đầu|giữa kỳ|họp|mỗi|lần|cho|của',
  ].join('|'),
);
/** Light words of two syllables, the last of which is right before the date. */
const LIGHT_PAIRS = phrases('ban hành|hoàn thành|báo cáo|tổng kết|sơ kết|kết thúc');
const OR = phrases('hoặc');
/** The marks of a deadline: a word one letter away from one of these, right before a date, may be it. */
const MARKS = ['trước', 'đến', 'sau', 'trong', 'từ', 'hằng', 'không', 'chậm', 'quá', 'muộn'].map(wordKey);
const NOT_MISSPELT = new Set(
  ['và', 'vào', 'sang', 'lần', 'đêm', 'đơn', 'sáu', 'trường', 'trọng', 'hàng', 'sâu', 'tự', 'tư', 'quân', 'quà'].map(wordKey),
);

/** True where only words stand between two places: no comma, bracket or stop. */
export function isJoined(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.at(at).kind === 'sign') return false;
  return true;
}

/** True where the gap holds "hoặc". */
export function isAlternative(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.after(at, OR)) return true;
  return false;
}

/** A semicolon or full stop; the dots of an ellipsis are neither. */
export const isStop = (text: Text, at: number): boolean =>
  text.isSign(at, ';') || (text.isSign(at, '.') && !text.isSign(at + 1, '.') && !text.isSign(at - 1, '.'));

/** True where a stop or semicolon stands between two places. */
export function isStopped(text: Text, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isStop(text, at)) return true;
  return false;
}

/** A date within other words and without a mark: perhaps part of a name, "kế hoạch công tác năm 2025". */
export const isNamed = (text: Text, { at }: Atom): boolean =>
  at > 0 && text.at(at - 1).kind === 'word' && !text.after(at - 1, LIGHT) && !text.after(at - 2, LIGHT_PAIRS);

/** What stands right beside a date could change it: a loose number, a slash, a word that looks like a mark. */
export function isDisturbed(text: Text, { at, to }: Atom): boolean {
  const [before, after] = [text.at(at - 1), text.at(to)];
  if (before.kind === 'number' || (after.kind === 'number' && !text.isSign(to + 1, '.%)'))) return true;
  if (text.isSign(at - 1, '/-?') || (text.isSign(to, '/-') && text.at(to + 1).kind === 'number') || text.isSign(to, '?'))
    return true;
  if (text.isSign(at - 1, ',') && text.at(at - 2).kind === 'number') return true;
  return before.kind === 'word' && looksLikeMark(before.key);
}

const looksLikeMark = (key: string): boolean =>
  !NOT_MISSPELT.has(key) &&
  MARKS.some((mark) => mark !== key && plainLength(mark) > 1 && isOneApart(plain(key), plain(mark)) && plain(key).length > 2);

const plain = (key: string): string => (key.at(-2) === '+' ? key.slice(0, -2) : key);
const plainLength = (key: string): number => plain(key).length;

/** One letter added, dropped or changed, or the tone alone. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
