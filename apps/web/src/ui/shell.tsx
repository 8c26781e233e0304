import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useLive } from '../api/live.js';
import { useActs, useSession } from '../api/session.js';
import { language, t, useLanguage } from '../i18n/locale.js';
import { Link } from '../router/location.js';
import type { Route } from '../router/routes.js';
import { ActingUnit } from './acting-unit.js';
import { signInHere } from './sign-in-here.js';
import { chooseTheme, THEMES, useTheme } from './theme.js';

/** What stands around every page. */

const PARTS = [
  { name: 'desk' },
  { name: 'plans' },
  { name: 'editor', mode: 'new', plan: null },
  { name: 'audit', view: 'events' },
  { name: 'system', view: 'now' },
] as const;
/** Parts that are shown to those alone who hold a role, or who act for units: others would find nothing there. */
const FOR_ROLES: Readonly<Record<string, string>> = { audit: 'auditor', system: 'system-administrator' };
const FOR_UNITS: readonly string[] = ['desk', 'editor'];
const LANGUAGES = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
] as const;

/** Which part of the application a route belongs to. */
const partOf = ({ name }: Route): string => (['plan', 'unit-plan', 'item', 'report', 'own-plan'].includes(name) ? 'plans' : name);

export function Shell({ route, children }: { readonly route: Route; readonly children: ReactNode }): ReactNode {
  const online = useOnline();
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('page.skip')}
      </a>
      <Masthead route={route} />
      {!online && (
        <p className="banner" role="status">
          {t('page.offline')}
        </p>
      )}
      <main className="page" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

/** The parts that concern the person. */
function useParts(): readonly (typeof PARTS)[number][] {
  const held = new Set(
    useSession()
      ?.rights.filter(({ state }) => state === 'now')
      .map(({ role }) => role),
  );
  const acts = useActs();
  const isShown = (name: string): boolean => {
    const role = FOR_ROLES[name];
    return FOR_UNITS.includes(name) ? acts : role === undefined || held.has(role);
  };
  return PARTS.filter(({ name }) => isShown(name));
}

function Masthead({ route }: { readonly route: Route }): ReactNode {
  const parts = useParts();
  const acts = useActs();
  return (
    <header className="masthead">
      <div className="masthead-inner">
        <Link className="brand" to={{ name: 'plans' }}>
          <img src="/mark.svg" width="28" height="28" alt="" />
          {t('app.name')}
        </Link>
        <nav className="main-nav" aria-label={t('nav.main')}>
          <ul>
            {parts.map((part) => (
              <li key={part.name}>
                <Link to={part} aria-current={partOf(route) === part.name ? 'page' : undefined}>
                  {t(`nav.${part.name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="masthead-tools">
          {acts && <ActingUnit />}
          <Account />
          <div className="switch" role="group" aria-label={t('page.language')}>
            {LANGUAGES.map(([code, name]) => (
              <button
                key={code}
                type="button"
                lang={code}
                aria-label={`${code.toUpperCase()}: ${name}`}
                aria-pressed={language() === code}
                onClick={() => void useLanguage(code).catch(() => undefined)}
              >
                {code.toUpperCase()}
              </button>
            ))}
          </div>
        </div>
      </div>
    </header>
  );
}

/** Who is signed in, or the way to sign in. */
function Account(): ReactNode {
  const session = useSession();
  if (session === undefined) return null;
  const isIn = session !== null && session.by !== 'door';
  if (!isIn)
    return (
      <a className="account" href={signInHere()}>
        {t('page.signIn')}
      </a>
    );
  return (
    <Link className="account" to={{ name: 'me' }} title={t('page.account')}>
      {session.shownName ?? session.name ?? session.user}
    </Link>
  );
}

const HEALTH = { ok: 'page.ready', degraded: 'page.degraded', failed: 'page.notReady' } as const;
const HEALTH_MS = 60_000;
const LIVE = { told: 'page.live', lost: 'page.liveLost', asking: 'page.liveAsked' } as const;

function Footer(): ReactNode {
  const online = useOnline();
  const heard = useLive();
  const live = online ? heard : 'lost'; // a line that is cut is noticed late
  const health = useAnswer({ queryKey: ['health'], queryFn: askHealth, refetchInterval: HEALTH_MS });
  const state = health.data ?? 'ok';
  const theme = useTheme();
  return (
    <footer className="footer">
      <nav className="row" aria-label={t('page.links')}>
        <a href="/docs">{t('page.apiDocs')}</a>
        <span>
          <a href="/health/ready">{t('page.health')}</a>:{' '}
          <span className="health" data-state={state}>
            {t(HEALTH[state])}
          </span>
        </span>
        <span className="health" data-state={live === 'lost' ? 'degraded' : 'ok'} role="status">
          {t(LIVE[live])}
        </span>
      </nav>
      <div className="switch" role="group" aria-label={t('page.theme')}>
        {THEMES.map((each) => (
          <button key={each} type="button" aria-pressed={theme === each} onClick={() => chooseTheme(each)}>
            {t(`theme.${each}`)}
          </button>
        ))}
      </div>
    </footer>
  );
}

async function askHealth(): Promise<keyof typeof HEALTH> {
  const response = await fetch('/health/ready').catch(() => null);
  if (!response?.ok) return 'failed';
  const { status } = (await response.json()) as { status: string };
  return status === 'degraded' ? 'degraded' : 'ok';
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
