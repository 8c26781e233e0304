import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../../i18n/locale.js';
import { AUDIT_VIEWS, type AuditView } from '../../router/routes.js';
import { Waiting } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { ViewBar } from '../../ui/view-bar.js';

const VIEWS: Readonly<Record<AuditView, ReturnType<typeof lazy<() => ReactNode>>>> = {
  events: lazy(async () => ({ default: (await import('./events/events.js')).Events })),
  time: lazy(async () => ({ default: (await import('./time/time.js')).Time })),
  compare: lazy(async () => ({ default: (await import('./compare/compare.js')).Compare })),
  'what-if': lazy(async () => ({ default: (await import('./what-if/what-if.js')).WhatIf })),
  verify: lazy(async () => ({ default: (await import('./verify/verify.js')).Verify })),
};

/** What auditors look at: the log, any moment of it, what would have been, and whether it holds. */
export function AuditPage({ view }: { readonly view: AuditView }): ReactNode {
  useTitle(`${t('nav.audit')}: ${t(`audit.${view}`)}`);
  const View = VIEWS[view];
  return (
    <div className="stack">
      <h1>{t(`audit.${view}`)}</h1>
      <ViewBar
        label={t('audit.views')}
        views={AUDIT_VIEWS.map((each) => ({
          to: { name: 'audit', view: each },
          text: t(`audit.${each}`),
          isHere: each === view,
        }))}
      />
      <Suspense fallback={<Waiting />}>
        <View />
      </Suspense>
    </div>
  );
}
