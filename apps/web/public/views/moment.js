import { judgedFor, judgeFor } from '../api.js';
import { element } from '../dom.js';
import { t } from '../i18n.js';

/** The day for which lateness is judged: now, or a day that is chosen. @param {() => void} again judges anew */
export function momentChoice(again) {
  const field = element('input', { type: 'date', value: judgedFor() ?? '', onchange: () => use(field.value || null) });
  const now = element(
    'button',
    { type: 'button', class: 'button', hidden: judgedFor() === null, onclick: () => useNow() },
    t('moment.now'),
  );
  const use = (/** @type {string | null} */ day) => {
    judgeFor(day);
    now.hidden = day === null;
    again();
  };
  const useNow = () => {
    field.value = '';
    field.focus();
    use(null);
  };
  return element(
    'div',
    { class: 'moment' },
    element('label', { title: t('moment.hint') }, element('span', {}, t('moment.label')), field),
    now,
  );
}
