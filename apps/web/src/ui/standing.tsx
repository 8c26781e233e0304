import type { Counts, Timeliness } from '#contracts';
import type { ReactNode } from 'react';
import { daysBetween } from '../format/dates.js';
import { number, t } from '../i18n/locale.js';

/** How things stand, in a word, a colour and a shape. */

/** The four ways in which an obligation can stand, in the order in which bars and tables show them. */
export const STANDINGS = ['onTime', 'late', 'overdue', 'open'] as const;
export type Standing = (typeof STANDINGS)[number];

const SOON_DAYS = 10;
const TAGS: Readonly<Record<Timeliness, string>> = {
  'on-time': 'tag good',
  late: 'tag late',
  overdue: 'tag bad',
  'not-due': 'tag',
  'no-deadline': 'tag',
};

interface Judged {
  readonly timeliness: Timeliness;
  readonly daysLate: number;
  readonly due?: string | null;
}

/** Timeliness; with today given, also how many days are left where they are few. */
export function TimeTag({
  of: { timeliness, daysLate, due },
  today,
}: {
  readonly of: Judged;
  readonly today?: string;
}): ReactNode {
  const left = timeliness === 'not-due' && due && today ? daysBetween(today, due) : null;
  if (left !== null && left >= 0 && left <= SOON_DAYS) {
    return <span className="tag soon">{left === 0 ? t('time.dueToday') : t('time.dueIn', { count: left })}</span>;
  }
  const counted = daysLate > 0 && (timeliness === 'late' || timeliness === 'overdue');
  const text = counted
    ? t(timeliness === 'late' ? 'time.lateBy' : 'time.overdueBy', { count: daysLate })
    : t(`time.${timeliness}`);
  return <span className={TAGS[timeliness]}>{text}</span>;
}

/** A bar of the four shares. It says nothing that the numbers beside it do not say, so screen readers pass it by. */
export const Bar = ({ counts }: { readonly counts: Counts }): ReactNode => (
  <span className="bar" aria-hidden="true">
    {STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
      <span key={standing} className={`fill-${standing}`} style={{ flexGrow: counts[standing] }} />
    ))}
  </span>
);

/** What the colours and patterns of the bars mean. */
export const Legend = (): ReactNode => (
  <ul className="legend">
    {STANDINGS.map((standing) => (
      <li key={standing}>
        <span className={`swatch fill-${standing}`} aria-hidden="true" />
        {t(`counts.${standing}`)}
      </li>
    ))}
  </ul>
);

/** A number that is read more easily where it is nothing. */
export const Figure = ({ value }: { readonly value: number }): ReactNode =>
  value === 0 ? <span className="soft">0</span> : <>{number(value)}</>;
