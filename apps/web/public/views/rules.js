import { element } from '../dom.js';
import { t } from '../i18n.js';
import { linesOf, markLine } from '../rules-text.js';
import { emptyNotice } from './loading.js';

/**
 * The text of a plan with line numbers; a line named in the address is shown and marked.
 * @param {{hash: string, text: string}} rules
 * @param {string | null} detail number of a line
 */
export function rulesView({ hash, text }, detail) {
  const lines = linesOf(text);
  const named = Number(detail ?? 0);
  const view = element(
    'section',
    { class: 'section rules' },
    element('h2', {}, t('rules.heading')),
    element('p', { class: 'hint' }, `${t('rules.hint')} ${t('rules.lines', { count: lines.length })}.`),
    text.trim() === '' ? emptyNotice(t('page.none')) : source(lines, named),
    element('p', { class: 'hash' }, t('rules.hash'), ': ', element('code', {}, hash)),
  );
  if (named > 0) requestAnimationFrame(() => bringToView(view));
  return view;
}

/** @param {HTMLElement} view */
function bringToView(view) {
  const line = view.querySelector('.line.named');
  if (!(line instanceof HTMLElement)) return;
  line.scrollIntoView({ block: 'center' });
  line.focus({ preventScroll: true });
}

/** @param {readonly string[]} lines @param {number} named */
const source = (lines, named) =>
  element('pre', { class: 'source' }, element('code', {}, ...lines.map((line, index) => sourceLine(line, index + 1, named))));

/** @param {string} line @param {number} no @param {number} named */
function sourceLine(line, no, named) {
  const isNamed = no === named;
  return element(
    'span',
    {
      class: isNamed ? 'line named' : 'line',
      tabindex: isNamed && '-1',
      'data-line': no,
      'aria-label': isNamed && t('rules.line', { line: String(no) }),
    },
    ...markLine(line).map(({ mark, text }) => (mark === 'plain' ? text : element('span', { class: `mark-${mark}` }, text))),
    '\n',
  );
}
