import { compareNames } from '../collate.js';
import { element } from '../dom.js';
import { formatDate } from '../format.js';
import { t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { emptyNotice } from './loading.js';

/** @typedef {import('../api.js').PlanView} PlanView */

/**
 * The issued plans: top plans, the newest first, each with the lower plans that carry it out.
 * @param {readonly PlanView[]} plans
 * @param {string | null} chosen
 * @returns {Node[]}
 */
export function planList(plans, chosen) {
  const known = new Set(plans.map(({ id }) => id));
  const tops = plans.filter(({ parent }) => parent === null || !known.has(parent));
  const newestFirst = tops.toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : Number(a.issuedOn > b.issuedOn) * -1));
  return [
    element('h2', { class: 'plans-heading' }, t('plans.heading')),
    element('ul', { class: 'plan-list' }, ...newestFirst.map((plan) => entry(plan, plans, chosen))),
  ];
}

/** @param {PlanView} plan @param {readonly PlanView[]} plans @param {string | null} chosen @returns {HTMLElement} */
function entry(plan, plans, chosen) {
  const below = plans
    .filter(({ parent }) => parent === plan.id)
    .toSorted((a, b) => compareNames(a.issuer.name, b.issuer.name) || compareNames(a.number, b.number));
  return element(
    'li',
    {},
    element(
      'a',
      {
        class: 'plan-link',
        href: writeRoute({ plan: plan.id, view: 'overview', detail: null }),
        'aria-current': plan.id === chosen && 'page',
      },
      element('span', { class: 'plan-number' }, plan.number),
      element('span', { class: 'plan-issuer' }, plan.issuer.name),
      element('span', { class: 'plan-date' }, formatDate(plan.issuedOn)),
    ),
    below.length > 0 &&
      element(
        'ul',
        { class: 'plan-list plans-below', 'aria-label': t('plans.below') },
        ...below.map((lower) => entry(lower, plans, chosen)),
      ),
  );
}

export const noPlans = () => emptyNotice(t('plans.empty'), t('plans.emptyHint'));

export const unknownPlan = () => emptyNotice(t('plans.unknown'), t('plans.unknownHint'));
