/** Asks the server. Answers are kept until {@link forget}, so that going back costs nothing. */
import { language } from './i18n.js';

/** @typedef {import('../../../libs/contracts/src/views.js').PlanView} PlanView */
/** @typedef {import('../../../libs/contracts/src/views.js').Progress} Progress */
/** @typedef {import('../../../libs/contracts/src/views.js').CascadeNode} CascadeNode */
/** @typedef {import('../../../libs/contracts/src/views.js').UnitPlanView} UnitPlanView */
/** @typedef {import('../../../libs/contracts/src/views.js').EventView} EventView */
/** @typedef {{rules: string, rule: string, place: {line: number} | null, line: string | null}} RuleLine a rule, and its line of the text */
/** @typedef {EventView & {rule: RuleLine | null, task: RuleLine | null}} HistoryEntry */

/** What the server said no with, or that it did not answer at all (status 0). */
export class Problem extends Error {
  /** @param {number} status @param {{detail?: string, mend?: Record<string, string>, messages?: Record<string, string>}} body */
  constructor(status, body) {
    super(body.messages?.[language()] ?? body.detail ?? '');
    this.status = status;
    this.mend = body.mend?.[language()] ?? '';
  }
}

/** @type {Map<string, Promise<any>>} */
const answers = new Map();

/** Drops all kept answers: the next question goes to the server. */
export const forget = () => answers.clear();

/**
 * @param {string} path
 * @param {'json' | 'text'} [as]
 * @returns {Promise<any>}
 * @throws {Problem}
 */
function get(path, as = 'json') {
  const kept = answers.get(path);
  if (kept) return kept;
  const answer = ask(path, as);
  answers.set(path, answer);
  answer.catch(() => answers.delete(path));
  return answer;
}

/** @param {string} path @param {'json' | 'text'} as */
async function ask(path, as) {
  const response = await fetch(path, { headers: { 'accept-language': language() } }).catch(() => null);
  if (!response) throw new Problem(0, {});
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  return response[as]();
}

/** @param {TemplateStringsArray} parts @param {...string} values */
const path = (parts, ...values) =>
  `/api/v1${parts[0]}${values.map((value, index) => encodeURIComponent(value) + parts[index + 1]).join('')}`;

/** @type {string | null} */
let asOf = /^\d{4}-\d{2}-\d{2}$/.exec(new URL(location.href).searchParams.get('asOf') ?? '')?.[0] ?? null;

/** The day that lateness is judged for; null for now. */
export const judgedFor = () => asOf;

/** Judges lateness for another day. What has happened stays as it is. @param {string | null} day `YYYY-MM-DD` */
export function judgeFor(day) {
  asOf = day;
  const address = new URL(location.href);
  if (day === null) address.searchParams.delete('asOf');
  else address.searchParams.set('asOf', day);
  history.replaceState(null, '', address);
}

/** @param {string} question */
const judged = (question) => (asOf === null ? question : `${question}?asOf=${encodeURIComponent(asOf)}`);

const PAGE = 200;

/** Every page of a list. @param {string} list */
async function all(list) {
  const found = [];
  let after = '';
  do {
    const page = await get(`${list}?limit=${PAGE}${after}`);
    found.push(...page.items);
    after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
  } while (after !== '');
  return found;
}

/** @returns {Promise<PlanView[]>} */
export const getPlans = () => all(path`/plans`);

/** @param {string} plan @returns {Promise<Progress>} */
export const getProgress = (plan) => get(judged(path`/plans/${plan}/progress`));

/** @param {string} plan @returns {Promise<CascadeNode>} */
export const getCascade = (plan) => get(judged(path`/plans/${plan}/cascade`));

/** @param {string} plan @param {string} unit @returns {Promise<UnitPlanView>} */
export const getUnitPlan = (plan, unit) => get(judged(path`/plans/${plan}/units/${unit}`));

/** @type {(...place: [plan: string, unit: string, item: string]) => Promise<HistoryEntry[]>} */
export const getItemHistory = async (...[plan, unit, item]) =>
  (await get(path`/plans/${plan}/units/${unit}/items/${item}/history`)).items;

/** @typedef {{hash: string, text: string, rules: {tasks: readonly {no: string, title: string}[]}}} Rules */

/** @param {string} hash @returns {Promise<Rules>} */
export const getRules = (hash) => get(path`/rules/${hash}`);

/** @param {string} plan @param {string} unit */
export const draftAddress = (plan, unit) => `${path`/plans/${plan}/units/${unit}/draft`}?language=${language()}`;

/** Whether the server is ready to work. @returns {Promise<boolean>} */
export const isReady = () =>
  fetch('/health/ready').then(
    ({ ok }) => ok,
    () => false,
  );
