import { forget, Problem } from '../api.js';
import { element, fill } from '../dom.js';
import { t } from '../i18n.js';

/** Waiting, failing and having nothing to show: the three states of every place that asks the server. */

/** @type {WeakMap<Element, number>} */
const turns = new WeakMap();

/**
 * Shows what a question gives in a place: a word while it waits, the fault and a way to try again where it fails. A newer
 * question for the same place makes an older answer void.
 * @param {HTMLElement} place
 * @param {() => Promise<Node>} question
 */
export async function showInto(place, question) {
  const turn = (turns.get(place) ?? 0) + 1;
  turns.set(place, turn);
  place.setAttribute('aria-busy', 'true');
  if (place.childElementCount === 0) fill(place, element('p', { class: 'notice waiting' }, t('load.busy')));
  const shown = await question().catch((fault) => faultNotice(place, fault, () => retry(place, question)));
  if (turns.get(place) !== turn) return;
  place.removeAttribute('aria-busy');
  fill(place, shown);
}

/** @param {HTMLElement} place @param {() => Promise<Node>} question */
function retry(place, question) {
  forget();
  return showInto(place, question);
}

/** @type {(...args: [place: HTMLElement, fault: unknown, again: () => void]) => HTMLElement} */
function faultNotice(...[place, fault, again]) {
  if (!(fault instanceof Problem)) console.error(fault);
  return element(
    'div',
    { class: 'notice fault', role: 'alert' },
    element(place.id === 'main' ? 'h1' : 'h2', {}, t('load.failed')),
    element('p', {}, reasonOf(fault)),
    fault instanceof Problem && fault.mend !== '' && element('p', {}, fault.mend),
    element('button', { type: 'button', class: 'button', onclick: again }, t('load.retry')),
  );
}

/** @param {unknown} fault */
function reasonOf(fault) {
  if (!(fault instanceof Problem)) return String(fault);
  if (fault.status === 0) return t('load.offline');
  return fault.message || t('load.refused', { status: String(fault.status) });
}

/** @param {string} text */
export const emptyNotice = (text) => element('div', { class: 'notice empty' }, element('p', { class: 'empty-text' }, text));

/** In the place of the whole page. @param {string} text @param {string} hint */
export const emptyPage = (text, hint) =>
  element('div', { class: 'notice empty' }, element('h1', {}, text), element('p', {}, hint));
