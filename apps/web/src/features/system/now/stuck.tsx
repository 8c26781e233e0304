import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AnswerOf, post } from '../../../api/client.js';
import { plansQuery } from '../../../api/queries.js';
import { stuckQuery, useAct } from '../../../api/system-queries.js';
import { formatInstant } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { Loaded, FaultNotice } from '../../../ui/state.js';
import { useUnitNames } from '../../../ui/unit-names.js';
import { placeOf } from '../../audit/events/place-of.js';

/** Unit plans that the clock has set aside: which, since when, what they fail with; to be tried again one by one or all. */
export function Stuck({ count }: { readonly count: number }): ReactNode {
  const stuck = useAnswer({ ...stuckQuery(), enabled: count > 0 });
  const retry = useAct((stream: string | null) =>
    post('/api/v1/operations/stuck/retry', { body: stream === null ? {} : { stream }, key: crypto.randomUUID() }),
  );
  if (count === 0 && !retry.data) return null;
  return (
    <section className="panel stack">
      <div className="panel-head">
        <h2>{t('stuck.title', { count })}</h2>
        {count > 0 && (
          <button type="button" className="button" disabled={retry.isPending} onClick={() => retry.mutate(null)}>
            {t('stuck.retryAll')}
          </button>
        )}
      </div>
      <p className="hint">{t('stuck.hint')}</p>
      {retry.data && <p role="status">{t('stuck.retried', { count: retry.data.retried })}</p>}
      {retry.isError && <FaultNotice fault={retry.error} />}
      {count > 0 && (
        <Loaded of={stuck}>
          {(items) => (
            <ul className="plain-list">
              {items.map((each) => (
                <One key={each.stream} of={each} isBusy={retry.isPending} retry={() => retry.mutate(each.stream)} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </section>
  );
}

interface OneProps {
  readonly of: AnswerOf<'/api/v1/operations/stuck'>['items'][number];
  readonly isBusy: boolean;
  readonly retry: () => void;
}

/** What a stream is of: a unit's plan, by the names of both; the organisation. */
function useStreamName(stream: string): string {
  const { plan, unit } = placeOf(stream);
  const plans = useAnswer({ ...plansQuery(), enabled: plan !== null });
  const names = useUnitNames(unit === null ? [] : [unit]);
  if (stream === 'organisation') return t('stuck.organisation');
  if (plan === null) return stream;
  const number = plans.data?.find(({ id }) => id === plan)?.number ?? plan;
  const said = t('stuck.plan', { plan: number });
  return unit === null ? said : `${names.get(unit) ?? unit} · ${said}`;
}

function One({ of: { stream, at, reason, since }, isBusy, retry }: OneProps): ReactNode {
  const name = useStreamName(stream);
  return (
    <li className="row spread">
      <span className="stack-tight">
        <span>{name}</span>
        <span className="soft">{t('stuck.since', { due: formatInstant(at), since: formatInstant(since) })}</span>
        <code className="bad-ink" translate="no">
          {reason}
        </code>
      </span>
      <button
        type="button"
        className="button small"
        disabled={isBusy}
        aria-label={t('stuck.retryOne', { unit: name })}
        onClick={retry}
      >
        {t('stuck.retry')}
      </button>
    </li>
  );
}
