import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AnswerOf, post } from '../../../api/client.js';
import { deadQuery, useAct } from '../../../api/system-queries.js';
import { formatDate } from '../../../format/dates.js';
import { t, textOf } from '../../../i18n/locale.js';
import { obligationText, stepText } from '../../../i18n/words.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { FaultNotice, Waiting } from '../../../ui/state.js';

type Delivery = AnswerOf<'/api/v1/deliveries/dead'>['items'][number];

/** Notices that could not be delivered, each with why, and a way to try again. */
export function DeadLetters({ count }: { readonly count: number }): ReactNode {
  const dead = useInfiniteQuery({ ...deadQuery(), enabled: count > 0 });
  const retry = useAct((delivery: string) =>
    post('/api/v1/deliveries/{delivery}/retry', {
      path: { delivery },
      key: crypto.randomUUID(),
    }),
  );
  if (count === 0) return null;
  const rows = dead.data?.pages.flatMap(({ items }) => items) ?? [];
  const more = dead.hasNextPage ? () => void (dead.isFetchingNextPage || dead.fetchNextPage()) : undefined;
  return (
    <section className="panel stack">
      <h2>{t('dead.title', { count })}</h2>
      <p className="hint">{t('dead.hint')}</p>
      {dead.isPending && <Waiting />}
      {(dead.isError || retry.isError) && <FaultNotice fault={dead.error ?? retry.error} />}
      {rows.length > 0 && (
        <Rows
          label={t('dead.title', { count })}
          columns={columnsOf(retry.mutate, retry.isPending)}
          rows={rows}
          keyOf={({ id }) => id}
          more={more}
        />
      )}
    </section>
  );
}

const columnsOf = (retry: (delivery: string) => void, isBusy: boolean): readonly Column<Delivery>[] => [
  {
    key: 'to',
    title: t('dead.to'),
    width: 'minmax(9rem, 1.2fr)',
    heads: true,
    cell: ({ recipient }) => <span translate="no">{recipient}</span>,
  },
  {
    key: 'about',
    title: t('dead.about'),
    width: 'minmax(12rem, 2fr)',
    plain: true,
    cell: ({ subject, unit, obligation, step, due }) => (
      <>
        {textOf('action', subject, { unit })} · {obligationText(obligation)} · {stepText(step)} ({formatDate(due)})
      </>
    ),
  },
  {
    key: 'error',
    title: t('dead.error'),
    width: 'minmax(10rem, 1.6fr)',
    plain: true,
    cell: ({ lastError, attempts }) => (
      <>
        <code className="bad-ink" translate="no">
          {lastError}
        </code>{' '}
        <span className="soft">{t('dead.attempts', { count: attempts })}</span>
      </>
    ),
  },
  {
    key: 'do',
    title: t('column.do'),
    width: '8rem',
    plain: true,
    cell: ({ id }) => (
      <button type="button" className="button small" disabled={isBusy} onClick={() => retry(id)}>
        {t('dead.retry')}
      </button>
    ),
  },
];
