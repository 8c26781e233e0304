import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { makeClient } from './api/queries.js';
import { useSession, useWorksAtDesk } from './api/session.js';
import { DeskPage } from './features/desk/desk-page.js';
import { PlansPage } from './features/plans/plans-page.js';
import { useWhy } from './features/why/question.js';
import { language, t, useLocale } from './i18n/locale.js';
import { goTo, hrefOf, Link, useRoute } from './router/location.js';
import { type Route, writeRoute } from './router/routes.js';
import { Barrier } from './ui/barrier.js';
import { Shell } from './ui/shell.js';
import { useTitle } from './ui/title.js';
import { signInHere } from './ui/sign-in-here.js';
import { Empty, Waiting } from './ui/state.js';

const LOADING = {
  item: () => import('./features/item/item-page.js'),
  report: () => import('./features/report/report-page.js'),
  plan: () => import('./features/plan/plan-page.js'),
  unitPlan: () => import('./features/unit-plan/unit-plan-page.js'),
};

/** Loads what people open from the desk, so that they can without a connection, too. */
export const prepareNext = async (): Promise<void> => void (await Promise.all(Object.values(LOADING).map((load) => load())));

const ItemPage = lazy(async () => ({ default: (await LOADING.item()).ItemPage }));

const ReportPage = lazy(async () => ({ default: (await LOADING.report()).ReportPage }));

const PlanPage = lazy(async () => ({ default: (await LOADING.plan()).PlanPage }));

const UnitPlanPage = lazy(async () => ({ default: (await LOADING.unitPlan()).UnitPlanPage }));

const OwnPlanPage = lazy(async () => ({ default: (await import('./features/own-plan/own-plan-page.js')).OwnPlanPage }));

const EditorPage = lazy(async () => ({ default: (await import('./features/editor/editor-page.js')).EditorPage }));

const AuditPage = lazy(async () => ({ default: (await import('./features/audit/audit-page.js')).AuditPage }));

const SystemPage = lazy(async () => ({ default: (await import('./features/system/system-page.js')).SystemPage }));

const MePage = lazy(async () => ({ default: (await import('./features/me/me-page.js')).MePage }));

const WhyPanel = lazy(async () => ({ default: (await import('./features/why/why-panel.js')).WhyPanel }));

/** The application: what stands in the address is shown. */
export function App(): ReactNode {
  useLocale();
  const route = useRoute();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={language() === 'vi' ? 'vi-VN' : 'en-GB'}>
        <RouterProvider navigate={goTo}>
          <Shell route={route}>
            <Barrier place={writeRoute(route)}>
              <Suspense fallback={<Waiting />}>
                <Entrance>
                  <Page route={route} />
                  <Reasons />
                </Entrance>
              </Suspense>
            </Barrier>
          </Shell>
        </RouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}

/** Whoever is not signed in is told where to do it. */
function Entrance({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useSession();
  if (session !== null) return children;
  return (
    <Empty isWhole title={t('page.signInFirst')}>
      <p>
        <a className="button main" href={signInHere()}>
          {t('page.signIn')}
        </a>
      </p>
    </Empty>
  );
}

/** Loaded once somebody asks why; the page stays below it meanwhile, and with it the focus that is given back. */
const Reasons = (): ReactNode =>
  useWhy() && (
    <Suspense fallback={<Waiting />}>
      <WhyPanel />
    </Suspense>
  );

function Page({ route }: { readonly route: Route }): ReactNode {
  switch (route.name) {
    case 'desk':
      return <DeskPage />;
    case 'plans':
      return <Home />;
    case 'plan':
      return <PlanPage {...route} key={route.plan} />;
    case 'unit-plan':
      return <UnitPlanPage {...route} />;
    case 'item':
      return <ItemPage {...route} key={writeRoute(route)} />;
    case 'report':
      return <ReportPage {...route} key={writeRoute(route)} />;
    case 'own-plan':
      return <OwnPlanPage {...route} key={writeRoute(route)} />;
    case 'audit':
      return <AuditPage {...route} />;
    case 'system':
      return <SystemPage {...route} />;
    case 'me':
      return <MePage />;
    case 'editor':
      return <EditorPage {...route} key={writeRoute(route)} />;
    default:
      return <Unknown />;
  }
}

/** Whoever works for a unit begins at their desk; everybody else, and whoever asks for them, at the plans. */
function Home(): ReactNode {
  const worksAtDesk = useWorksAtDesk();
  const isStart = worksAtDesk && location.pathname === '/';
  useEffect(() => {
    if (isStart) goTo(hrefOf({ name: 'desk' }), { replace: true });
  }, [isStart]);
  return isStart ? <Waiting /> : <PlansPage />;
}

function Unknown(): ReactNode {
  useTitle(t('page.unknown'));
  return (
    <Empty isWhole title={t('page.unknown')} hint={t('page.unknownHint')}>
      <p>
        <Link to={{ name: 'plans' }}>{t('plans.title')}</Link>
      </p>
    </Empty>
  );
}
