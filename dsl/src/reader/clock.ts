import { phrases, type Text } from './tokens.js';
import { readWordNumber, type Read } from './numbers.js';

/** HH:MM, or undefined where no clock shows it. */
export type Clock = string | undefined;

const HOUR = phrases('giờ|h|g');
const LEAD = phrases('vào lúc|lúc|vào hồi|hồi|vào khoảng');
const MINUTE = phrases('phút|p|ph');
const LATER_HALF = phrases('chiều|tối|buổi chiều|buổi tối');
const DAY_HALF = phrases('sáng|trưa|buổi sáng|chiều|tối|buổi chiều|buổi tối');
const WORKING = phrases('làm việc|hành chính|công');
const WEEKDAY = phrases('thứ');
const SUNDAY = phrases('chủ nhật');
const WEEKDAY_WORDS = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'].map((word) => phrases(word));
const BARE_WEEKDAYS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
/** Before "thứ N" these make it an ordinal: the fifth session, the second time. */
const COUNTED = phrases('lần|họp|khóa|kỳ|phiên|hội nghị|nghị|đợt|tuần|hàng|mục|bước|người|vị trí');

/** A time of day: `16h00`, `16 giờ 30`, `9:05`, `4 giờ chiều`. A time that no clock shows has no value. */
export function readClock(text: Text, from: number): Read<Clock> | undefined {
  const at = text.after(from, LEAD) || from;
  if (text.at(at).kind !== 'number' || text.at(at).digits > 2) return undefined;
  const hour = text.at(at).value;
  if (text.isSign(at + 1, ':') && text.at(at + 2).digits === 2) return ended(text, at + 3, [hour, text.at(at + 2).value]);
  const afterHour = text.after(at + 1, HOUR);
  if (!afterHour || text.after(afterHour, WORKING)) return undefined;
  if (text.at(afterHour).kind !== 'number') return ended(text, afterHour, [hour, 0]);
  const minutes = text.at(afterHour).value;
  return ended(text, text.after(afterHour + 1, MINUTE) || afterHour + 1, [hour, minutes]);
}

function ended(text: Text, next: number, [hour, minute]: readonly [number, number]): Read<Clock> {
  const later = text.after(next, LATER_HALF) > 0 && hour < 12 ? 12 : 0;
  const end = text.after(next, DAY_HALF) || next;
  const whole = hour + later;
  const exists = minute < 60 && (whole < 24 || (whole === 24 && minute === 0));
  return { value: exists ? `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined, next: end };
}

/** A weekday, 1 = Monday … 7 = Sunday; 0 where no such day exists. */
export function readWeekday(text: Text, at: number): Read<number> | undefined {
  const sunday = text.after(at, SUNDAY);
  if (sunday) return { value: 7, next: sunday };
  const next = text.after(at, WEEKDAY);
  if (!next || (at > 0 && text.after(at - 1, COUNTED) > 0)) return undefined;
  if (text.at(next).kind === 'number') return { value: text.isNumber(next, 2, 7) ? text.at(next).value - 1 : 0, next: next + 1 };
  const bare = BARE_WEEKDAYS.indexOf(text.at(next).key);
  const day = bare >= 0 ? bare : WEEKDAY_WORDS.findIndex((word) => text.after(next, word) > 0);
  return day < 0 || readWordNumber(text, next)?.value === 10 ? undefined : { value: day + 1, next: next + 1 };
}
