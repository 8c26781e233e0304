import type { ReactNode } from 'react';
import { formatDate } from '../../format/dates.js';
import { language, t } from '../../i18n/locale.js';
import type { CountedDay, Evidence } from './explanation.js';

type Days = Extract<Evidence, { kind: 'days' }>;

/** Days as they were counted: those that count bear their number, the others say why they do not. */
export function CountedDays({ of: { calendar, provisional, days } }: { readonly of: Days }): ReactNode {
  const counted = days.filter(({ count }) => count !== null).length;
  return (
    <details>
      <summary>
        {t('why.days', { counted, skipped: days.length - counted, from: formatDate(days[0]?.date ?? '') })}{' '}
        <span className="soft">
          {t('why.calendar', { calendar })}
          {provisional && ` · ${t('why.provisional')}`}
        </span>
      </summary>
      <ol className="why-days">
        {days.map((day) => (
          <li key={day.date} className={day.count === null ? 'off' : undefined}>
            <span>{formatDate(day.date)}</span> <span className="soft">{t(`weekday.${day.weekday as 1}`)}</span>{' '}
            <strong>{day.count ?? reason(day)}</strong>
          </li>
        ))}
      </ol>
    </details>
  );
}

const reason = ({ off, name }: CountedDay): string =>
  name?.[language()] ?? (off === null ? t('why.notCounted') : t(`why.off.${off}`));
