import type { Counts, ReportView } from '#contracts';
import { useInfiniteQuery, useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { QueryOf } from '../../api/client.js';
import { reportsQuery, unitQuery } from '../../api/queries.js';
import { TIERS } from '../../format/collate.js';
import { t } from '../../i18n/locale.js';
import { dueText, periodText, tierText } from '../../i18n/words.js';
import { Link, setQuery, useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { Narrowed, NarrowedDays } from '../../ui/narrowed.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Select } from '../../ui/select.js';
import { STANDINGS, TimeTag } from '../../ui/standing.js';
import { Empty, FaultNotice, Waiting } from '../../ui/state.js';
import type { PlanProps } from '../plan/plan-props.js';

const COUNTED: readonly (keyof Counts)[] = ['total', ...STANDINGS];

/** What stands in the address about which reports are wanted. */
function useAsked() {
  const query = useQuery();
  const [unit, isAlone] = [query.get('unit') ?? query.get('within'), query.get('alone') !== null];
  return {
    standing: COUNTED.find((each) => each === query.get('standing')) ?? 'total',
    tier: TIERS.find((each) => each === query.get('tier')) ?? null,
    unit: isAlone ? unit : null,
    within: isAlone ? null : unit,
    label: query.get('period'),
    due: query.get('due'),
    inOn: query.get('inOn'),
  };
}

/** The reports that a number counts. */
export function CountedReports({ plan }: Pick<PlanProps, 'plan'>): ReactNode {
  const asked = useAsked();
  const { standing } = asked;
  const key = JSON.stringify(asked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' }); // some browsers answer with a promise, which would be taken for a clean-up
  }, [key]);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 ref={heading}>
          {standing === 'total' ? t('reports.list') : t('reports.counted', { standing: t(`counts.${standing}`) })}
        </h2>
        <Select
          label={t('items.standing')}
          value={standing}
          choose={(chosen) => setQuery({ standing: chosen })}
          options={COUNTED.map((each) => [each, each === 'total' ? t('items.any') : t(`counts.${each}`)] as const)}
        />
      </div>
      <Narrowings {...asked} />
      <Counted asked={{ ...given, plan: plan.id, standing }} />
    </section>
  );
}

/** What the number that opened the list narrowed it to. */
function Narrowings({ tier, unit: alone, within, label, due, inOn }: ReturnType<typeof useAsked>): ReactNode {
  const of = within ?? alone;
  const unit = useAnswer({ ...unitQuery(of ?? ''), enabled: of !== null });
  const name = unit.data?.name ?? of ?? '';
  return (
    <div className="row filters">
      {of !== null && (
        <Narrowed
          to={alone === null ? t('items.unit', { unit: name }) : t('heat.itself', { unit: name })}
          off={t('items.allUnits')}
          drop={{ within: null, unit: null, alone: null }}
        />
      )}
      {label !== null && <Narrowed to={periodText(label)} off={t('heat.all')} drop={{ period: null }} />}
      {tier !== null && <Narrowed to={tierText(tier)} off={t('items.allTiers')} drop={{ tier: null }} />}
      <NarrowedDays due={due} inOn={inOn} />
    </div>
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
