import { getCascade, getProgress, getRules } from '../api.js';
import { element } from '../dom.js';
import { formatLongDate } from '../format.js';
import { language, t } from '../i18n.js';
import { readRoute, VIEWS, writeRoute } from '../route.js';
import { taskTitles } from '../titles.js';
import { cascadeView } from './cascade.js';
import { showInto } from './loading.js';
import { momentChoice } from './moment.js';
import { overview } from './overview.js';
import { rulesView } from './rules.js';

/** @typedef {import('../api.js').PlanView} PlanView */
/** @typedef {import('../route.js').Route} Route */

/**
 * One plan: its head, as a document bears it, the choice of views, and the view.
 * @param {readonly PlanView[]} plans
 * @param {PlanView} plan
 * @param {Route} route
 */
export function planFrame(plans, plan, route) {
  const body = element('div', { class: 'view' });
  const show = () => showInto(body, () => viewOf(plans, plan, readRoute(location.hash)));
  const bar = element(
    'div',
    { class: 'view-bar' },
    viewLinks(plan, route),
    route.view !== 'rules' && momentChoice(() => void show()),
  );
  const frame = element('div', { class: 'plan' }, letterhead(plans, plan), bar, body);
  void show();
  return frame;
}

/** @param {readonly PlanView[]} plans @param {PlanView} plan @param {Route} route @returns {Promise<Node>} */
async function viewOf(plans, plan, route) {
  if (route.view === 'overview') {
    const [progress, titles] = await Promise.all([getProgress(plan.id), taskTitles(plans, plan)]);
    return overview(progress, titles);
  }
  if (route.view === 'rules') return rulesView(await getRules(plan.rules), route.detail);
  return cascadeView({ plans, plan, root: await getCascade(plan.id), unit: route.detail });
}

/** @param {readonly PlanView[]} plans @param {PlanView} plan */
function letterhead(plans, plan) {
  const parent = plans.find(({ id }) => id === plan.parent);
  return element(
    'header',
    { class: 'letterhead' },
    element(
      'div',
      { class: 'letterhead-line' },
      element(
        'div',
        { class: 'letterhead-issuer' },
        element('p', { class: 'issuer' }, plan.issuer.name),
        element('p', { class: 'number' }, t('plan.number', { number: plan.number })),
      ),
      element('p', { class: 'issued' }, formatLongDate(plan.issuedOn, language())),
    ),
    element('h1', {}, element('span', { class: 'document-kind' }, t('plan.kind')), ' ', plan.title),
    element(
      'p',
      { class: 'standing' },
      standing(plan),
      parent && ' · ',
      parent && t('plan.follows'),
      parent && ' ',
      parent && link(parent),
    ),
  );
}

/** A top plan's cascade reaches every unit below; units leave a lower plan for one of their own. @param {PlanView} plan */
function standing({ status, parent, unitPlans }) {
  if (status !== 'cascaded') return t('plan.cascading');
  return t(parent === null ? 'plan.cascaded' : 'plan.following', { count: unitPlans });
}

/** @param {PlanView} plan */
const link = (plan) => element('a', { href: writeRoute({ plan: plan.id, view: 'overview', detail: null }) }, plan.number);

/** @param {PlanView} plan @param {Route} route */
const viewLinks = (plan, route) =>
  element(
    'nav',
    { class: 'views', 'aria-label': t('plan.views') },
    ...VIEWS.map((view) =>
      element(
        'a',
        { href: writeRoute({ plan: plan.id, view, detail: null }), 'aria-current': view === route.view && 'page' },
        t(`view.${view}`),
      ),
    ),
  );
