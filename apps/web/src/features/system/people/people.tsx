import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { AnswerOf } from '../../../api/client.js';
import { useHolds } from '../../../api/session.js';
import { usersQuery } from '../../../api/system-queries.js';
import { foldText } from '../../../format/collate.js';
import { t } from '../../../i18n/locale.js';
import { Dialog } from '../../../ui/dialog.js';
import { Empty, FaultNotice, Waiting } from '../../../ui/state.js';
import { AddUser } from './add-user.js';
import { OneUser } from './one-user.js';
import { RoleLine } from '../../../ui/role-line.js';
import { TextField } from '../../../ui/text-field.js';

type User = AnswerOf<'/api/v1/users'>['items'][number];

/** Who may come in, and what each may do: to let in, to grant, to end, to keep out. */
export function People(): ReactNode {
  const users = useInfiniteQuery(usersQuery());
  const administers = useHolds('system-administrator');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(() => users.data?.pages.flatMap(({ items }) => items) ?? [], [users.data]);
  const wanted = foldText(search);
  const found = rows.filter(({ name, shownName }) => foldText(`${name} ${shownName}`).includes(wanted));
  const user = rows.find((each) => each.id === chosen);
  return (
    <>
      <section className="panel stack">
        <div className="row spread">
          <TextField label={t('people.search')} value={search} take={setSearch} type="search" className="search-input" />
          {administers && <AddUser />}
        </div>
        {users.isError && <FaultNotice fault={users.error} again={() => void users.refetch()} />}
        {users.isPending && !users.isError && <Waiting />}
        {users.data && <Found all={rows} users={found} choose={setChosen} />}
        {users.hasNextPage && (
          <p>
            <button type="button" className="button" onClick={() => void users.fetchNextPage()}>
              {t('people.more')}
            </button>
          </p>
        )}
      </section>
      {user && (
        <Dialog title={user.shownName === '' ? user.name : user.shownName} isWide close={() => setChosen(null)}>
          <OneUser user={user} />
        </Dialog>
      )}
    </>
  );
}

interface UserTableProps {
  readonly users: readonly User[];
  readonly choose: (user: string) => void;
}

/** Those who were looked for, or that there are none. */
function Found({ all, ...found }: UserTableProps & { readonly all: readonly User[] }): ReactNode {
  if (all.length === 0) return <Empty title={t('people.none')} hint={t('people.noneHint')} />;
  return found.users.length === 0 ? <Empty title={t('people.noneFound')} /> : <UserTable {...found} />;
}

const UserTable = ({ users, choose }: UserTableProps): ReactNode => (
  <table className="table cards">
    <thead>
      <tr>
        <th scope="col">{t('people.user')}</th>
        <th scope="col">{t('people.rights')}</th>
        <th scope="col">{t('people.state')}</th>
        <th scope="col">{t('column.do')}</th>
      </tr>
    </thead>
    <tbody>
      {users.map(({ id, name, shownName, rights, blocked, secondFactor }) => (
        <tr key={id}>
          <th scope="row">
            {shownName} <span className="soft">{name}</span>
          </th>
          <td data-label={t('people.rights')}>
            {rights
              .filter(({ state }) => state !== 'over')
              .map((right) => (
                <RoleLine key={`${right.grant} ${right.delegation}`} of={right} />
              ))}
          </td>
          <td data-label={t('people.state')}>
            <span className={blocked ? 'tag bad' : 'tag'}>{t(blocked ? 'people.blocked' : 'people.active')}</span>{' '}
            {!secondFactor && <span className="soft">{t('people.noSecond')}</span>}
          </td>
          <td>
            <button
              type="button"
              className="button small"
              aria-label={t('people.manageOf', { user: shownName === '' ? name : shownName })}
              onClick={() => choose(id)}
            >
              {t('people.manage')}
            </button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
