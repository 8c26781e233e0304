import type { AnswerOf } from '../../../api/client.js';
import { t } from '../../../i18n/locale.js';

/** What becomes otherwise for one unit on a day. */
export type Change = AnswerOf<'/api/v1/organisation/changes'>['changes'][number];

/** What happens to the unit, in words. */
export function said({ kind, before, after, successors }: Change): string {
  if (kind === 'renamed' || kind === 'moved')
    return t(`organisation.${kind}`, { before: before ?? t('organisation.top'), after: after ?? t('organisation.top') });
  if (kind === 'founded') return t('organisation.founded');
  const names = successors.map(({ name }) => name).join(', ');
  return names === '' ? t('organisation.ended') : t('organisation.endedTo', { units: names });
}
