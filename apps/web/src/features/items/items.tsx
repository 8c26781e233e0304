import type { ItemView } from '#contracts';
import { useInfiniteQuery, useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { QueryOf } from '../../api/client.js';
import { itemsQuery, unitQuery } from '../../api/queries.js';
import { t } from '../../i18n/locale.js';
import { dueText, kindText, statusText, tierText } from '../../i18n/words.js';
import { Link, setQuery, useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { ItemLink } from '../../ui/item-link.js';
import { Narrowed, NarrowedDays } from '../../ui/narrowed.js';
import { type Column, Rows, type Sorting } from '../../ui/rows.js';
import { Select } from '../../ui/select.js';
import { STANDINGS, type Standing, TimeTag } from '../../ui/standing.js';
import { Empty, FaultNotice, Waiting } from '../../ui/state.js';
import { WhyButton } from '../why/why-button.js';
import type { PlanProps } from '../plan/plan-props.js';

const STATUSES = ['dormant', 'assigned', 'received', 'in-progress', 'submitted', 'completed', 'returned', 'suspended'] as const;

/** By last allowed day, the earliest or the latest first. */
const ORDERS = ['due', '-due'] as const;

/** What stands in the address about which items are wanted. */
function useFilter(): {
  standing: Standing | null;
  status: (typeof STATUSES)[number] | null;
  within: string | null;
  unit: string | null;
  task: string | null;
  tier: string | null;
  due: string | null;
  inOn: string | null;
  order: (typeof ORDERS)[number] | null;
} {
  const query = useQuery();
  return {
    standing: STANDINGS.find((each) => each === query.get('standing')) ?? null,
    status: STATUSES.find((each) => each === query.get('status')) ?? null,
    within: query.get('within'),
    unit: query.get('unit'),
    task: query.get('task'),
    tier: query.get('tier'),
    due: query.get('due'),
    inOn: query.get('inOn'),
    order: ORDERS.find((each) => each === query.get('order')) ?? null,
  };
}

/** The items of a plan: what any number of it counts. Paged by the server, and only those in sight stand in the page. */
export function Items({ plan }: PlanProps): ReactNode {
  const filter = useFilter();
  const asOf = useAsOf();
  const items = useInfiniteQuery(itemsQuery(askedOf(plan.id, { ...filter, asOf })));
  const rows = useMemo(() => (items.data?.pages.flatMap((page) => page.items) ?? []) as readonly ItemView[], [items.data]);
  const more = items.hasNextPage ? () => void (items.isFetchingNextPage || items.fetchNextPage()) : undefined;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('items.title')}</h2>
        <p className="soft" role="status">
          {items.data && `${t('page.showing', { shown: rows.length })}${items.hasNextPage ? '…' : ''}`}
        </p>
      </div>
      <Filters {...filter} />
      {items.isError && <FaultNotice fault={items.error} again={() => void items.refetch()} />}
      {items.isPending && <Waiting />}
      {items.data && rows.length === 0 && <Empty title={t('items.empty')} />}
      {rows.length > 0 && (
        <Rows
          label={t('items.title')}
          columns={columnsOf(asOf)}
          rows={rows}
          keyOf={keyOf}
          more={more}
          sortedBy={byDue(filter.order)}
        />
      )}
    </section>
  );
}

const askedOf = (plan: string, filter: Readonly<Record<string, string | null>>): QueryOf<'/api/v1/items'> => ({
  plan,
  ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null)),
});

/** The server sorts: only it has them all. */
const byDue = (order: (typeof ORDERS)[number] | null) => ({
  now: order === null ? null : { key: 'due', down: order === '-due' },
  sort: ({ down }: Sorting): void => setQuery({ order: down ? '-due' : 'due' }),
});

const keyOf = ({ unit, id }: ItemView): string => `${unit.id} ${id}`;

function Filters(filter: ReturnType<typeof useFilter>): ReactNode {
  const { standing, status } = filter;
  return (
    <div className="row filters">
      <Select
        label={t('items.standing')}
        value={standing ?? ''}
        choose={(chosen) => setQuery({ standing: chosen })}
        options={[['', t('items.any')], ...STANDINGS.map((each) => [each, t(`counts.${each}`)] as const)]}
      />
      <Select
        label={t('items.status')}
        value={status ?? ''}
        choose={(chosen) => setQuery({ status: chosen })}
        options={[['', t('items.any')], ...STATUSES.map((each) => [each, statusText(each)] as const)]}
      />
      <Narrowings {...filter} />
    </div>
  );
}

/** What the number that opened the list narrowed it to. */
function Narrowings({ within, unit: alone, task, tier, due, inOn }: ReturnType<typeof useFilter>): ReactNode {
  const of = within ?? alone;
  const unit = useAnswer({ ...unitQuery(of ?? ''), enabled: of !== null });
  return (
    <>
      {of !== null && (
        <Narrowed
          to={t(within === null ? 'heat.itself' : 'items.unit', { unit: unit.data?.name ?? of })}
          off={t('items.allUnits')}
          drop={{ within: null, unit: null }}
        />
      )}
      {tier !== null && <Narrowed to={tierText(tier)} off={t('items.allTiers')} drop={{ tier: null }} />}
      {task !== null && <Narrowed to={t('items.task', { task })} off={t('items.allTasks')} drop={{ task: null }} />}
      <NarrowedDays due={due} inOn={inOn} />
    </>
  );
}

const columnsOf = (asOf: string | null): readonly Column<ItemView>[] => [
  {
    key: 'task',
    title: t('column.task'),
    width: 'minmax(14rem, 2.4fr)',
    heads: true,
    cell: (item) => <ItemLink of={item} />,
  },
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    plain: true,
    cell: ({ plan, unit }) => <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>{unit.name}</Link>,
  },
  {
    key: 'due',
    title: t('column.due'),
    width: '7rem',
    figure: true,
    isSorted: true,
    cell: (item) => (item.due === null ? <span className="soft">{kindText(item.deadlineKind)}</span> : dueText(item)),
  },
  { key: 'state', title: t('column.state'), width: '8rem', plain: true, cell: ({ status }) => statusText(status) },
  { key: 'time', title: t('items.standing'), width: '9.5rem', plain: true, cell: (item) => <TimeTag of={item} /> },
  {
    key: 'why',
    title: t('why.short'),
    width: '5rem',
    plain: true,
    cell: ({ plan, unit, id }) => (
      <WhyButton
        of={{ plan, unit: unit.id, obligation: `item ${id}`, at: asOf ?? undefined }}
        about={`${unit.name}, ${t('item.title', { no: id })}`}
      />
    ),
  },
];
