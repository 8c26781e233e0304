import { draftAddress, getUnitPlan } from '../api.js';
import { compareNames } from '../collate.js';
import { element } from '../dom.js';
import { formatInstant } from '../format.js';
import { t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { openHistory } from './history.js';
import { emptyNotice } from './loading.js';
import { listTable } from './table.js';
import { dateText, kindText, periodText, statusText, tierText, timelinessTag, unitName } from './words.js';

/** @typedef {import('../api.js').PlanView} PlanView */
/** @typedef {import('../api.js').CascadeNode} CascadeNode */
/** @typedef {import('../api.js').UnitPlanView} UnitPlanView */
/** @typedef {UnitPlanView['items'][number]} Item */
/** @typedef {UnitPlanView['reports'][number]} Report */
/** @typedef {UnitPlanView['duties'][number]} Duty */
/**
 * What is known of the cascade around a unit plan: ids get their names from it.
 * @typedef {{plans: readonly PlanView[], plan: PlanView, root: CascadeNode, node: CascadeNode}} Around
 */

/** Everything one unit owes under a plan. @param {Around} around @returns {Promise<Node>} */
export async function unitPlanPanel(around) {
  const { unit, source } = around.node;
  const head = element(
    'div',
    { class: 'panel-head' },
    backToTree(unit.id),
    element('h2', {}, unit.name),
    element('p', { class: 'soft' }, tierText(unit.tier)),
  );
  if (source === null) return element('div', {}, head, emptyNotice(t('unit.noPlan')));
  const unitPlan = await getUnitPlan(around.plan.root, unit.id);
  head.append(origin(around, unitPlan));
  return element('div', {}, head, items(around, unitPlan), reports(unitPlan), duties(around, unitPlan), others(around, unitPlan));
}

/** @param {string} unit */
const backToTree = (unit) =>
  element(
    'button',
    {
      type: 'button',
      class: 'button back',
      onclick: () => document.querySelector(`[data-unit="${CSS.escape(unit)}"]`)?.scrollIntoView({ block: 'center' }),
    },
    t('unit.backToTree'),
  );

/** Whose plan it follows, whether for good, and the way to a plan of its own. @param {Around} around @param {UnitPlanView} unitPlan */
function origin({ plans }, { plan, unit, source, provisional, ownPlan }) {
  const numberOf = (/** @type {string} */ id) => plans.find((each) => each.id === id)?.number ?? id;
  return element(
    'div',
    { class: 'origin' },
    source !== ownPlan && element('p', {}, t(provisional ? 'unit.provisional' : 'unit.follows', { plan: numberOf(source) })),
    ownPlan !== null &&
      element(
        'p',
        {},
        t('unit.own'),
        ': ',
        element('a', { href: writeRoute({ plan: ownPlan, view: 'overview', detail: null }) }, numberOf(ownPlan)),
      ),
    ownPlan === null && element('p', {}, element('a', { href: draftAddress(plan, unit.id), target: '_blank' }, t('unit.draft'))),
  );
}

/** @type {(...args: [title: string, empty: string, ...rest: (Node | false)[]]) => HTMLElement} */
const block = (...[title, empty, ...rest]) => {
  const filled = rest.some((each) => each !== false);
  return element(
    'section',
    { class: 'block' },
    element('h3', {}, title),
    ...rest,
    !filled && element('p', { class: 'soft' }, empty),
  );
};

/** @param {Around} around @param {UnitPlanView} unitPlan */
function items(around, { items: unordered }) {
  const rows = unordered.toSorted((a, b) => compareNames(a.id, b.id));
  /** @type {import('./table.js').Column<Item>[]} */
  const columns = [
    { title: t('column.task'), heads: true, class: 'wide', cell: itemTitle },
    {
      title: t('column.due'),
      class: 'figure',
      cell: ({ due, deadlineKind }) => (due === null ? kindText(deadlineKind) : dateText(due)),
    },
    { title: t('column.state'), cell: standing },
    { title: t('column.history'), cell: (item) => historyButton(around, item) },
  ];
  return block(t('unit.items'), t('unit.itemsEmpty'), rows.length > 0 && listTable(t('unit.items'), columns, rows));
}

/** The state it is in, and how that stands to its deadline. @param {Item | Report} obligation */
const standing = (obligation) =>
  element('span', { class: 'standing-cell' }, statusText(obligation.status), ' ', timelinessTag(obligation));

/** @param {Item} item */
const itemTitle = ({ task, title, period }) =>
  element(
    'span',
    {},
    element('span', { class: 'task-no' }, task),
    ' ',
    title,
    period !== null && element('span', { class: 'soft' }, ` (${periodText(period)})`),
  );

/** @param {Around} around @param {Item} item */
const historyButton = (around, item) =>
  element(
    'button',
    {
      type: 'button',
      class: 'button small',
      'aria-label': t('history.of', { task: item.id }),
      onclick: () => openHistory(around, item),
    },
    t('history.open'),
  );

/** @param {UnitPlanView} unitPlan */
function reports({ reports: rows }) {
  /** @type {import('./table.js').Column<Report>[]} */
  const columns = [
    { title: t('column.period'), heads: true, cell: reportTitle },
    { title: t('column.due'), class: 'figure', cell: ({ due }) => dateText(due) },
    { title: t('column.to'), class: 'wide', cell: routeText },
    { title: t('column.inputs'), cell: inputsText },
    { title: t('column.state'), cell: standing },
  ];
  return block(t('unit.reports'), t('unit.reportsEmpty'), rows.length > 0 && listTable(t('unit.reports'), columns, rows));
}

/** @param {Report} report */
const reportTitle = ({ period, until, consolidated }) =>
  element(
    'span',
    {},
    periodText(/^\d{4}/.test(period) ? period : `${until.slice(0, 4)}-${period}`),
    consolidated && element('span', { class: 'soft' }, ` (${t('unit.consolidated')})`),
  );

/** @param {Report} report */
const routeText = ({ to, via }) => (via === null ? to.name : `${to.name}, ${t('unit.via', { unit: via.name })}`);

/** @param {Report} report */
const inputsText = ({ inputs }) =>
  inputs.expected === 0 ? t('page.none') : t('unit.inputs', { received: inputs.received, expected: inputs.expected });

/** @param {Around} around @param {UnitPlanView} unitPlan */
function duties({ plans }, { duties: rows }) {
  const duty = (/** @type {Duty} */ { due, sendTo, plan, fulfilledAt, timeliness }) =>
    element(
      'li',
      {},
      due === null ? t('time.no-deadline') : `${t('column.due')} ${dateText(due)}`,
      sendTo && `, ${t('unit.sendTo', { unit: sendTo.name })}`,
      ': ',
      plan !== null &&
        element(
          'a',
          { href: writeRoute({ plan, view: 'overview', detail: null }) },
          plans.find(({ id }) => id === plan)?.number ?? plan,
        ),
      plan !== null && ' ',
      fulfilledAt === null ? t('unit.notFulfilled') : t('unit.fulfilled', { time: formatInstant(fulfilledAt) }),
      ' ',
      due !== null && timelinessTag({ timeliness, daysLate: 0 }),
    );
  return block(t('unit.duties'), t('unit.dutiesEmpty'), rows.length > 0 && element('ul', { class: 'lines' }, ...rows.map(duty)));
}

/** Tasks that the unit leads with others, and those it supports. @param {Around} around @param {UnitPlanView} unitPlan */
function others({ root }, { joint, supports }) {
  const line = (/** @type {{task: string, title: string}} */ { task, title }, /** @type {string} */ note = '') =>
    element(
      'li',
      {},
      element('span', { class: 'task-no' }, task),
      ' ',
      title,
      note !== '' && element('span', { class: 'soft' }, ` (${note})`),
    );
  const accountable = (/** @type {string} */ unit) => t('unit.jointWith', { unit: unitName(root, unit) });
  return element(
    'div',
    {},
    joint.length > 0 &&
      block(
        t('unit.joint'),
        '',
        element('ul', { class: 'lines' }, ...joint.map((task) => line(task, accountable(task.accountable)))),
      ),
    supports.length > 0 &&
      block(t('unit.supports'), '', element('ul', { class: 'lines' }, ...supports.map((task) => line(task)))),
  );
}
