import { type ReactNode, useMemo } from 'react';
import type { Change } from '../../../api/audit-queries.js';
import { formatDate, formatInstant } from '../../../format/dates.js';
import { hasText, language, number, t, textOf } from '../../../i18n/locale.js';
import { obligationText } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { Named, useDoerText } from '../../../ui/doer.js';
import { PagedRows } from '../../../ui/paged-rows.js';
import type { Column } from '../../../ui/rows.js';
import { Empty, FaultNotice, Waiting } from '../../../ui/state.js';
import type { Filter } from './filter.js';
import { type Gone, MOST_ROWS, type Outline, useGone, useLogPages } from './log-pages.js';
import { UnitName } from './unit-name.js';

type ChangeListProps = Pick<Filter, 'asked'> & Partial<Pick<Filter, 'order' | 'day'>>;

/** Events, however many: only those in sight are loaded and stand in the page. Each leads to itself in detail. */
export function ChangeList({ asked, order = 'oldest', day = null }: ChangeListProps): ReactNode {
  const newest = order === 'newest';
  const { outline, rows, rowAt, see, anew, ...log } = useLogPages(asked, newest);
  const { gone, ...going } = useGone({ day, asked, newest, outline });
  const error = log.error ?? going.error;
  const recorded = asked.recorded === true;
  const columns = useMemo(() => columnsOf(recorded), [recorded]);
  return (
    <Named people={doersOf(outline)}>
      <p className="row spread">
        <span className="soft" role="status">
          {outline && countText(outline.count)}
          {gone && ` ${goneText(gone)}`}
        </span>
        <button type="button" className="button small" onClick={anew}>
          {t('events.anew')}
        </button>
      </p>
      {error && <FaultNotice fault={error} again={anew} />}
      {!outline && !error && <Waiting />}
      {outline?.count === 0 && <Empty title={t('events.none')} />}
      {rows > 0 && <PagedRows label={t('audit.events')} columns={columns} count={rows} rowAt={rowAt} see={see} target={gone} />}
    </Named>
  );
}

const doersOf = (outline: Outline | undefined): readonly string[] => outline?.people.map(({ person }) => person) ?? [];

const countText = (count: number): string =>
  [t('events.count', { count }), ...(count > MOST_ROWS ? [t('events.most', { count: MOST_ROWS })] : [])].join(' ');

const goneText = ({ index, day }: Gone): string =>
  index === null ? t('events.nothingOn', { day: formatDate(day) }) : t('events.gone', { day: formatDate(day), row: index + 1 });

/** What an event is called here, and what it is about, which stands behind the server's own words for it. */
function saidOf({ type, said }: Change): string {
  const text = said[language()];
  if (!hasText(`event.${type}`)) return text;
  const about = /: (.+)$/.exec(text)?.[1];
  return about === undefined ? textOf('event', type) : `${textOf('event', type)}: ${obligationText(about)}`;
}

/** The engine, or who did it and by what right. */
function By({ of: { because, by } }: { readonly of: Change }): ReactNode {
  const doerText = useDoerText();
  if (because === null && by === null) return null;
  return <span className="soft"> · {by ? doerText(by) : t('events.engine')}</span>;
}

/** @param recorded true where days are those of recording: what is asked by is shown, too */
const columnsOf = (recorded: boolean): readonly Column<Change>[] => [
  {
    key: 'position',
    title: t('events.position'),
    width: '5.5rem',
    figure: true,
    cell: ({ position }) => number(position),
  },
  { key: 'at', title: t('events.at'), width: '9.5rem', plain: true, cell: ({ at }) => formatInstant(at) },
  ...(recorded
    ? [{ key: 'recordedAt', title: t('event.recordedAt'), width: '9.5rem', cell: (of: Change) => formatInstant(of.recordedAt) }]
    : []),
  {
    key: 'said',
    title: t('events.what'),
    width: 'minmax(14rem, 2.4fr)',
    heads: true,
    cell: (change) => (
      <>
        <Link
          to={{ name: 'audit', view: 'events' }}
          query={{ ...Object.fromEntries(new URLSearchParams(location.search)), event: change.position }}
        >
          {saidOf(change)}
        </Link>
        <By of={change} />
      </>
    ),
  },
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    plain: true,
    cell: ({ unit, plan }) => unit && <UnitName unit={unit} plan={plan} />,
  },
  { key: 'kind', title: t('events.kind'), width: '8.5rem', plain: true, cell: ({ kind }) => t(`events.kind.${kind as 'plan'}`) },
];
