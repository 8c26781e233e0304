import { useInfiniteQuery, useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { post } from '../../../api/client.js';
import { type Session, useSession } from '../../../api/session.js';
import { sessionsQuery, useAct, usersQuery } from '../../../api/system-queries.js';
import { formatInstant } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { DateField } from '../../../ui/date-field.js';
import { FaultNotice, Loaded } from '../../../ui/state.js';
import { RoleLine } from './role-line.js';

/** Roles that may be lent: those under guard stay with whoever holds them. */
const LENT = ['rules-author', 'official', 'unit-head', 'leader'];

/** What is one's own: roles to lend for an absence, and sessions to end. */
export function Own(): ReactNode {
  const session = useSession();
  if (!session || session.by === 'door') return null;
  return (
    <>
      <Loans session={session} />
      <Sessions />
    </>
  );
}

function Loans({ session }: { readonly session: Session }): ReactNode {
  const end = useAct((delegation: string) => post('/api/v1/delegations/{delegation}/end', { path: { delegation } }));
  const lent = session.rights.filter(({ delegation, state }) => delegation !== null && state !== 'over');
  const own = session.rights.filter(
    ({ role, delegation, state }) => delegation === null && state === 'now' && LENT.includes(role),
  );
  return (
    <section className="panel stack">
      <h2>{t('lend.title')}</h2>
      <p className="hint">{t('lend.hint')}</p>
      {lent.length > 0 && (
        <ul className="plain-list">
          {lent.map((right) => (
            <li key={right.delegation} className="row spread">
              <RoleLine of={right} />
              <button type="button" className="button small" onClick={() => end.mutate(right.delegation ?? '')}>
                {t('lend.end')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {own.length === 0 ? <p className="soft">{t('lend.none')}</p> : <Lend rights={own} />}
      {end.isError && <FaultNotice fault={end.error} />}
    </section>
  );
}

function Lend({ rights }: { readonly rights: Session['rights'] }): ReactNode {
  const id = useId();
  const users = useInfiniteQuery(usersQuery()).data?.pages.flatMap(({ items }) => items) ?? [];
  const [grant, setGrant] = useState(rights[0]?.grant ?? '');
  const [to, setTo] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const lend = useAct((days: { readonly from: string; readonly until: string }) =>
    post('/api/v1/delegations', { body: { grant, to, ...days } }),
  );
  return (
    <div className="row filters">
      <div className="field">
        <label htmlFor={`${id}-grant`}>{t('people.role')}</label>
        <select id={`${id}-grant`} value={grant} onChange={({ target }) => setGrant(target.value)}>
          {rights.map(({ grant: each, role }) => (
            <option key={each} value={each}>
              {t(`role.${role as 'official'}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>{t('lend.to')}</label>
        <select id={`${id}-to`} value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t('lend.choose')}</option>
          {users.map(({ id: user, name, shownName }) => (
            <option key={user} value={user}>
              {shownName === '' ? name : shownName}
            </option>
          ))}
        </select>
      </div>
      <DateField label={t('lend.from')} value={from} take={setFrom} />
      <DateField label={t('lend.until')} value={until} take={setUntil} />
      <button
        type="button"
        className="button"
        disabled={to === '' || from === null || until === null || lend.isPending}
        onClick={() => from !== null && until !== null && lend.mutate({ from, until })}
      >
        {t('lend.do')}
      </button>
      {lend.isSuccess && <p role="status">{t('lend.done')}</p>}
      {lend.isError && <FaultNotice fault={lend.error} />}
    </div>
  );
}

function Sessions(): ReactNode {
  const sessions = useAnswer(sessionsQuery());
  const id = useId();
  const [password, setPassword] = useState('');
  const body = password === '' ? {} : { password };
  const end = useAct((session: string) => post('/api/v1/session/list/{session}/end', { path: { session }, body }));
  return (
    <section className="panel stack">
      <h2>{t('sessions.title')}</h2>
      <Loaded of={sessions}>
        {(items) => (
          <ul className="plain-list">
            {items.map(({ id: session, address, agent, seenAt, current }) => (
              <li key={session} className="row spread">
                <span className="stack-tight">
                  <span translate="no">{agent}</span>
                  <span className="soft">{t('sessions.seen', { address, time: formatInstant(seenAt) })}</span>
                </span>
                {current ? (
                  <span className="tag">{t('sessions.current')}</span>
                ) : (
                  <button type="button" className="button small" disabled={end.isPending} onClick={() => end.mutate(session)}>
                    {t('sessions.end')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <div className="field">
        <label htmlFor={id}>{t('sessions.password')}</label>
        <input
          id={id}
          type="password"
          className="search-input"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </div>
      {end.isError && <FaultNotice fault={end.error} />}
    </section>
  );
}
