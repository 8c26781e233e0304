import type { ReactNode } from 'react';
import { Problem } from '../../../../api/client.js';
import { formatDate } from '../../../../format/dates.js';
import { t } from '../../../../i18n/locale.js';
import { FaultNotice } from '../../../../ui/state.js';
import { useUnitNames } from '../../../../ui/unit-names.js';

/** Most problems that are shown at once: one mistake may concern all units below. */
const MOST = 10;
/** Units as problems of an organisation name them. */
const UNIT_IDS = /(?<=")[\w.-]+(?=")/g;
/** Days as they name them. */
const DAYS = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Why changes were not taken: each problem, with the names of units; anything else as everywhere. */
export function Refusal({ fault }: { readonly fault: unknown }): ReactNode {
  const parts = fault instanceof Problem && fault.code === 'organisation.invalid' ? fault.parts : [];
  const shown = parts.slice(0, MOST);
  const names = useUnitNames(shown.flatMap((part) => part.match(UNIT_IDS) ?? []));
  if (parts.length === 0) return <FaultNotice fault={fault} />;
  return (
    <div className="notice fault" role="alert">
      <h3>{t('record.refused', { count: parts.length })}</h3>
      <ul className="plain-list">
        {shown.map((part) => (
          <li key={part}>{part.replace(UNIT_IDS, (id) => names.get(id) ?? id).replace(DAYS, formatDate)}</li>
        ))}
      </ul>
      {parts.length > MOST && <p className="hint">{t('record.more', { count: parts.length - MOST })}</p>}
    </div>
  );
}
