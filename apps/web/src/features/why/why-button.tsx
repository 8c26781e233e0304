import type { ReactNode } from 'react';
import { t } from '../../i18n/locale.js';
import { askWhy, type WhyAsked } from './question.js';

interface WhyButtonProps {
  readonly of: WhyAsked;
  /** What it is about, for those who hear the page. */
  readonly about: string;
}

/** Opens the reasons beside a date, a state or a number. */
export const WhyButton = ({ of, about }: WhyButtonProps): ReactNode => (
  <button
    type="button"
    className="button small plain why-button no-print"
    aria-label={t('why.of', { what: about })}
    title={t('why.of', { what: about })}
    onClick={() => askWhy(of)}
  >
    {t(of.not ? 'why.notShort' : 'why.short')}
  </button>
);
