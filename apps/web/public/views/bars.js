import { element } from '../dom.js';
import { number, t } from '../i18n.js';
import { tierText } from './words.js';

/** @typedef {import('../../../../libs/contracts/src/views.js').Counts} Counts */

/** The four ways in which an obligation can stand, in the order in which bars and tables show them. */
export const STANDINGS = /** @type {const} */ (['onTime', 'late', 'overdue', 'open']);

/**
 * A bar of the four shares. It says nothing that the numbers beside it do not say, so screen readers pass it by.
 * @param {Counts} counts
 */
export function bar(counts) {
  const made = element('span', { class: 'bar', 'aria-hidden': 'true' });
  for (const standing of STANDINGS) {
    if (counts[standing] === 0) continue;
    const part = element('span', { class: `bar-part ${standing}` });
    part.style.flexGrow = String(counts[standing]);
    made.append(part);
  }
  return made;
}

/** What the colours and patterns of the bars mean. */
export const legend = () =>
  element(
    'ul',
    { class: 'legend' },
    ...STANDINGS.map((standing) =>
      element('li', {}, element('span', { class: `swatch ${standing}`, 'aria-hidden': 'true' }), t(`counts.${standing}`)),
    ),
  );

/**
 * Bars with their numbers: one row for each group, the whole last where there are several.
 * @param {string} title
 * @param {readonly {tier: string, unitPlans: number, counts: Counts}[]} rows
 * @param {Counts} whole
 */
export function countsTable(title, rows, whole) {
  const units = rows.reduce((sum, { unitPlans }) => sum + unitPlans, 0);
  const heads = ['tier', 'bar', 'units', 'total', ...STANDINGS];
  return element(
    'table',
    { class: 'counts', role: 'table' },
    element('caption', { class: 'unseen' }, title),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        ...heads.map((head) => element('th', { scope: 'col', role: 'columnheader' }, headText(head))),
      ),
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      ...rows.map(({ tier, unitPlans, counts }) => countsRow(tierText(tier), unitPlans, counts)),
      rows.length > 1 && countsRow(t('counts.all'), units, whole),
    ),
  );
}

/** @param {string} head */
const headText = (head) => element('span', { class: `head-${head}` }, t(`counts.${head}`));

/** @param {string} name @param {number} unitPlans @param {Counts} counts */
function countsRow(name, unitPlans, counts) {
  const cell = (/** @type {string} */ key, /** @type {number} */ value) =>
    element(
      'td',
      { class: `figure ${key} ${value === 0 ? 'zero' : ''}`, role: 'cell', 'data-label': t(`counts.${key}`) },
      number(value),
    );
  return element(
    'tr',
    { role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, name),
    element('td', { class: 'bar-cell', role: 'cell' }, bar(counts)),
    cell('units', unitPlans),
    cell('total', counts.total),
    ...STANDINGS.map((standing) => cell(standing, counts[standing])),
  );
}
