import { forget, getPlans } from './api.js';
import { byId, element, fill } from './dom.js';
import { language, t, useLanguage } from './i18n.js';
import { readRoute } from './route.js';
import { showFooter } from './views/footer.js';
import { showInto } from './views/loading.js';
import { planFrame } from './views/plan.js';
import { noPlans, planList, unknownPlan } from './views/plans.js';

/** The page: what stands in the address is shown. */

const LANGUAGES = /** @type {const} */ ([
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
]);

function showHead() {
  document.documentElement.lang = language();
  document.title = t('page.title');
  fill(byId('skip'), t('page.skip'));
  fill(byId('tagline'), t('page.tagline'));
  const group = byId('languages');
  group.setAttribute('aria-label', t('page.language'));
  const button = (/** @type {typeof LANGUAGES[number]} */ [code, name]) =>
    element(
      'button',
      { type: 'button', lang: code, 'aria-pressed': String(code === language()), onclick: () => speak(code) },
      name,
    );
  fill(group, ...LANGUAGES.map(button));
}

/** @param {'vi' | 'en'} next */
function speak(next) {
  if (next === language()) return;
  useLanguage(next);
  showPage();
  const pressed = byId('languages').querySelector('[aria-pressed="true"]');
  if (pressed instanceof HTMLElement) pressed.focus();
}

/** Shows what the address names; a plan that it does not name is the first one. */
async function showPlan() {
  const route = readRoute(location.hash);
  await showInto(byId('main'), async () => {
    const plans = await getPlans();
    const chosen = route.plan === null ? plans.find(({ parent }) => parent === null) : plans.find(({ id }) => id === route.plan);
    const list = byId('plans');
    list.setAttribute('aria-label', t('plans.heading'));
    fill(list, ...(plans.length === 0 ? [] : planList(plans, chosen?.id ?? null)));
    if (!chosen) return plans.length === 0 ? noPlans() : unknownPlan();
    document.title = `${chosen.number} · ${t('page.title')}`;
    return planFrame(plans, chosen, route);
  });
}

function showPage() {
  showHead();
  showFooter(byId('footer'), () => void refresh());
  return showPlan();
}

async function refresh() {
  forget();
  await showPage();
  const again = byId('footer').querySelector('button');
  if (again instanceof HTMLElement) again.focus();
}

/** Goes where the address leads; a link that is still there keeps the focus. */
async function follow() {
  if (location.hash === '#main') return;
  const href = document.activeElement?.getAttribute('href');
  scrollTo(0, 0);
  await showPlan();
  const link = href ? document.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
  if (link instanceof HTMLElement && document.activeElement === document.body) link.focus({ preventScroll: true });
}

addEventListener('hashchange', () => void follow());

byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});

void showPage();
