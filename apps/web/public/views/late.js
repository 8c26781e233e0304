import { element, fill } from '../dom.js';
import { formatDate } from '../format.js';
import { t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { emptyNotice } from './loading.js';
import { listTable } from './table.js';

/** @typedef {import('../api.js').Progress} Progress */
/** @typedef {Progress['late'][number]} Late */

const PAGE = 15;

const CHOICES = /** @type {const} */ (['All', 'Open', 'Done']);

/**
 * Who is late with what, the latest first.
 * @param {Progress} progress
 * @param {ReadonlyMap<string, string>} titles
 */
export function lateList(progress, titles) {
  const heading = element('h2', { id: 'late-heading' }, t('overview.late'));
  const section = element('section', { class: 'section', 'aria-labelledby': 'late-heading' }, heading);
  if (progress.late.length === 0) section.append(emptyNotice(t('overview.lateEmpty')));
  else section.append(...chooser(progress, titles));
  return section;
}

/** @param {Progress} progress @param {ReadonlyMap<string, string>} titles @returns {Node[]} */
function chooser(progress, titles) {
  const rows = {
    All: progress.late,
    Open: progress.late.filter(({ done }) => !done),
    Done: progress.late.filter(({ done }) => done),
  };
  const place = element('div', {});
  const show = (/** @type {typeof CHOICES[number]} */ choice) =>
    fill(place, ...pages((some) => lateTable(progress.plan.id, titles, some), rows[choice]));
  show('All');
  const total = progress.items.late + progress.items.overdue;
  const partial = progress.late.length < total;
  const radio = (/** @type {typeof CHOICES[number]} */ choice) =>
    element(
      'label',
      { class: 'choice' },
      element('input', { type: 'radio', name: 'late', checked: choice === 'All', onchange: () => show(choice) }),
      t(`overview.late${choice}`, { count: rows[choice].length }),
    );
  return [
    element('fieldset', { class: 'choices' }, element('legend', {}, t('overview.lateShow')), ...CHOICES.map(radio)),
    ...(partial ? [element('p', { class: 'hint' }, t('overview.lateOf', { shown: progress.late.length, total }))] : []),
    place,
  ];
}

/**
 * The first rows, and a button for as many more.
 * @param {(rows: readonly Late[]) => HTMLTableElement} tableOf
 * @param {readonly Late[]} rows
 * @returns {Node[]}
 */
function pages(tableOf, rows) {
  if (rows.length === 0) return [emptyNotice(t('overview.lateEmpty'))];
  const first = tableOf(rows.slice(0, PAGE));
  const body = first.tBodies[0];
  let shown = PAGE;
  const rest = () => Math.min(PAGE, rows.length - shown);
  const more = element('button', { type: 'button', class: 'button', onclick: () => grow() }, t('page.more', { count: rest() }));
  const grow = () => {
    const next = tableOf(rows.slice(shown, shown + PAGE)).tBodies[0];
    if (body && next) body.append(...next.rows);
    shown += PAGE;
    if (shown >= rows.length) more.remove();
    else fill(more, t('page.more', { count: rest() }));
  };
  return rows.length > PAGE ? [first, more] : [first];
}

/** @type {(...args: [plan: string, titles: ReadonlyMap<string, string>, rows: readonly Late[]]) => HTMLTableElement} */
const lateTable = (...[plan, titles, rows]) =>
  listTable(
    t('overview.late'),
    [
      {
        title: t('column.unit'),
        heads: true,
        cell: ({ unit }) => element('a', { href: writeRoute({ plan, view: 'cascade', detail: unit.id }) }, unit.name),
      },
      { title: t('column.task'), class: 'wide', cell: ({ task }) => taskText(task, titles.get(task)) },
      { title: t('column.due'), class: 'figure', cell: ({ due }) => formatDate(due) },
      { title: t('column.days'), class: 'figure', cell: ({ daysLate }) => t('days.count', { count: daysLate }) },
      { title: t('column.state'), cell: ({ done }) => standingTag(done) },
    ],
    rows,
  );

/** @param {string} task @param {string | undefined} title */
const taskText = (task, title) => element('span', {}, element('span', { class: 'task-no' }, task), title && ` ${title}`);

/** @param {boolean} done */
const standingTag = (done) =>
  element('span', { class: `tag time-${done ? 'late' : 'overdue'}` }, t(done ? 'time.late' : 'time.overdue'));
