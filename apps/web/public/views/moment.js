import { judgedFor, judgeFor } from '../api.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';

/** The day for which lateness is judged: now, or a day that is chosen. @param {() => void} again shows the page anew */
export function momentChoice(again) {
  const chosen = judgedFor();
  const use = (/** @type {string | null} */ day) => {
    judgeFor(day);
    again();
  };
  const field = element('input', { type: 'date', value: chosen ?? '', onchange: () => field.value !== '' && use(field.value) });
  return element(
    'div',
    { class: 'moment' },
    element('label', { title: t('moment.hint') }, element('span', {}, t('moment.label')), field),
    chosen !== null && element('button', { type: 'button', class: 'button', onclick: () => use(null) }, t('moment.now')),
  );
}
