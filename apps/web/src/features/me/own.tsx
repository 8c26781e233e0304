import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type AnswerOf, post } from '../../api/client.js';
import type { Session } from '../../api/session.js';
import { loansQuery, sessionsQuery, useAct } from '../../api/system-queries.js';
import { formatInstant } from '../../format/dates.js';
import { t, textOf } from '../../i18n/locale.js';
import { DateField } from '../../ui/date-field.js';
import { RoleLine } from '../../ui/role-line.js';
import { Select } from '../../ui/select.js';
import { FaultNotice, Loaded } from '../../ui/state.js';
import { TextField } from '../../ui/text-field.js';
import { agentText } from './agent.js';

/** Roles that may be lent: those under guard stay with whoever holds them. */
const LENT = ['rules-author', 'official', 'unit-head', 'leader'];

interface OwnProps {
  readonly session: Session;
  /** Those whom whoever looks may see: where there are none, people are named by their accounts. */
  readonly users: readonly AnswerOf<'/api/v1/users'>['items'][number][];
}

/** What is one's own: roles to lend for an absence, and sessions to end. */
export const Own = (of: OwnProps): ReactNode => (
  <>
    <Loans {...of} />
    <Sessions />
  </>
);

function Loans({ session, users }: OwnProps): ReactNode {
  const end = useAct((delegation: string) => post('/api/v1/delegations/{delegation}/end', { path: { delegation } }));
  const lent = useAnswer(loansQuery()).data ?? [];
  const borrowed = session.rights.filter(({ delegation, state }) => delegation !== null && state !== 'over');
  const own = session.rights.filter(
    ({ role, delegation, state }) => delegation === null && state === 'now' && LENT.includes(role),
  );
  return (
    <section className="panel stack">
      <h2>{t('lend.title')}</h2>
      <p className="hint">{t('lend.hint')}</p>
      {lent.length > 0 && (
        <ul className="plain-list" aria-label={t('lend.lent')}>
          {lent.map((loan) => (
            <li key={loan.id} className="row spread">
              <span className="stack-tight">
                <RoleLine of={{ ...loan, reach: 'unit', state: 'now', lentBy: null }} />
                <span>{t('lend.lentTo', { to: loan.to })}</span>
              </span>
              <End text={t('lend.endOne', { to: loan.to })} end={() => end.mutate(loan.id)} isBusy={end.isPending} />
            </li>
          ))}
        </ul>
      )}
      {borrowed.length > 0 && (
        <ul className="plain-list" aria-label={t('lend.borrowed')}>
          {borrowed.map((right) => (
            <li key={right.delegation} className="row spread">
              <RoleLine of={right} />
              <End text={t('lend.giveBack')} end={() => end.mutate(right.delegation ?? '')} isBusy={end.isPending} />
            </li>
          ))}
        </ul>
      )}
      {own.length === 0 ? <p className="soft">{t('lend.none')}</p> : <Lend rights={own} users={users} />}
      {end.isError && <FaultNotice fault={end.error} />}
    </section>
  );
}

interface EndProps {
  /** Said of it to whoever does not see what stands beside it. */
  readonly text: string;
  readonly end: () => void;
  readonly isBusy: boolean;
}

const End = ({ text, end, isBusy }: EndProps): ReactNode => (
  <button type="button" className="button small" aria-label={text} disabled={isBusy} onClick={end}>
    {t('lend.end')}
  </button>
);

interface ToFieldProps extends Pick<OwnProps, 'users'> {
  readonly value: string;
  readonly take: (to: string) => void;
}

/** To whom: chosen where users are seen, else by the name of the account. */
const ToField = ({ users, value, take }: ToFieldProps): ReactNode =>
  users.length === 0 ? (
    <TextField label={t('lend.to')} value={value} take={(name) => take(name.trim())} placeholder={t('lend.account')} />
  ) : (
    <Select
      label={t('lend.to')}
      value={value}
      choose={take}
      options={[
        ['', t('lend.choose')],
        ...users.map(({ id, name, shownName }) => [id, shownName === '' ? name : shownName] as const),
      ]}
    />
  );

function Lend({ rights, users }: Pick<OwnProps, 'users'> & Pick<Session, 'rights'>): ReactNode {
  const [grant, setGrant] = useState(rights[0]?.grant ?? '');
  const [to, setTo] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const lend = useAct((days: { readonly from: string; readonly until: string }) =>
    post('/api/v1/delegations', { body: { grant, to, ...days } }),
  );
  return (
    <div className="row filters">
      <Select
        label={t('people.role')}
        value={grant}
        choose={setGrant}
        options={rights.map(({ grant: each, role }) => [each, textOf('role', role)])}
      />
      <ToField users={users} value={to} take={setTo} />
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
  const [password, setPassword] = useState('');
  const body = password === '' ? {} : { password };
  const end = useAct((session: string) => post('/api/v1/session/list/{session}/end', { path: { session }, body }));
  return (
    <section className="panel stack">
      <h2>{t('sessions.title')}</h2>
      <Loaded of={sessions}>
        {(items) => (
          <ul className="plain-list">
            {items.length === 0 && <li className="soft">{t('sessions.none')}</li>}
            {items.map(({ id: session, address, agent, seenAt, current }) => (
              <li key={session} className="row spread">
                <span className="stack-tight">
                  <span translate="no" title={agent}>
                    {agentText(agent)}
                  </span>
                  <span className="soft">{t('sessions.seen', { address, time: formatInstant(seenAt) })}</span>
                </span>
                {current ? (
                  <span className="tag">{t('sessions.current')}</span>
                ) : (
                  <End
                    text={t('sessions.endOne', { agent: agentText(agent) })}
                    end={() => end.mutate(session)}
                    isBusy={end.isPending}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {(sessions.data?.length ?? 0) > 1 && (
        <TextField
          label={t('sessions.password')}
          value={password}
          take={setPassword}
          type="password"
          className="search-input"
          autoComplete="current-password"
        />
      )}
      {end.isError && <FaultNotice fault={end.error} />}
    </section>
  );
}
