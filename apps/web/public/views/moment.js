import { judgedFor, judgeFor } from '../api.js';
import { element, fill } from '../dom.js';
import { formatDate, readDate } from '../format.js';
import { t } from '../i18n.js';

/**
 * The day for which lateness is judged: now, or a day that is written as all dates of the page are (the browser's own date
 * field would write it in the browser's language).
 * @param {() => void} again judges anew
 */
export function momentChoice(again) {
  const chosen = judgedFor();
  const fault = element('span', { class: 'moment-fault', id: 'moment-fault', role: 'alert' });
  const field = element('input', {
    type: 'text',
    inputmode: 'numeric',
    placeholder: t('moment.now'),
    autocomplete: 'off',
    'aria-describedby': 'moment-fault',
    value: chosen === null ? '' : formatDate(chosen),
    onchange: () => take(field.value),
  });
  const now = element(
    'button',
    { type: 'button', class: 'button', hidden: chosen === null, onclick: () => useNow() },
    t('moment.now'),
  );
  const take = (/** @type {string} */ text) => {
    const day = readDate(text);
    const wrong = day === null && text.trim() !== '';
    field.setAttribute('aria-invalid', String(wrong));
    fill(fault, wrong && t('moment.wrong'));
    if (wrong) return;
    field.value = day === null ? '' : formatDate(day);
    judgeFor(day);
    now.hidden = day === null;
    again();
  };
  const useNow = () => {
    field.focus();
    take('');
  };
  const label = element('label', { title: t('moment.hint') }, element('span', {}, t('moment.label')), field);
  return element('div', { class: 'moment' }, label, now, fault);
}
