import { isReady } from '../api.js';
import { element, fill } from '../dom.js';
import { formatInstant } from '../format.js';
import { t } from '../i18n.js';

/**
 * Where else to look, and whether the system is up.
 * @param {HTMLElement} place
 * @param {() => void} refresh
 */
export function showFooter(place, refresh) {
  const state = element('span', { class: 'health', role: 'status' });
  fill(
    place,
    element(
      'nav',
      { class: 'footer-links', 'aria-label': t('page.links') },
      element('a', { href: '/docs' }, t('page.apiDocs')),
      element('a', { href: '/docs-json' }, t('page.apiDescription')),
      element('span', { class: 'health-line' }, element('a', { href: '/health/ready' }, t('page.health')), ' ', state),
    ),
    element(
      'div',
      { class: 'freshness' },
      element('span', {}, t('page.asOf', { time: formatInstant(new Date().toISOString()) })),
      element('button', { type: 'button', class: 'button', onclick: refresh }, t('page.refresh')),
    ),
  );
  void isReady().then((ready) => {
    state.dataset.ready = String(ready);
    fill(state, t(ready ? 'page.ready' : 'page.notReady'));
  });
}
