import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { AnswerOf } from '../../../api/client.js';
import { type ChangesAsked, changesQuery } from '../../../api/audit-queries.js';
import { formatInstant } from '../../../format/dates.js';
import { hasText, language, number, t, textOf } from '../../../i18n/locale.js';
import { obligationText } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { Empty, FaultNotice, Waiting } from '../../../ui/state.js';
import { UnitName } from './unit-name.js';

type Change = AnswerOf<'/api/v1/audit/changes'>['items'][number];

/** Events, as many pages as are looked at; only those in sight stand in the page. Each leads to itself in detail. */
export function ChangeList({ asked }: { readonly asked: ChangesAsked }): ReactNode {
  const client = useQueryClient();
  const changes = useInfiniteQuery(changesQuery(asked));
  const rows = useMemo(() => changes.data?.pages.flatMap(({ items }) => items) ?? [], [changes.data]);
  const more = changes.hasNextPage ? () => void (changes.isFetchingNextPage || changes.fetchNextPage()) : undefined;
  const anew = (): void => void client.resetQueries({ queryKey: changesQuery(asked).queryKey });
  return (
    <>
      <p className="row spread">
        <span className="soft" role="status">
          {changes.data && `${t('events.shown', { count: rows.length })}${changes.hasNextPage ? '…' : ''}`}
        </span>
        <button type="button" className="button small" onClick={anew}>
          {t('events.anew')}
        </button>
      </p>
      {changes.isError && <FaultNotice fault={changes.error} again={anew} />}
      {changes.isPending && !changes.isError && <Waiting />}
      {changes.data && rows.length === 0 && !changes.hasNextPage && <Empty title={t('events.none')} />}
      {(rows.length > 0 || changes.hasNextPage) && (
        <Rows
          label={t('audit.events')}
          columns={columnsOf()}
          rows={rows}
          keyOf={({ position }) => String(position)}
          more={more}
        />
      )}
    </>
  );
}

/** What an event is called here, and what it is about, which stands behind the server's own words for it. */
function saidOf({ type, said }: Change): string {
  const text = said[language()];
  if (!hasText(`event.${type}`)) return text;
  const about = /: (.+)$/.exec(text)?.[1];
  return about === undefined ? textOf('event', type) : `${textOf('event', type)}: ${obligationText(about)}`;
}

const columnsOf = (): readonly Column<Change>[] => [
  {
    key: 'position',
    title: t('events.position'),
    width: '5.5rem',
    figure: true,
    cell: ({ position }) => number(position),
  },
  { key: 'at', title: t('events.at'), width: '9.5rem', plain: true, cell: ({ at }) => formatInstant(at) },
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
        {change.because !== null && <span className="soft"> · {t('events.engine')}</span>}
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
