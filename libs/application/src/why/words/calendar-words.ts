import type { Bilingual } from '#contracts';
import type { DayOff, Holiday, LocalDate } from '#engine';
import { both, day } from './word.js';

const HOLIDAYS: Readonly<Record<Holiday, Bilingual>> = {
  'new-year': both('Tết Dương lịch', 'New Year'),
  tet: both('Tết Nguyên đán', 'Tết'),
  'hung-kings': both('Giỗ Tổ Hùng Vương', 'Hùng Kings Day'),
  reunification: both('Ngày Chiến thắng 30/4', 'Reunification Day'),
  labour: both('Quốc tế lao động', 'Labour Day'),
  national: both('Quốc khánh', 'National Day'),
  culture: both('Ngày Văn hóa Việt Nam', 'Vietnam Culture Day'),
};

/** A holiday, or what a day off is given in place of. */
export function holidayWord(date: LocalDate, { holiday, of }: DayOff): Bilingual {
  const { vi, en } = HOLIDAYS[holiday];
  return of === date ? both(vi, en) : both(`nghỉ bù ${vi} (${day(of)})`, `in lieu of ${en} (${day(of)})`);
}

/** A weekday off that is no holiday of the law: swapped or added by the calendar that was published. */
export const SWAPPED: Bilingual = both('ngày nghỉ theo lịch đã công bố', 'a day off by the published calendar');
