import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';

/** From which share on, in per cent, a cell of a heat table bears which shade. */
const SHADES = [50, 75, 90, 98] as const;
export const shadeOf = (share: number): number => SHADES.filter((from) => share >= from).length;

/** What the shades mean. */
export const HeatScale = (): ReactNode => (
  <span className="heat-scale" aria-hidden="true">
    {t('heat.less')}
    {[0, 1, 2, 3, 4].map((shade) => (
      <span key={shade} className={`shade-${shade}`} />
    ))}
    {t('heat.more')}
  </span>
);
