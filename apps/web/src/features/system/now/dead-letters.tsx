import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AnswerOf, post } from '../../../api/client.js';
import { deadQuery, useAct } from '../../../api/system-queries.js';
import { formatDate } from '../../../format/dates.js';
import { t, textOf } from '../../../i18n/locale.js';
import { obligationText, stepText } from '../../../i18n/words.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { FaultNotice, Waiting } from '../../../ui/state.js';
import { useUnitNames } from '../../../ui/unit-names.js';

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
  const discard = useAct((delivery: string) =>
    post('/api/v1/deliveries/{delivery}/discard', { path: { delivery }, key: crypto.randomUUID() }),
  );
  if (count === 0) return null;
  const fault = dead.error ?? retry.error ?? discard.error;
  const acts = { retry: retry.mutate, discard: discard.mutate, isBusy: retry.isPending || discard.isPending };
  const rows = dead.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = useUnitNames(rows.map(({ unit }) => unit));
  const more = dead.hasNextPage ? () => void (dead.isFetchingNextPage || dead.fetchNextPage()) : undefined;
  return (
    <section className="panel stack">
      <h2>{t('dead.title', { count })}</h2>
      <p className="hint">{t('dead.hint')}</p>
      {dead.isPending && <Waiting />}
      {fault && <FaultNotice fault={fault} />}
      {rows.length > 0 && (
        <Rows
          label={t('dead.title', { count })}
          columns={columnsOf(acts, names)}
          rows={rows}
          keyOf={({ id }) => id}
          more={more}
        />
      )}
    </section>
  );
}

interface Acts {
  readonly retry: (delivery: string) => void;
  readonly discard: (delivery: string) => void;
  readonly isBusy: boolean;
}

function Deeds({ of: { id, recipient }, retry, discard, isBusy }: Acts & { readonly of: Delivery }): ReactNode {
  const deeds = [
    { does: retry, text: t('dead.retry'), label: t('dead.retryOne', { to: recipient }) },
    { does: discard, text: t('dead.discard'), label: t('dead.discardOne', { to: recipient }) },
  ];
  return (
    <span className="row">
      {deeds.map(({ does, text, label }) => (
        <button key={text} type="button" className="button small" aria-label={label} disabled={isBusy} onClick={() => does(id)}>
          {text}
        </button>
      ))}
    </span>
  );
}

const columnsOf = (acts: Acts, names: ReadonlyMap<string, string>): readonly Column<Delivery>[] => [
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
        {textOf('action', subject, { unit: names.get(unit) ?? unit })} · {obligationText(obligation)} ·{' '}
        {/^\d{4}-/.test(step) ? formatDate(step) : stepText(step)} ({formatDate(due)})
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
    width: '12rem',
    plain: true,
    cell: (of) => <Deeds of={of} {...acts} />,
  },
];
