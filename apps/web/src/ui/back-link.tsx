import type { UnitPlanView } from '#contracts';
import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { Link } from '../router/location.js';

/** From what a unit owes, back to its whole plan. */
export const BackLink = ({ of: { plan, unit } }: { readonly of: Pick<UnitPlanView, 'plan' | 'unit'> }): ReactNode => (
  <p className="no-print">
    <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>‹ {t('unit.document', { unit: unit.name })}</Link>
  </p>
);
