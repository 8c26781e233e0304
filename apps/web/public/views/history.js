import { getItemHistory } from '../api.js';
import { element } from '../dom.js';
import { detailsOf, readRule } from '../event-words.js';
import { formatInstant } from '../format.js';
import { hasText, t } from '../i18n.js';
import { writeRoute } from '../route.js';
import { emptyNotice, showInto } from './loading.js';
import { stepText, unitName } from './words.js';

/** @typedef {import('./unit-plan.js').Around} Around */
/** @typedef {import('./unit-plan.js').Item} Item */
/** @typedef {import('../api.js').HistoryEntry} HistoryEntry */
/** @typedef {NonNullable<HistoryEntry['rule']>} RuleLine */

/** Shows everything that happened to an item, with the rules behind it, above the page. @param {Around} around @param {Item} item */
export function openHistory(around, item) {
  const body = element('div', { class: 'history' });
  const heading = element('h2', { id: 'history-heading' }, t('history.of', { task: item.id }));
  const close = element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('page.close'));
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'history-heading' },
    element('div', { class: 'dialog-head' }, heading, close),
    element('p', {}, `${item.title}. ${item.unit.name}.`),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    const onLink = event.target instanceof HTMLAnchorElement;
    if (event.target === dialog || onLink) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  void showInto(body, async () => entries(around, await getItemHistory(item.plan, item.unit.id, item.id)));
}

/** @param {Around} around @param {readonly HistoryEntry[]} history */
const entries = (around, history) =>
  history.length === 0
    ? emptyNotice(t('history.empty'))
    : element('ol', { class: 'events' }, ...history.map((entry) => event(around, entry)));

/** @param {Around} around @param {HistoryEntry} entry */
function event({ root, plans }, entry) {
  const name = (/** @type {string} */ unit) => unitName(root, unit);
  return element(
    'li',
    { class: entry.actor === null ? 'event by-engine' : 'event' },
    element('p', { class: 'event-time' }, element('time', { datetime: entry.at }, formatInstant(entry.at))),
    element(
      'div',
      {},
      element('p', { class: 'event-name' }, hasText(`event.${entry.type}`) ? t(`event.${entry.type}`) : entry.type),
      ...detailsOf(entry).map((detail) => element('p', {}, sentence(detail, name))),
      element('p', { class: 'soft' }, entry.actor === null ? t('history.engine') : t('history.by', { unit: name(entry.actor) })),
      ...[entry.rule, entry.task].map((rule) => rule && ruleLine(rule, plans)),
      element('p', { class: 'soft' }, t('history.position', { count: entry.position })),
    ),
  );
}

/** @param {import('../event-words.js').Detail} detail @param {(unit: string) => string} name */
function sentence({ key, args }, name) {
  const said = Object.entries(args).map(([slot, value]) => {
    if (typeof value === 'string') return [slot, value];
    return [slot, 'unit' in value ? name(value.unit) : t('detail.undated')];
  });
  return t(key, Object.fromEntries(said));
}

/** The rule behind an event, its place as a link, and the line itself. @param {RuleLine} rule @param {Around['plans']} plans */
function ruleLine({ rules, rule, place, line }, plans) {
  const plan = plans.find((each) => each.rules === rules);
  const label = place && t('history.line', { line: String(place.line), plan: plan?.number ?? rules.slice(0, 12) });
  const href = plan && place && writeRoute({ plan: plan.id, view: 'rules', detail: String(place.line) });
  return element(
    'div',
    { class: 'rule' },
    element(
      'p',
      {},
      t('history.rule', { rule: ruleText(rule) }),
      label && ' (',
      href ? element('a', { href }, label) : label,
      label && ')',
    ),
    line !== null && line.trim() !== '' && element('code', { class: 'rule-line' }, line.trim()),
  );
}

/** @param {string} rule */
function ruleText(rule) {
  const { kind, name } = readRule(rule);
  if (kind === 'other') return name;
  return t(`rule.${kind}`, kind === 'step' ? { step: stepText(name) } : { no: name });
}
