import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { plansQuery } from '../../api/queries.js';
import { t } from '../../i18n/locale.js';
import { Link } from '../../router/location.js';
import { EDITOR_MODES, type Route } from '../../router/routes.js';
import { storedNames, subscribeStored } from '../../ui/storage.js';

const PREFIX = 'thac.draft ';

/** Drafts of other texts that lie on this machine, each a link to go on with it. */
export function OtherDrafts({ but }: { readonly but: string }): ReactNode {
  const names = useSyncExternalStore(subscribeStored, () => storedNames(`${PREFIX}editor `).join('\n'));
  const plans = useAnswer(plansQuery());
  const numberOf = (plan: string): string => plans.data?.find(({ id }) => id === plan)?.number ?? plan;
  const drafts = names
    .split('\n')
    .map((name) => name.slice(PREFIX.length))
    .filter((name) => name !== but)
    .flatMap((name) => routeOf(name) ?? []);
  if (drafts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('editor.drafts')}</h2>
      <ul className="row">
        {drafts.map((route) => (
          <li key={`${route.mode} ${route.plan}`}>
            <Link to={route}>
              {route.plan === null ? (
                t('editor.draftNew')
              ) : (
                <>
                  {t(route.mode === 'amend' ? 'editor.amend' : 'editor.replace')}{' '}
                  <span translate="no">{numberOf(route.plan)}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type EditorRoute = Extract<Route, { readonly name: 'editor' }>;

function routeOf(name: string): EditorRoute | null {
  const [, written, ...plan] = name.split(' ');
  const mode = EDITOR_MODES.find((each) => each === written);
  if (!mode) return null;
  return { name: 'editor', mode, plan: mode === 'new' ? null : plan.join(' ') };
}
