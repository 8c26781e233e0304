import { type AnchorHTMLAttributes, type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';
import { readRoute, type Route, writeRoute } from './routes.js';

/** The address of the page, and ways to change it. */

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Kept from page to page: the day that lateness is judged for. */
const STICKY = ['asOf'] as const;
const CHANGED = 'thac:address';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(CHANGED, listener);
  };
};

const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
const useQueryText = (): string => useSyncExternalStore(subscribe, () => location.search);

export const useRoute = (): Route => readRoute(usePath());

/** What stands behind the `?`. */
export const useQuery = (): URLSearchParams => new URLSearchParams(useQueryText());

/** The address of a route: with what is kept from page to page, and what is given. */
export function hrefOf(route: Route, query: Query = {}): string {
  const here = new URLSearchParams(location.search);
  const kept = Object.fromEntries(STICKY.map((name) => [name, here.get(name)]));
  return `${writeRoute(route)}${queryText({ ...kept, ...query })}`;
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** Goes to an address of the application. */
export function goTo(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const samePage = new URL(href, location.href).pathname === location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  dispatchEvent(new Event(CHANGED));
  if (!samePage) {
    scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}

/** Changes what stands behind the `?`; null takes a name away. */
export function setQuery(change: Query): void {
  const now = Object.fromEntries(new URLSearchParams(location.search));
  goTo(`${location.pathname}${queryText({ ...now, ...change })}`, { replace: true });
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route;
  readonly query?: Query;
  readonly children: ReactNode;
}

/** A link within the application: a real one, so that it opens in a new tab as any other. */
export function Link({ to, query, children, onClick, ...rest }: LinkProps): ReactNode {
  useQueryText(); // what is kept from page to page may have changed
  const href = hrefOf(to, query);
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain || rest.target === '_blank') return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
