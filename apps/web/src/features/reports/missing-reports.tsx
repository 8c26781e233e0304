import type { PlanView } from '#contracts';
import { useInfiniteQuery, useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { missingReportsQuery, unitQuery } from '../../api/queries.js';
import { formatDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { periodText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Loaded } from '../../ui/state.js';

interface MissingReportsProps {
  readonly plan: PlanView;
  readonly unit: string | null;
  readonly period: string | null;
}

/** Reports behind one cell of the heat table that have not come in though their day has passed. */
export function MissingReports({ plan, unit, period }: MissingReportsProps): ReactNode {
  const asOf = useAsOf();
  const asked = Object.entries({ within: unit, period, asOf }).filter(([, value]) => value !== null);
  const missing = useInfiniteQuery(missingReportsQuery(plan.id, Object.fromEntries(asked)));
  const more = missing.hasNextPage ? () => void (missing.isFetchingNextPage || missing.fetchNextPage()) : undefined;
  const named = useAnswer({ ...unitQuery(unit ?? ''), enabled: unit !== null });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [unit, period]);
  const name = named.data?.name ?? unit ?? plan.issuer.name;
  const when = period === null ? t('heat.all') : periodText(period);
  return (
    <section className="panel">
      <h2 ref={heading}>{t('heat.missing')}</h2>
      <Loaded of={missing}>
        {({ pages }) => (
          <>
            <p className="soft" role="status">
              {t('heat.missingOf', { unit: name, period: when, count: pages[0]?.total ?? 0 })}
            </p>
            {(pages[0]?.total ?? 0) > 0 && (
              <Rows
                label={t('heat.missing')}
                columns={columnsOf(plan.root, more === undefined)}
                rows={pages.flatMap(({ reports }) => reports)}
                keyOf={(each) => `${each.unit.id} ${each.report}`}
                more={more}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface Missing {
  readonly unit: { readonly id: string; readonly name: string };
  readonly report: string;
  readonly label: string;
  readonly due: string;
  readonly daysLate: number;
  readonly to: { readonly name: string };
}

/** The longest overdue come first; once all are there they can be sorted. */
const columnsOf = (plan: string, isWhole: boolean): readonly Column<Missing>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.5fr)',
    heads: true,
    cell: ({ unit, report }) => <Link to={{ name: 'report', plan, unit: unit.id, report }}>{unit.name}</Link>,
  },
  { key: 'period', title: t('column.period'), width: '10rem', cell: ({ label }) => periodText(label) },
  { key: 'to', title: t('column.to'), width: 'minmax(10rem, 1.5fr)', cell: ({ to }) => to.name },
  { key: 'due', title: t('column.due'), width: '7rem', figure: true, cell: ({ due }) => formatDate(due) },
  {
    key: 'days',
    title: t('column.days'),
    width: '7rem',
    figure: true,
    ...(isWhole && { order: (a, b) => a.daysLate - b.daysLate }),
    cell: ({ daysLate }) => <span className="bad-ink">{t('days.count', { count: daysLate })}</span>,
  },
];
