import type { ItemView, ReportView, UnitPlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { plansQuery, unitQuery } from '../../api/queries.js';
import { compareNames } from '../../format/collate.js';
import { formatInstant } from '../../format/dates.js';
import { labelOf } from '../../format/periods.js';
import { t } from '../../i18n/locale.js';
import { dateText, dueText, kindText, periodText, statusText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { ItemLink } from '../../ui/item-link.js';
import { type Column, Rows } from '../../ui/rows.js';
import { TimeTag } from '../../ui/standing.js';
import { ExtensionNote } from '../deeds/extension-request.js';

/** Tables of what a unit owes: in its document and on its desk. */

/** What a report is called by: its period. */
export const reportPeriod = (report: Pick<ReportView, 'id' | 'period' | 'until'>): string => periodText(labelOf(report));

export interface OfPlans {
  /** Numbers of plans by id, where the rows are of several: each row then says of which it is. */
  readonly plans?: ReadonlyMap<string, string> | undefined;
}

interface ItemTableProps extends OfPlans {
  readonly items: readonly ItemView[];
  readonly today: string;
  readonly actions?: (item: ItemView) => ReactNode;
  /** In the order of the list; by number unless told. */
  readonly keepsOrder?: boolean;
}

export function ItemTable({ items, today, actions, plans, keepsOrder = false }: ItemTableProps): ReactNode {
  const rows = keepsOrder ? items : items.toSorted((a, b) => compareNames(a.id, b.id));
  const columns: readonly Column<ItemView>[] = [
    {
      key: 'task',
      title: t('column.task'),
      width: 'minmax(14rem, 3fr)',
      heads: true,
      cell: (item) => (
        <>
          <ItemLink of={item} />
          <PlanNumber plan={item.plan} plans={plans} />
          <AskedFor of={item} />
        </>
      ),
    },
    {
      key: 'due',
      title: t('column.due'),
      width: '7.5rem',
      order: (a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'),
      cell: (item) => (item.due === null ? <span className="soft">{kindText(item.deadlineKind)}</span> : dueText(item)),
    },
    { key: 'state', title: t('column.state'), width: '8rem', plain: true, cell: ({ status }) => statusText(status) },
    {
      key: 'time',
      title: t('items.standing'),
      width: '10.5rem',
      plain: true,
      cell: (item) => (item.due === null && item.timeliness === 'no-deadline' ? null : <TimeTag of={item} today={today} />),
    },
    ...(actions ? [{ key: 'do', title: t('column.do'), width: '11rem', plain: true, cell: actions }] : []),
  ];
  return (
    <Rows label={t('unit.items')} columns={columns} rows={rows} keyOf={({ plan, unit, id }) => `${plan} ${unit.id} ${id}`} />
  );
}

/** Of which plan a row is; nothing where all are of one. */
export const PlanNumber = ({ plan, plans }: OfPlans & { readonly plan: string }): ReactNode =>
  plans && (
    <>
      {' '}
      <span className="soft unbroken">· {plans.get(plan) ?? plan}</span>
    </>
  );

/** A later day that the unit has asked for. */
const AskedFor = ({ of }: { readonly of: Pick<ItemView, 'extension'> }): ReactNode =>
  of.extension !== null && (
    <span className="soft">
      {' · '}
      <ExtensionNote of={of} />
    </span>
  );

interface ReportTableProps extends OfPlans {
  readonly reports: readonly ReportView[];
  readonly today: string;
  readonly actions?: (report: ReportView) => ReactNode;
}

export function ReportTable({ reports, today, actions, plans }: ReportTableProps): ReactNode {
  const columns: readonly Column<ReportView>[] = [
    {
      key: 'period',
      title: t('column.period'),
      width: 'minmax(10rem, 1.6fr)',
      heads: true,
      cell: (report) => (
        <>
          <Link to={{ name: 'report', plan: report.plan, unit: report.unit.id, report: report.id }}>{reportPeriod(report)}</Link>
          {report.consolidated && <span className="soft"> ({t('unit.consolidated')})</span>}
          <PlanNumber plan={report.plan} plans={plans} />
          <AskedFor of={report} />
        </>
      ),
    },
    { key: 'to', title: t('column.to'), width: 'minmax(10rem, 2fr)', cell: routeText },
    { key: 'due', title: t('column.due'), width: '7.5rem', cell: dueText },
    {
      key: 'inputs',
      title: t('column.inputs'),
      width: '7rem',
      cell: ({ inputs: { expected, received } }) =>
        expected === 0 ? <span className="soft">{t('page.none')}</span> : t('unit.inputs', { received, expected }),
    },
    { key: 'state', title: t('column.state'), width: '8rem', plain: true, cell: ({ status }) => statusText(status) },
    {
      key: 'time',
      title: t('items.standing'),
      width: '10.5rem',
      plain: true,
      cell: (report) => <TimeTag of={report} today={today} />,
    },
    ...(actions ? [{ key: 'do', title: t('column.do'), width: '11rem', plain: true, cell: actions }] : []),
  ];
  return (
    <Rows label={t('unit.reports')} columns={columns} rows={reports} keyOf={({ plan, unit, id }) => `${plan} ${unit.id} ${id}`} />
  );
}

const routeText = ({ to, via }: ReportView): string => (via === null ? to.name : t('unit.via', { to: to.name, via: via.name }));

/** Plans of its own that the unit has to issue. */
export function DutyList({ of: { plan, unit, duties } }: { readonly of: UnitPlanView }): ReactNode {
  const plans = useAnswer(plansQuery());
  return (
    <ul className="plain-list">
      {duties.map((duty) => (
        <li key={duty.id}>
          {[
            duty.due !== null && `${t('column.due')} ${dateText(duty.due)}`,
            duty.sendTo && t('unit.sendTo', { unit: duty.sendTo.name }),
          ]
            .filter(Boolean)
            .join(', ')}
          {(duty.due !== null || duty.sendTo) && ': '}
          {duty.plan === null ? (
            <Link to={{ name: 'own-plan', plan, unit: unit.id }}>{t('unit.notFulfilled')}</Link>
          ) : (
            <Link to={{ name: 'plan', plan: duty.plan, view: 'overview' }}>
              {plans.data?.find(({ id }) => id === duty.plan)?.number ?? duty.plan}
            </Link>
          )}{' '}
          {duty.fulfilledAt !== null && (
            <span className="soft">{t('unit.fulfilled', { time: formatInstant(duty.fulfilledAt) })} </span>
          )}
          <TimeTag of={{ timeliness: duty.timeliness, daysLate: 0 }} />
        </li>
      ))}
    </ul>
  );
}

/** Tasks in which the unit has a part without answering for them. */
export function OtherTasks({ of: { joint, supports } }: { readonly of: UnitPlanView }): ReactNode {
  return (
    <>
      {joint.length > 0 && (
        <section>
          <h2>{t('unit.joint')}</h2>
          <ul className="plain-list">
            {joint.map(({ task, title, accountable }) => (
              <li key={task}>
                <span className="task-no">{task}</span> {title}{' '}
                <span className="soft">
                  (<Accountable unit={accountable} />)
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {supports.length > 0 && (
        <section>
          <h2>{t('unit.supports')}</h2>
          <ul className="plain-list">
            {supports.map(({ task, title, source }) => (
              <li key={`${source} ${task}`}>
                <span className="task-no">{task}</span> {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Accountable({ unit }: { readonly unit: string }): ReactNode {
  const named = useAnswer(unitQuery(unit));
  return <>{t('unit.jointWith', { unit: named.data?.name ?? unit })}</>;
}
