import type { CalendarView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { calendarsQuery } from '../../../api/audit-queries.js';
import { formatDate, formatInstant } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { setQuery, useQuery } from '../../../router/location.js';
import { useToday } from '../../../ui/moment.js';
import { Select } from '../../../ui/select.js';
import { Empty, Loaded } from '../../../ui/state.js';
import { yearOf } from '../../audit/what-if/other-calendar.js';
import { NextCalendar } from './next-calendar.js';

/** Which days are worked, by every calendar that was published; and a new one, made from the one that holds. */
export function Calendars(): ReactNode {
  const calendars = useAnswer(calendarsQuery());
  return (
    <Loaded of={calendars}>
      {(all) => {
        const [now] = all;
        if (!now) return <Empty title={t('calendar.none')} />;
        return (
          <>
            <Year calendar={now} />
            <NextCalendar calendar={now} />
            <section className="panel">
              <h2>{t('calendar.published')}</h2>
              <ul className="plain-list">
                {all.map(({ version, at }) => (
                  <li key={`${version} ${at}`} className="row spread">
                    <span translate="no">{version}</span>
                    <span className="soft">{t('calendar.since', { time: formatInstant(at) })}</span>
                  </li>
                ))}
              </ul>
            </section>
          </>
        );
      }}
    </Loaded>
  );
}

/** Days off and days worked in lieu, a year at a time; of years that are not decreed yet, what the law foresees. */
function Year({ calendar }: { readonly calendar: CalendarView }): ReactNode {
  const present = useToday().slice(0, 4);
  const years = [...new Set([...Object.keys(calendar.years), present, String(Number(present) + 1)])].toSorted();
  const named = useQuery().get('year');
  const year = years.find((each) => each === named) ?? present;
  const isDecreed = (each: string): boolean => calendar.years[each] !== undefined;
  const { off, makeup } = yearOf(calendar, year);
  return (
    <section className="panel stack">
      <div className="panel-head">
        <h2>
          {t('calendar.holds')} <span translate="no">{calendar.version}</span>
        </h2>
        <Select
          label={t('calendar.year')}
          value={year}
          choose={(chosen) => setQuery({ year: chosen })}
          options={years.map((each) => [each, isDecreed(each) ? each : t('calendar.foreseen', { year: each })])}
        />
      </div>
      {!isDecreed(year) && <p className="notice small held">{t('calendar.uncovered', { year })}</p>}
      <Days title={t('calendar.off', { count: off.length })} days={off} />
      {makeup.length > 0 && <Days title={t('calendar.makeup', { count: makeup.length })} days={makeup} />}
    </section>
  );
}

const Days = ({ title, days }: { readonly title: string; readonly days: readonly string[] }): ReactNode => (
  <div>
    <h3>{title}</h3>
    <ol className="why-days">
      {days.map((day) => (
        <li key={day}>
          {formatDate(day)} <span className="soft">{t(`weekday.${weekday(day) as 1}`)}</span>
        </li>
      ))}
    </ol>
  </div>
);

const weekday = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
