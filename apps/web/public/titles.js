import { getRules } from './api.js';

/** @typedef {import('./api.js').PlanView} PlanView */

/**
 * Titles of the tasks of a whole cascade, by the numbers under which items name them: those of a lower plan bear its number
 * before them. Where a rules text cannot be had, its tasks go without titles.
 * @param {readonly PlanView[]} plans
 * @param {PlanView} plan any plan of the cascade
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function taskTitles(plans, plan) {
  const cascade = plans.filter(({ root }) => root === plan.root);
  const found = await Promise.all(cascade.map((each) => titlesOf(each).catch(() => [])));
  return new Map(found.flat());
}

/** @param {PlanView} plan @returns {Promise<[string, string][]>} */
async function titlesOf({ number, parent, rules: hash }) {
  const { rules } = await getRules(hash);
  return rules.tasks.map(({ no, title }) => [parent === null ? no : `${number}:${no}`, title]);
}
