import type { Counts, ReportView } from '#contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { QueryOf } from '../../api/client.js';
import { reportsQuery } from '../../api/queries.js';
import { TIERS } from '../../format/collate.js';
import { t } from '../../i18n/locale.js';
import { dueText, periodText, tierText } from '../../i18n/words.js';
import { Link, useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { Narrowed } from '../../ui/narrowed.js';
import { type Column, Rows } from '../../ui/rows.js';
import { STANDINGS, TimeTag } from '../../ui/standing.js';
import { Empty, FaultNotice, Waiting } from '../../ui/state.js';
import type { PlanProps } from '../plan/plan-props.js';

const COUNTED: readonly (keyof Counts)[] = [...STANDINGS, 'total'];

/** The reports that a number of the overview counts. */
export function CountedReports({ plan }: Pick<PlanProps, 'plan'>): ReactNode {
  const query = useQuery();
  const tier = TIERS.find((each) => each === query.get('tier')) ?? null;
  const standing = COUNTED.find((each) => each === query.get('standing')) ?? 'total';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.scrollIntoView({ block: 'nearest' }), [standing, tier]);
  return (
    <section className="panel">
      <h2 ref={heading}>{t('reports.counted', { standing: t(`counts.${standing}`) })}</h2>
      {tier !== null && <Narrowed to={tierText(tier)} off={t('items.allTiers')} drop={{ tier: null }} />}
      <Counted asked={{ plan: plan.root, standing, ...(tier !== null && { tier }) }} />
    </section>
  );
}

/** Paged by the server, and only those in sight stand in the page. */
function Counted({ asked }: { readonly asked: QueryOf<'/api/v1/reports'> }): ReactNode {
  const asOf = useAsOf();
  const reports = useInfiniteQuery(reportsQuery({ ...asked, ...(asOf !== null && { asOf }) }));
  const rows = useMemo(() => (reports.data?.pages.flatMap(({ items }) => items) ?? []) as readonly ReportView[], [reports.data]);
  const more = reports.hasNextPage ? () => void (reports.isFetchingNextPage || reports.fetchNextPage()) : undefined;
  if (reports.isPending) return <Waiting />;
  if (reports.isError) return <FaultNotice fault={reports.error} again={() => void reports.refetch()} />;
  if (rows.length === 0) return <Empty title={t('reports.noneCounted')} />;
  return (
    <>
      <p className="soft" role="status">
        {`${t('page.showing', { shown: rows.length })}${reports.hasNextPage ? '…' : ''}`}
      </p>
      <Rows label={t('reports.list')} columns={columnsOf()} rows={rows} keyOf={keyOf} more={more} />
    </>
  );
}

const keyOf = ({ unit, id }: ReportView): string => `${unit.id} ${id}`;

const columnsOf = (): readonly Column<ReportView>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.5fr)',
    heads: true,
    cell: ({ plan, unit, id }) => <Link to={{ name: 'report', plan, unit: unit.id, report: id }}>{unit.name}</Link>,
  },
  { key: 'period', title: t('column.period'), width: '10rem', plain: true, cell: ({ period }) => periodText(period) },
  { key: 'to', title: t('column.to'), width: 'minmax(10rem, 1.5fr)', plain: true, cell: ({ to }) => to.name },
  { key: 'due', title: t('column.due'), width: '7rem', figure: true, cell: (report) => dueText(report) },
  { key: 'time', title: t('items.standing'), width: '9.5rem', plain: true, cell: (report) => <TimeTag of={report} /> },
];
