import type { LateEntry } from '#contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { lateListQuery } from '../../api/queries.js';
import { compareNames, foldText } from '../../format/collate.js';
import { formatInstant } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { dueText, obligationText, statusText, stepText } from '../../i18n/words.js';
import { Link, useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { ObligationLink } from '../../ui/obligation-link.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Empty, Loaded } from '../../ui/state.js';
import { TextField } from '../../ui/text-field.js';
import { WhyButton } from '../why/why-button.js';
import type { PlanProps } from '../plan/plan-props.js';
import { asksForSteps, StepsTaken } from './steps-taken.js';

/** Pages that come by themselves: so many entries are sorted and searched at once. */
const AT_ONCE = 5;

/** What is due and not in, the longest first, with what has been done about it. */
export function Late({ plan }: PlanProps): ReactNode {
  const asOf = useAsOf();
  const query = useQuery();
  const late = useInfiniteQuery(lateListQuery(plan.id, asOf, query.get('within')));
  const { hasNextPage, isFetching, fetchNextPage, data } = late;
  const count = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && count < AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, count]);
  const more = hasNextPage ? () => void (isFetching || fetchNextPage()) : undefined;
  const table = csvOf(plan.id, { asOf, within: query.get('within') });
  return (
    <div className="stack">
      {asksForSteps(query) && <StepsTaken plan={plan} />}
      <Loaded of={late}>{({ pages }) => <LateList plan={plan.root} pages={pages} more={more} table={table} />}</Loaded>
    </div>
  );
}

/** Address of the list for spreadsheets. */
function csvOf(plan: string, asked: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
  return `/api/v1/plans/${encodeURIComponent(plan)}/late-list.csv?${new URLSearchParams(given).toString()}`;
}

interface LateListProps {
  readonly plan: string;
  readonly pages: readonly { readonly total: number; readonly late: readonly LateEntry[] }[];
  /** Asks for the next page, where there is one. */
  readonly more: (() => void) | undefined;
  /** Address of the same list for spreadsheets. */
  readonly table: string;
}

function LateList({ plan, pages, more, table }: LateListProps): ReactNode {
  const late = useMemo(() => pages.flatMap((page) => page.late), [pages]);
  const total = pages[0]?.total ?? 0;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('late.title')}</h2>
        <p className="soft">{t('late.count', { count: total })}</p>
      </div>
      {late.length === 0 ? (
        <Empty title={t('late.empty')} />
      ) : (
        <>
          <Searched plan={plan} late={late} total={total} more={more} />
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

interface SearchedProps extends Pick<LateListProps, 'plan' | 'more'> {
  readonly late: readonly LateEntry[];
  readonly total: number;
}

/** Those of the entries that somebody looks for. */
function Searched({ plan, late, total, more }: SearchedProps): ReactNode {
  const [filter, setFilter] = useState('');
  const asOf = useAsOf();
  const wanted = foldText(filter);
  const shown = useMemo(
    () => late.filter(({ unit, title, obligation }) => foldText(`${unit.name} ${title ?? ''} ${obligation}`).includes(wanted)),
    [late, wanted],
  );
  const columns = useMemo(() => columnsOf(plan, asOf), [plan, asOf]);
  return (
    <>
      <TextField label={t('late.filter')} value={filter} take={setFilter} type="search" className="search-input" />
      {more && (
        <p className="hint" role="status">
          {t('late.loaded', { loaded: late.length, total })}{' '}
          <button type="button" className="button small" onClick={more}>
            {t('late.more')}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="soft">{t('items.empty')}</p>
      ) : (
        <Rows
          label={t('late.title')}
          columns={columns}
          rows={shown}
          keyOf={(entry) => `${entry.unit.id} ${entry.obligation}`}
          more={wanted === '' ? more : undefined}
        />
      )}
    </>
  );
}

const whyColumn = (plan: string, asOf: string | null): Column<LateEntry> => ({
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
});

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
    cell: (entry) => <ObligationLink plan={plan} of={entry} />,
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
  {
    key: 'done',
    title: t('column.done'),
    width: 'minmax(12rem, 1.6fr)',
    plain: true,
    cell: (entry) => <Done plan={plan} entry={entry} />,
  },
  whyColumn(plan, asOf),
];

function Done({ plan, entry: { unit, steps, explanation } }: { readonly plan: string; readonly entry: LateEntry }): ReactNode {
  const last = steps.at(-1);
  return (
    <span className="stack-tight">
      {last && (
        <span title={formatInstant(last.at)}>
          {stepText(last.step)}
          {steps.length > 1 && <span className="soft"> ({t('late.steps', { count: steps.length })})</span>}
        </span>
      )}
      {explanation && (
        <Link to={{ name: 'item', plan, unit: unit.id, item: explanation.item }}>
          {t('late.explanation', { status: statusText(explanation.status) })}
        </Link>
      )}
    </span>
  );
}
