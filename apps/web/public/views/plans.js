import { compareNames } from '../collate.js';
import { element } from '../dom.js';
import { formatDate } from '../format.js';
import { t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { emptyPage } from './loading.js';

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
    below.length > 0 && lowerPlans(plan, below, { plans, chosen }),
  );
}

/**
 * Plans that carry out another one, folded away unless the chosen plan is among them or there is room for them.
 * @param {PlanView} plan
 * @param {readonly PlanView[]} below
 * @param {{plans: readonly PlanView[], chosen: string | null}} list
 */
function lowerPlans(plan, below, { plans, chosen }) {
  const open = leadsTo(chosen, plan.id, plans) || (plan.parent === null && matchMedia('(min-width: 64rem)').matches);
  return element(
    'details',
    { class: 'plans-below', open },
    element('summary', {}, t('plans.below', { count: below.length })),
    element('ul', { class: 'plan-list' }, ...below.map((lower) => entry(lower, plans, chosen))),
  );
}

/** Whether a plan stands somewhere below another. @type {(...args: [lower: string | null, upper: string, plans: readonly PlanView[]]) => boolean} */
function leadsTo(...[lower, upper, plans]) {
  const parent = plans.find(({ id }) => id === lower)?.parent ?? null;
  return parent !== null && (parent === upper || leadsTo(parent, upper, plans));
}

export const noPlans = () => emptyPage(t('plans.empty'), t('plans.emptyHint'));

export const unknownPlan = () => emptyPage(t('plans.unknown'), t('plans.unknownHint'));
