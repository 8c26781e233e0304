/** Addresses of the application. Pure. */

export const PLAN_VIEWS = ['overview', 'cascade', 'tasks', 'reports', 'late', 'items', 'rules'] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];

/** How a text that is written came about: from nothing, to change parts of a plan, or to take the place of one. */
export const EDITOR_MODES = ['new', 'amend', 'replace'] as const;
export type EditorMode = (typeof EDITOR_MODES)[number];

export const AUDIT_VIEWS = ['events', 'time', 'compare', 'what-if', 'verify'] as const;
export type AuditView = (typeof AUDIT_VIEWS)[number];
export const SYSTEM_VIEWS = ['now', 'organisation', 'calendars', 'people'] as const;
export type SystemView = (typeof SYSTEM_VIEWS)[number];

export type Route =
  | { readonly name: 'desk' }
  /** What is one's own: roles to lend, sessions. */
  | { readonly name: 'me' }
  | { readonly name: 'plans' }
  | { readonly name: 'plan'; readonly plan: string; readonly view: PlanView }
  | { readonly name: 'unit-plan'; readonly plan: string; readonly unit: string }
  | { readonly name: 'item'; readonly plan: string; readonly unit: string; readonly item: string }
  | { readonly name: 'report'; readonly plan: string; readonly unit: string; readonly report: string }
  | { readonly name: 'own-plan'; readonly plan: string; readonly unit: string }
  /** `plan` is null for a new one. */
  | { readonly name: 'editor'; readonly mode: EditorMode; readonly plan: string | null }
  | { readonly name: 'audit'; readonly view: AuditView }
  | { readonly name: 'system'; readonly view: SystemView }
  | { readonly name: 'unknown' };

/** First parts of addresses that the server answers with the application. Told there too: `apps/api/src/http/web-files.ts`. */
export const FIRST_PARTS = ['audit', 'desk', 'editor', 'me', 'plans', 'system'] as const;

/** What an address leads to. */
export function readRoute(pathname: string): Route {
  const [first = '', ...rest] = pathname.split('/').filter(Boolean).map(decode);
  if (first === '' || first === 'plans') return planRoute(rest);
  if (rest.length === 0 && (first === 'desk' || first === 'me')) return { name: first };
  if (first === 'editor') return editorRoute(rest);
  if (first === 'audit') return viewRoute(rest, AUDIT_VIEWS, (view) => ({ name: 'audit', view }));
  if (first === 'system') return viewRoute(rest, SYSTEM_VIEWS, (view) => ({ name: 'system', view }));
  return { name: 'unknown' };
}

/** A part of the application with views side by side, of which the first has the shortest address. */
function viewRoute<V extends string>(rest: readonly string[], views: readonly V[], routeOf: (view: V) => Route): Route {
  const [named = views[0], ...more] = rest;
  const view = views.find((each) => each === named);
  return view !== undefined && more.length === 0 ? routeOf(view) : { name: 'unknown' };
}

function editorRoute([mode, plan, ...more]: readonly string[]): Route {
  if (mode === undefined) return { name: 'editor', mode: 'new', plan: null };
  const known = EDITOR_MODES.find((each) => each === mode && each !== 'new');
  return known && plan !== undefined && more.length === 0 ? { name: 'editor', mode: known, plan } : { name: 'unknown' };
}

function planRoute([plan, view, unit, part, id]: readonly string[]): Route {
  if (plan === undefined) return { name: 'plans' };
  if (view !== 'units') {
    const known = PLAN_VIEWS.find((each) => each === (view ?? 'overview'));
    return known && unit === undefined ? { name: 'plan', plan, view: known } : { name: 'unknown' };
  }
  if (unit === undefined) return { name: 'unknown' };
  if (part === undefined) return { name: 'unit-plan', plan, unit };
  if (part === 'own-plan') return { name: 'own-plan', plan, unit };
  if (part === 'items' && id !== undefined) return { name: 'item', plan, unit, item: id };
  if (part === 'reports' && id !== undefined) return { name: 'report', plan, unit, report: id };
  return { name: 'unknown' };
}

/** The address of a route, without a query. */
export function writeRoute(route: Route): string {
  return `/${partsOf(route).map(encodeURIComponent).join('/')}`;
}

const editorParts = ({ mode, plan }: Extract<Route, { readonly name: 'editor' }>): readonly string[] =>
  plan === null ? ['editor'] : ['editor', mode, plan];
const planParts = ({ plan, view }: Extract<Route, { readonly name: 'plan' }>): readonly string[] =>
  view === 'overview' ? ['plans', plan] : ['plans', plan, view];

/** The first view of a part needs no name. */
const viewParts = ({ name, view }: Extract<Route, { readonly name: 'audit' | 'system' }>): readonly string[] =>
  view === AUDIT_VIEWS[0] || view === SYSTEM_VIEWS[0] ? [name] : [name, view];

function partsOf(route: Route): readonly string[] {
  switch (route.name) {
    case 'plan':
      return planParts(route);
    case 'unit-plan':
      return ['plans', route.plan, 'units', route.unit];
    case 'own-plan':
      return ['plans', route.plan, 'units', route.unit, 'own-plan'];
    case 'item':
      return ['plans', route.plan, 'units', route.unit, 'items', route.item];
    case 'report':
      return ['plans', route.plan, 'units', route.unit, 'reports', route.report];
    case 'editor':
      return editorParts(route);
    case 'audit':
    case 'system':
      return viewParts(route);
    case 'unknown':
      return [];
    default:
      return [route.name];
  }
}

/** A broken escape is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
