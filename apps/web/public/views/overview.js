import { compareTiers } from '../collate.js';
import { element } from '../dom.js';
import { compareSteps, formatInstant, onTimeShare } from '../format.js';
import { number, t } from '../i18n.js';
import { countsTable, legend } from './bars.js';
import { lateList } from './late.js';
import { emptyNotice } from './loading.js';
import { stepText } from './words.js';

/** @typedef {import('../api.js').Progress} Progress */

/**
 * How far a plan has come.
 * @param {Progress} progress
 * @param {ReadonlyMap<string, string>} titles of tasks
 */
export function overview(progress, titles) {
  return element(
    'div',
    { class: 'overview' },
    keyFigures(progress),
    tierSection(progress, 'items'),
    tierSection(progress, 'reports'),
    escalations(progress),
    lateList(progress, titles),
    element('p', { class: 'as-of' }, t('moment.judged', { time: formatInstant(progress.asOf) })),
  );
}

/** @param {Progress} progress */
function keyFigures({ items, reports, byTier }) {
  const share = onTimeShare(items);
  const due = items.onTime + items.late + items.overdue;
  const units = Object.values(byTier).reduce((sum, { unitPlans }) => sum + unitPlans, 0);
  const shareOf = t('overview.shareOf', { onTime: items.onTime, due });
  return element(
    'section',
    { class: 'figures', 'aria-label': t('overview.figures') },
    figure(share === null ? '–' : `${share}%`, t('overview.share'), share === null ? t('overview.noneDue') : shareOf),
    figure(number(items.overdue), t('overview.overdue'), t('overview.alsoLate', { count: items.late }), items.overdue > 0),
    figure(number(reports.onTime + reports.late), t('overview.reports'), t('overview.reportsOf', { total: reports.total })),
    figure(number(units), t('overview.units'), t('overview.unitsOf', { count: items.total })),
  );
}

/** @type {(...args: [value: string, label: string, note: string, alarming?: boolean]) => HTMLElement} */
const figure = (...[value, label, note, alarming]) =>
  element(
    'div',
    { class: alarming ? 'key-figure alarming' : 'key-figure' },
    element('p', { class: 'key-value' }, value),
    element('p', { class: 'key-label' }, label),
    element('p', { class: 'key-note' }, note),
  );

/** @param {Progress} progress @param {'items' | 'reports'} what */
function tierSection(progress, what) {
  const title = t(what === 'items' ? 'overview.items' : 'overview.reportsByTier');
  const tiers = Object.entries(progress.byTier).toSorted(([a], [b]) => compareTiers(a, b));
  const rows = tiers.map(([tier, { unitPlans, [what]: counts }]) => ({ tier, unitPlans, counts }));
  return element(
    'section',
    { class: 'section' },
    element('h2', {}, title),
    what === 'items' && element('p', { class: 'hint' }, t('overview.itemsHint')),
    what === 'items' && legend(),
    countsTable(title, rows, progress[what]),
  );
}

/** @param {Progress} progress */
function escalations({ escalations: counts }) {
  const steps = Object.entries(counts).toSorted(([a], [b]) => compareSteps(a, b));
  return element(
    'section',
    { class: 'section' },
    element('h2', {}, t('overview.escalations')),
    steps.length === 0
      ? emptyNotice(t('overview.escalationsEmpty'))
      : element('dl', { class: 'steps' }, ...steps.map(([step, count]) => stepEntry(step, count))),
  );
}

/** @param {string} step @param {number} count */
const stepEntry = (step, count) =>
  element('div', { class: 'step' }, element('dt', {}, stepText(step)), element('dd', {}, t('step.times', { count })));
