import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../../i18n/locale.js';
import { SYSTEM_VIEWS, type SystemView } from '../../router/routes.js';
import { Waiting } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { ViewBar } from '../../ui/view-bar.js';

const VIEWS: Readonly<Record<SystemView, ReturnType<typeof lazy<() => ReactNode>>>> = {
  now: lazy(async () => ({ default: (await import('./now/now.js')).Now })),
  organisation: lazy(async () => ({ default: (await import('./organisation/organisation.js')).Organisation })),
  calendars: lazy(async () => ({ default: (await import('./calendars/calendars.js')).Calendars })),
  people: lazy(async () => ({ default: (await import('./people/people.js')).People })),
};

/** What those look at who look after the house. */
export function SystemPage({ view }: { readonly view: SystemView }): ReactNode {
  useTitle(`${t('nav.system')}: ${t(`system.${view}`)}`);
  const View = VIEWS[view];
  return (
    <div className="stack">
      <h1>{t(`system.${view}`)}</h1>
      <ViewBar
        label={t('system.views')}
        views={SYSTEM_VIEWS.map((each) => ({
          to: { name: 'system', view: each },
          text: t(`system.${each}`),
          isHere: each === view,
        }))}
      />
      <Suspense fallback={<Waiting />}>
        <View />
      </Suspense>
    </div>
  );
}
