import { type ReactNode, useMemo } from 'react';
import type { PlanPreview, PreviewedDue } from '#dsl';
import { formatDate } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { periodText } from '../../../i18n/words.js';

/** What falls due, month by month and day by day. */
export function PreviewCalendar({ preview }: { readonly preview: PlanPreview }): ReactNode {
  const months = useMemo(() => [...Map.groupBy(preview.due, ({ day }) => day.slice(0, 7))], [preview]);
  const most = Math.max(1, ...months.map(([, due]) => countOf(due)));
  return (
    <>
      {months.length === 0 && <p className="hint">{t('preview.noDue')}</p>}
      {months.map(([month, due]) => (
        <Month key={month} month={month} due={due} share={countOf(due) / most} />
      ))}
      {preview.goesOn && <p className="hint">{t('preview.goesOn')}</p>}
      {preview.undated > 0 && <p className="hint">{t('preview.undated', { count: preview.undated })}</p>}
    </>
  );
}

const countOf = (due: readonly PreviewedDue[], what?: PreviewedDue['what']): number =>
  due.filter((each) => what === undefined || each.what === what).reduce((sum, each) => sum + each.for.count, 0);

interface MonthProps {
  readonly month: string;
  readonly due: readonly PreviewedDue[];
  /** Of the fullest month. */
  readonly share: number;
}

function Month({ month, due, share }: MonthProps): ReactNode {
  const [year = '', number_ = ''] = month.split('-');
  const days = [...Map.groupBy(due, ({ day }) => day)];
  const sums = { items: countOf(due, 'item'), reports: countOf(due, 'report'), duties: countOf(due, 'duty') };
  return (
    <details className="month" open>
      <summary>
        <h2>{t('preview.month', { month: Number(number_), year })}</h2>
        <span className="hint">{t('preview.monthSum', sums)}</span>
        <svg className="month-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width={share * 100} height="4" />
        </svg>
      </summary>
      <ol className="days">
        {days.map(([day, entries]) => (
          <li key={day}>
            <span className="day">{formatDate(day)}</span>
            <ul>
              {entries.map((entry) => (
                <li key={`${entry.what} ${entry.no} ${entry.period}`}>
                  {whatText(entry)} <span className="soft">· {unitsText(entry.for)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}

function whatText({ what, no, title, period }: PreviewedDue): ReactNode {
  const head = what === 'item' ? t('preview.item', { no }) : t(`preview.${what}`);
  return (
    <>
      {head}
      {title !== '' && (
        <>
          {' '}
          <span translate="no">“{title}”</span>
        </>
      )}
      {period !== null && `, ${periodText(period)}`}
    </>
  );
}

function unitsText({ count, first }: PreviewedDue['for']): ReactNode {
  if (count === 1) return <span translate="no">{first[0]}</span>;
  return (
    <span translate="no">{t('preview.forUnits', { count, names: first.join(', ') + (count > first.length ? ', …' : '') })}</span>
  );
}

/** Numbers of a preview in one sentence. */
export const totalsText = ({ totals }: PlanPreview): string => t('preview.totals', { ...totals });
