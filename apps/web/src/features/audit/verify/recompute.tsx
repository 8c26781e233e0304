import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type WrittenOf, post } from '../../../api/client.js';
import { language, number, t } from '../../../i18n/locale.js';
import { Link, useQuery } from '../../../router/location.js';
import { FaultNotice, Waiting } from '../../../ui/state.js';

type Recomputed = WrittenOf<'/api/v1/audit/recompute'>;

/** Has the engine work out anew what it caused, and compares it with the log. */
export function Recompute(): ReactNode {
  const plan = useQuery().get('plan');
  const done = useMutation({
    mutationFn: () => post('/api/v1/audit/recompute', { body: plan === null ? {} : { plan } }),
  });
  return (
    <section className="panel stack">
      <h2>{t('recompute.title')}</h2>
      <p className="hint">{t('recompute.hint')}</p>
      <p>
        <button type="button" className="button" disabled={done.isPending} onClick={() => done.mutate()}>
          {t('recompute.do')}
        </button>
      </p>
      {done.isPending && <Waiting />}
      {done.isError && <FaultNotice fault={done.error} />}
      {done.data && <Found of={done.data} />}
    </section>
  );
}

function Found({ of }: { readonly of: Recomputed }): ReactNode {
  const { difference, whole, events, recomputed, acts } = of;
  return (
    <div role="status" className="stack">
      <p>
        <span className={difference ? 'tag bad' : whole ? 'tag good' : 'tag late'}>
          {t(difference ? 'recompute.differs' : whole ? 'recompute.same' : 'recompute.part')}
        </span>
      </p>
      <p className="soft">
        {t('recompute.counts', { events: number(events), recomputed: number(recomputed), acts: number(acts) })}
      </p>
      {difference && (
        <p>
          {difference.said[language()]}{' '}
          <Link to={{ name: 'audit', view: 'events' }} query={{ event: difference.position }}>
            {t('history.position', { position: String(difference.position) })}
          </Link>
        </p>
      )}
    </div>
  );
}
