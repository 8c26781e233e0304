import type { UnitPlanView } from '#contracts';
import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { Link } from '../router/location.js';
import { Empty } from './state.js';

type Owed = Pick<UnitPlanView, 'plan' | 'unit'>;

/** From what a unit owes, back to its whole plan. */
export const BackLink = ({ of: { plan, unit } }: { readonly of: Owed }): ReactNode => (
  <p className="no-print">
    <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>‹ {t('unit.document', { unit: unit.name })}</Link>
  </p>
);

/** A unit owes nothing by such an address: what it does owe is one step away. */
export const Absent = ({ title, of }: { readonly title: string; readonly of: Owed }): ReactNode => (
  <Empty isWhole title={title} hint={t('page.unknownHint')}>
    <BackLink of={of} />
  </Empty>
);
