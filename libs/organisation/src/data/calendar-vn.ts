import type { CalendarData, LocalDate } from '#engine';

const days = (...dates: readonly string[]): readonly LocalDate[] => dates as readonly LocalDate[];

/**
 * Working days of Vietnam's public offices (Monday to Friday), 2020 to 2026, as decreed year by year: Labour Code 2019, article
 * 112, and the yearly notices on Tết and swapped days. `off` are weekdays that are not worked, `makeup` the Saturdays worked
 * for them.
 */
export const VIETNAM_CALENDAR: CalendarData = {
  version: 'vn-2026.1',
  years: {
    '2020': {
      off: days(
        '2020-01-01', // New Year
        '2020-01-23', // Tết
        '2020-01-24', // Tết
        '2020-01-27', // Tết
        '2020-01-28', // Tết
        '2020-01-29', // Tết
        '2020-04-02', // Hùng Kings
        '2020-04-30', // Reunification
        '2020-05-01', // Labour
        '2020-09-02', // National Day (one day before 2021)
      ),
      makeup: days(),
    },
    '2021': {
      off: days(
        '2021-01-01', // New Year
        '2021-02-10', // Tết
        '2021-02-11', // Tết
        '2021-02-12', // Tết
        '2021-02-15', // Tết
        '2021-02-16', // Tết
        '2021-04-21', // Hùng Kings
        '2021-04-30', // Reunification
        '2021-05-03', // Labour, in lieu of Sat 1/5
        '2021-09-02', // National Day
        '2021-09-03', // National Day, adjacent
      ),
      makeup: days(),
    },
    '2022': {
      off: days(
        '2022-01-03', // New Year, in lieu of Sat 1/1
        '2022-01-31', // Tết
        '2022-02-01', // Tết
        '2022-02-02', // Tết
        '2022-02-03', // Tết
        '2022-02-04', // Tết
        '2022-04-11', // Hùng Kings, in lieu of Sun 10/4
        '2022-05-02', // Reunification, in lieu of Sat 30/4
        '2022-05-03', // Labour, in lieu of Sun 1/5
        '2022-09-01', // National Day, adjacent
        '2022-09-02', // National Day
      ),
      makeup: days(),
    },
    '2023': {
      off: days(
        '2023-01-02', // New Year, in lieu of Sun 1/1
        '2023-01-20', // Tết
        '2023-01-23', // Tết
        '2023-01-24', // Tết
        '2023-01-25', // Tết
        '2023-01-26', // Tết
        '2023-05-01', // Labour
        '2023-05-02', // in lieu of Sat 29/4 (Hùng Kings)
        '2023-05-03', // in lieu of Sun 30/4
        '2023-09-01', // National Day, adjacent
        '2023-09-04', // National Day, in lieu of Sat 2/9
      ),
      makeup: days(),
    },
    '2024': {
      off: days(
        '2024-01-01', // New Year
        '2024-02-08', // Tết
        '2024-02-09', // Tết
        '2024-02-12', // Tết
        '2024-02-13', // Tết
        '2024-02-14', // Tết
        '2024-04-18', // Hùng Kings
        '2024-04-29', // swapped with Sat 4/5
        '2024-04-30', // Reunification
        '2024-05-01', // Labour
        '2024-09-02', // National Day
        '2024-09-03', // National Day, adjacent
      ),
      makeup: days(
        '2024-05-04', // for Mon 29/4
      ),
    },
    '2025': {
      off: days(
        '2025-01-01', // New Year
        '2025-01-27', // Tết
        '2025-01-28', // Tết
        '2025-01-29', // Tết
        '2025-01-30', // Tết
        '2025-01-31', // Tết
        '2025-04-07', // Hùng Kings
        '2025-04-30', // Reunification
        '2025-05-01', // Labour
        '2025-05-02', // swapped with Sat 26/4
        '2025-09-01', // National Day, adjacent
        '2025-09-02', // National Day
      ),
      makeup: days(
        '2025-04-26', // for Fri 2/5
      ),
    },
    '2026': {
      off: days(
        '2026-01-01', // New Year
        '2026-01-02', // swapped with Sat 10/1
        '2026-02-16', // Tết
        '2026-02-17', // Tết
        '2026-02-18', // Tết
        '2026-02-19', // Tết
        '2026-02-20', // Tết
        '2026-04-27', // Hùng Kings, in lieu of Sun 26/4
        '2026-04-30', // Reunification
        '2026-05-01', // Labour
        '2026-08-31', // swapped with Sat 22/8
        '2026-09-01', // National Day, adjacent
        '2026-09-02', // National Day
        '2026-11-24', // Vietnam Culture Day (new in 2026)
      ),
      makeup: days(
        '2026-01-10', // for Fri 2/1
        '2026-08-22', // for Mon 31/8
      ),
    },
  },
};
