import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { useActFor, useActingUnit } from './acting.js';
import { UnitChoice } from './unit-choice.js';

/** Chooses the unit that the person acts for. */
export function ActingUnit(): ReactNode {
  const acting = useActingUnit();
  const actFor = useActFor();
  return (
    <div className="acting">
      <UnitChoice label={t('acting.label')} note={t('acting.note')} value={acting} choose={actFor} />
    </div>
  );
}
