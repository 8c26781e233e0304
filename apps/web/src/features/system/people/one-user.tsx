import { type ReactNode, useState } from 'react';
import { type AnswerOf, post } from '../../../api/client.js';
import { useAct } from '../../../api/system-queries.js';
import { t } from '../../../i18n/locale.js';
import { FaultNotice } from '../../../ui/state.js';
import { EntryLink } from './entry-link.js';
import { grantBody, GrantFields, type Granting, isPlaced, NO_GRANT } from './grant-fields.js';
import { RoleLine } from '../../../ui/role-line.js';

type User = AnswerOf<'/api/v1/users'>['items'][number];

/** One user: roles to end and to grant, and what can be done about the account. */
export function OneUser({ user }: { readonly user: User }): ReactNode {
  return (
    <>
      <Rights user={user} />
      <Grant user={user} />
      <Account user={user} />
    </>
  );
}

function Rights({ user: { id, rights } }: { readonly user: User }): ReactNode {
  const revoke = useAct((grant: string) => post('/api/v1/users/{user}/grants/{grant}/revoke', { path: { user: id, grant } }));
  const standing = rights.filter(({ state }) => state !== 'over');
  return (
    <section>
      <h3>{t('people.rights')}</h3>
      {standing.length === 0 && <p className="soft">{t('people.noRights')}</p>}
      <ul className="plain-list">
        {standing.map((right) => (
          <li key={`${right.grant} ${right.delegation}`} className="row spread">
            <RoleLine of={right} />
            {right.delegation === null && (
              <button
                type="button"
                className="button small"
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(right.grant)}
              >
                {t('people.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {revoke.isError && <FaultNotice fault={revoke.error} />}
    </section>
  );
}

function Grant({ user: { id } }: { readonly user: User }): ReactNode {
  const [grant, setGrant] = useState<Granting>(NO_GRANT);
  const give = useAct((body: ReturnType<typeof grantBody>) => post('/api/v1/users/{user}/grants', { path: { user: id }, body }));
  return (
    <section className="stack">
      <h3>{t('people.grantTitle')}</h3>
      <GrantFields of={grant} change={setGrant} />
      <p>
        <button
          type="button"
          className="button"
          disabled={give.isPending || !isPlaced(grant)}
          onClick={() => give.mutate(grantBody(grant))}
        >
          {t('people.grant')}
        </button>
      </p>
      {give.isSuccess && <p role="status">{t('people.granted')}</p>}
      {give.isError && <FaultNotice fault={give.error} />}
    </section>
  );
}

function Account({ user: { id, blocked, secondFactor } }: { readonly user: User }): ReactNode {
  const act = useAct((verb: 'block' | 'unblock' | 'clear-second-factor') =>
    post(`/api/v1/users/{user}/${verb}`, { path: { user: id } }),
  );
  const link = useAct(() => post('/api/v1/users/{user}/link', { path: { user: id } }));
  const isBusy = act.isPending || link.isPending;
  return (
    <section className="stack">
      <h3>{t('people.account')}</h3>
      <p className="row">
        <button type="button" className="button" disabled={isBusy} onClick={() => act.mutate(blocked ? 'unblock' : 'block')}>
          {t(blocked ? 'people.unblock' : 'people.block')}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => link.mutate(undefined)}>
          {t('people.link')}
        </button>
        {secondFactor && (
          <button type="button" className="button" disabled={isBusy} onClick={() => act.mutate('clear-second-factor')}>
            {t('people.clearSecond')}
          </button>
        )}
      </p>
      <p className="hint">{t('people.accountHint')}</p>
      {link.data && <EntryLink path={link.data.link} />}
      {(act.isError || link.isError) && <FaultNotice fault={act.error ?? link.error} />}
    </section>
  );
}
