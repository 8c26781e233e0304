import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Session, useHolds, useSession } from '../../api/session.js';
import { usersQuery } from '../../api/system-queries.js';
import { t } from '../../i18n/locale.js';
import { RoleLine } from '../../ui/role-line.js';
import { SignInToAct } from '../../ui/sign-in-to-act.js';
import { useTitle } from '../../ui/title.js';
import { Own } from './own.js';

/** What is one's own: who one is here, roles to lend for an absence, sessions; and the way to the second factor and out. */
export function MePage(): ReactNode {
  useTitle(t('page.account'));
  const session = useSession();
  const knows = useHolds('system-administrator');
  const users = useInfiniteQuery({ ...usersQuery(), enabled: knows });
  return (
    <div className="stack">
      <h1>{t('page.account')}</h1>
      {session && session.by !== 'door' ? (
        <>
          <Roles session={session} />
          <Own session={session} users={users.data?.pages.flatMap(({ items }) => items) ?? []} />
        </>
      ) : (
        <SignInToAct />
      )}
    </div>
  );
}

const Roles = ({ session: { shownName, name, user, rights } }: { readonly session: Session }): ReactNode => (
  <section className="panel stack">
    <h2 translate="no">{shownName ?? name ?? user}</h2>
    {rights.length === 0 && <p className="soft">{t('people.noRights')}</p>}
    {rights
      .filter(({ state }) => state !== 'over')
      .map((right) => (
        <RoleLine key={`${right.grant} ${right.delegation}`} of={right} />
      ))}
    <p>
      <a className="button" href="/account">
        {t('me.signing')}
      </a>
    </p>
  </section>
);
