import type { LateEntry } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { lateListQuery } from '../../api/queries.js';
import { compareNames, foldText } from '../../format/collate.js';
import { formatInstant } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dueText, obligationText, periodText, statusText, stepText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import type { Route } from '../../router/routes.js';
import { useAsOf } from '../../ui/moment.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Empty, Loaded } from '../../ui/state.js';
import { TextField } from '../../ui/text-field.js';
import { WhyButton } from '../why/why-button.js';
import type { PlanProps } from '../plan/plan-props.js';

/** What is due and not in, the longest first, with what has been done about it. */
export function Late({ plan }: PlanProps): ReactNode {
  const asOf = useAsOf();
  const late = useAnswer(lateListQuery(plan.id, asOf));
  const table = `/api/v1/plans/${encodeURIComponent(plan.id)}/late-list.csv${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`;
  return <Loaded of={late}>{(of) => <LateList plan={plan.root} late={of.late} table={table} />}</Loaded>;
}

interface LateListProps {
  readonly plan: string;
  readonly late: readonly LateEntry[];
  /** Address of the same list for spreadsheets. */
  readonly table: string;
}

function LateList({ plan, late, table }: LateListProps): ReactNode {
  const [filter, setFilter] = useState('');
  const asOf = useAsOf();
  const wanted = foldText(filter);
  const shown = useMemo(
    () => late.filter(({ unit, title, obligation }) => foldText(`${unit.name} ${title ?? ''} ${obligation}`).includes(wanted)),
    [late, wanted],
  );
  const columns = useMemo(() => columnsOf(plan, asOf), [plan, asOf]);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('late.title')}</h2>
        <p className="soft">{t('late.count', { count: late.length })}</p>
      </div>
      {late.length === 0 ? (
        <Empty title={t('late.empty')} />
      ) : (
        <>
          <TextField label={t('late.filter')} value={filter} take={setFilter} type="search" className="search-input" />
          {shown.length === 0 ? (
            <p className="soft">{t('items.empty')}</p>
          ) : (
            <Rows
              label={t('late.title')}
              columns={columns}
              rows={shown}
              keyOf={(entry) => `${entry.unit.id} ${entry.obligation}`}
            />
          )}
          <p className="small">
            <a href={table} download>
              {t('late.table')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

const columnsOf = (plan: string, asOf: string | null): readonly Column<LateEntry>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    heads: true,
    order: (a, b) => compareNames(a.unit.name, b.unit.name),
    cell: ({ unit }) => <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>{unit.name}</Link>,
  },
  {
    key: 'obligation',
    title: t('column.obligation'),
    width: 'minmax(12rem, 2.2fr)',
    plain: true,
    cell: (entry) => <Obligation plan={plan} entry={entry} />,
  },
  {
    key: 'due',
    title: t('column.due'),
    width: '6.5rem',
    figure: true,
    order: (a, b) => a.due.localeCompare(b.due),
    cell: dueText,
  },
  {
    key: 'days',
    title: t('column.days'),
    width: '6rem',
    figure: true,
    order: (a, b) => a.daysLate - b.daysLate,
    cell: ({ daysLate }) => (
      <span className="bad-ink">{daysLate === 0 ? t('late.hours') : t('days.count', { count: daysLate })}</span>
    ),
  },
  { key: 'done', title: t('column.done'), width: 'minmax(12rem, 1.6fr)', plain: true, cell: (entry) => <Done entry={entry} /> },
  {
    key: 'why',
    title: t('why.short'),
    width: '5rem',
    plain: true,
    cell: ({ unit, obligation }) => (
      <WhyButton
        of={{ plan, unit: unit.id, obligation, aspect: 'late', at: asOf ?? undefined }}
        about={`${unit.name}, ${obligationText(obligation)}`}
      />
    ),
  },
];

/** An obligation by its kind and number: `item 1.2`, `report 1@2022-9M`, `duty 1`. */
function Obligation({
  plan,
  entry: { unit, obligation, title },
}: {
  readonly plan: string;
  readonly entry: LateEntry;
}): ReactNode {
  const [kind = '', ...rest] = obligation.split(' ');
  const id = rest.join(' ');
  const place = { plan, unit: unit.id };
  const item = { name: 'item', ...place, item: id } as const;
  if (id.startsWith('explain:')) return <To route={item} text={obligationText(obligation)} />;
  if (kind === 'item') return <To route={item} no={obligationText(id)} text={title ?? t('late.item')} />;
  if (kind === 'report') {
    const label = /@([^:>T]+)/.exec(id)?.[1] ?? id;
    return <To route={{ name: 'report', ...place, report: id }} text={`${t('late.report')} ${periodText(label)}`} />;
  }
  return <To route={{ name: 'own-plan', ...place }} text={t('late.duty')} />;
}

const To = ({ route, no, text }: { readonly route: Route; readonly no?: string; readonly text: string }): ReactNode => (
  <Link to={route}>
    {no && <span className="task-no">{no} </span>}
    {text}
  </Link>
);

function Done({ entry: { steps, explanation } }: { readonly entry: LateEntry }): ReactNode {
  const last = steps.at(-1);
  return (
    <span className="stack-tight">
      {last && (
        <span title={formatInstant(last.at)}>
          {stepText(last.step)}
          {steps.length > 1 && <span className="soft"> ({t('late.steps', { count: steps.length })})</span>}
        </span>
      )}
      {explanation && <span className="soft">{t('late.explanation', { status: statusText(explanation.status) })}</span>}
    </span>
  );
}
