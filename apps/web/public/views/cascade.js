import { element, fill, byId } from '../dom.js';
import { number, t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { emptyNotice, showInto } from './loading.js';
import { UnitTree } from './tree.js';
import { unitPlanPanel } from './unit-plan.js';

/** @typedef {import('../api.js').PlanView} PlanView */
/** @typedef {import('../api.js').CascadeNode} CascadeNode */
/** @typedef {{plans: readonly PlanView[], plan: PlanView, root: CascadeNode, unit: string | null}} Cascade */

const FOUND_AT_MOST = 20;

/** The units of a plan as a tree, and beside it the plan of the one that is chosen. @param {Cascade} cascade */
export function cascadeView(cascade) {
  const panel = element('div', { class: 'panel', id: 'panel', tabindex: '-1' }, emptyNotice(t('cascade.hint')));
  const tree = new UnitTree(cascade.root, {
    label: t('cascade.tree'),
    describe: (node) => description(node),
    choose: (node) => open(cascade, node, panel),
  });
  const chosen = cascade.unit === null ? undefined : tree.node(cascade.unit);
  if (chosen) {
    tree.select(chosen.unit.id);
    show(cascade, chosen, panel);
  }
  return element(
    'div',
    { class: 'cascade' },
    element(
      'section',
      { class: 'unit-column', 'aria-label': t('cascade.tree') },
      search(tree),
      element('p', { class: 'hint keys' }, t('cascade.keys')),
      tree.element,
    ),
    panel,
  );
}

/** @param {Cascade} cascade @param {CascadeNode} node @param {HTMLElement} panel */
function open(cascade, node, panel) {
  history.replaceState(null, '', writeRoute({ plan: cascade.plan.id, view: 'cascade', detail: node.unit.id }));
  show(cascade, node, panel);
  fill(byId('announcer'), t('unit.opened', { unit: node.unit.name }));
  if (panel.getBoundingClientRect().top > innerHeight * 0.7) panel.scrollIntoView({ block: 'start' });
}

/** @param {Cascade} cascade @param {CascadeNode} node @param {HTMLElement} panel */
function show({ plans, plan, root }, node, panel) {
  fill(panel);
  void showInto(panel, () => unitPlanPanel({ plans, plan, root, node }));
}

/** What stands beside a unit's name: how much it holds, what is wrong with it, and whose plan it follows, all in words. @param {CascadeNode} node */
function description({ items, source, provisional, ownPlan }) {
  const said = [
    source === null ? t('cascade.between') : t('cascade.items', { count: items.total }),
    items.overdue > 0 && element('span', { class: 'tag time-overdue' }, t('cascade.overdue', { count: items.overdue })),
    items.late > 0 && element('span', { class: 'tag time-late' }, t('cascade.late', { count: items.late })),
    provisional && element('span', { class: 'tag provisional' }, t('cascade.provisional')),
    ownPlan !== null && element('span', { class: 'tag own' }, t('cascade.own')),
  ];
  const shown = said.filter((each) => each !== false);
  return element('span', { class: 'tree-counts' }, ...shown.flatMap((each) => [' ', each]));
}

/** A field that finds units by name, with the units found below it. @param {UnitTree} tree */
function search(tree) {
  const found = element('ul', { class: 'found' });
  const said = element('p', { class: 'hint', role: 'status' });
  const look = (/** @type {string} */ text) => {
    const nodes = text.trim() === '' ? [] : tree.find(text);
    fill(said, text.trim() !== '' && t('cascade.found', { count: nodes.length }));
    fill(found, ...nodes.slice(0, FOUND_AT_MOST).map((node) => foundUnit(node, tree)));
  };
  const field = element('input', { type: 'search', autocomplete: 'off', oninput: () => look(field.value) });
  return element('div', { class: 'search' }, element('label', {}, element('span', {}, t('cascade.search')), field), said, found);
}

/** @param {CascadeNode} node @param {UnitTree} tree */
const foundUnit = ({ unit, items }, tree) =>
  element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'found-unit', onclick: () => tree.open(unit.id) },
      unit.name,
      ' ',
      element('span', { class: 'soft' }, number(items.total)),
    ),
  );
