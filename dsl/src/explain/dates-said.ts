import { addDays, monthOf, weekdayOf, yearOf, type LocalDate, type WorkingCalendar } from '#engine';
import type { Bilingual } from '#contracts';
import { writeDate } from '../diagnostics/describe.js';

const WEEKDAYS: readonly Bilingual[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
];

/** A day as Decree 30/2020 writes it: `05/7/2022`. */
export const dateSaid = (date: LocalDate): string => writeDate(Number(date.slice(8)), monthOf(date), yearOf(date));

/** A day with its weekday, and whether offices work then: `04/9/2022 (Chủ nhật, ngày nghỉ; làm việc trước đó: 31/8/2022)`. */
export function daySaid(date: LocalDate, calendar: WorkingCalendar): Bilingual {
  const weekday = WEEKDAYS[weekdayOf(date) - 1] ?? { vi: '', en: '' };
  const before = calendar.isWorkingDay(date) ? null : dateSaid(lastWorkingDay(date, calendar));
  const provisional = calendar.isProvisional(date);
  const off = {
    vi: before ? `, ngày nghỉ; ngày làm việc liền trước: ${before}` : '',
    en: before ? `, a day off; the working day before: ${before}` : '',
  };
  const guess = { vi: provisional ? '; lịch nghỉ dự kiến' : '', en: provisional ? '; days off not decreed yet' : '' };
  return {
    vi: `${dateSaid(date)} (${weekday.vi}${off.vi}${guess.vi})`,
    en: `${dateSaid(date)} (${weekday.en}${off.en}${guess.en})`,
  };
}

const lastWorkingDay = (date: LocalDate, calendar: WorkingCalendar): LocalDate => calendar.addWorkingDays(date, -1);

/** How a named day and the last allowed one stand to each other: "before" does not count the day itself. */
export function countedSaid(named: LocalDate, last: LocalDate): Bilingual | null {
  if (named === last) return { vi: `kể cả ngày ${dateSaid(named)}`, en: `${dateSaid(named)} included` };
  if (addDays(last, 1) !== named) return null;
  return { vi: `không tính ngày ${dateSaid(named)}`, en: `${dateSaid(named)} itself does not count` };
}

const SHOWN_DAYS = 12;
const SHOWN_OF_MANY = 3;

/** Last days, in order: the one, all of a few, or the first and the last of many. */
export function daysSaid(days: readonly LocalDate[], calendar: WorkingCalendar): Bilingual {
  const said = shortened(days).map((day) => (day === null ? { vi: '…', en: '…' } : daySaid(day, calendar)));
  const vi = said.map((day) => day.vi).join(', ');
  const en = said.map((day) => day.en).join(', ');
  if (days.length === 1) return { vi: `ngày cuối cùng được tính: ${vi}`, en: `the last day that counts: ${en}` };
  return { vi: `${days.length} lần đến hạn: ${vi}`, en: `due ${days.length} times: ${en}` };
}

/** Null stands for what is left out. */
export function shortened<T>(all: readonly T[]): readonly (T | null)[] {
  const last = all.at(-1);
  return all.length <= SHOWN_DAYS || last === undefined ? all : [...all.slice(0, SHOWN_OF_MANY), null, last];
}
