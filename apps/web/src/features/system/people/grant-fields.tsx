import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/locale.js';
import { DateField } from '../../../ui/date-field.js';
import { UnitChoice } from '../../../ui/unit-choice.js';

export const ROLES = ['official', 'unit-head', 'leader', 'rules-author', 'auditor', 'system-administrator'] as const;

/** A role to be granted, as it is being chosen. */
export interface Granting {
  readonly role: (typeof ROLES)[number];
  readonly unit: string | null;
  readonly reach: 'unit' | 'subtree';
  readonly until: string | null;
}

export const NO_GRANT: Granting = { role: 'official', unit: null, reach: 'unit', until: null };

/** What the server is asked. */
export const grantBody = ({ role, unit, reach, until }: Granting) => ({
  role,
  ...(unit === null ? {} : { unit, reach }),
  ...(until === null ? {} : { until }),
});

interface GrantFieldsProps {
  readonly of: Granting;
  readonly change: (next: Granting) => void;
}

/** Which role, of which unit, until when. */
export function GrantFields({ of, change }: GrantFieldsProps): ReactNode {
  const id = useId();
  return (
    <div className="row filters">
      <div className="field">
        <label htmlFor={id}>{t('people.role')}</label>
        <select id={id} value={of.role} onChange={({ target }) => change({ ...of, role: target.value as Granting['role'] })}>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field unit-field">
        <UnitChoice label={t('people.unit')} value={of.unit} choose={(unit) => change({ ...of, unit })} />
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={of.reach === 'subtree'}
          disabled={of.unit === null}
          onChange={() => change({ ...of, reach: of.reach === 'unit' ? 'subtree' : 'unit' })}
        />
        {t('people.reach')}
      </label>
      <DateField
        label={t('people.until')}
        value={of.until}
        take={(until) => change({ ...of, until })}
        placeholder={t('people.open')}
      />
      {of.unit === null && <p className="hint">{t('people.houseHint')}</p>}
    </div>
  );
}
