import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/locale.js';
import { DateField } from '../../../ui/date-field.js';
import { Select } from '../../../ui/select.js';
import { UnitChoice } from '../../../ui/unit-choice.js';

export const ROLES = ['official', 'unit-head', 'leader', 'rules-author', 'auditor', 'system-administrator'] as const;

/** A role to be granted, as it is being chosen. */
export interface Granting {
  readonly role: (typeof ROLES)[number];
  /** A role over the whole house has to be asked for: nobody grants it by leaving a field empty. */
  readonly isHouse: boolean;
  readonly unit: string | null;
  readonly reach: 'unit' | 'subtree';
  readonly until: string | null;
}

export const NO_GRANT: Granting = { role: 'official', isHouse: false, unit: null, reach: 'unit', until: null };

/** Whether it is said where the role is to hold. */
export const isPlaced = ({ isHouse, unit }: Granting): boolean => isHouse || unit !== null;

/** What the server is asked: no unit means the whole house. */
export const grantBody = ({ role, isHouse, unit, reach, until }: Granting) => ({
  role,
  ...(isHouse || unit === null ? {} : { unit, reach }),
  ...(until === null ? {} : { until }),
});

interface GrantFieldsProps {
  readonly of: Granting;
  readonly change: (next: Granting) => void;
}

/** Which role, of which unit, until when. */
export const GrantFields = ({ of, change }: GrantFieldsProps): ReactNode => (
  <div className="row filters">
    <Select
      label={t('people.role')}
      value={of.role}
      choose={(role) => change({ ...of, role })}
      options={ROLES.map((role) => [role, t(`role.${role}`)])}
    />
    <Where of={of} change={change} />
    <DateField
      label={t('people.until')}
      value={of.until}
      take={(until) => change({ ...of, until })}
      placeholder={t('people.open')}
    />
  </div>
);

/** One unit, or the whole house. */
function Where({ of, change }: GrantFieldsProps): ReactNode {
  const name = useId();
  return (
    <>
      <fieldset className="choices">
        <legend>{t('people.where')}</legend>
        {([false, true] as const).map((each) => (
          <label key={String(each)}>
            <input type="radio" name={name} checked={of.isHouse === each} onChange={() => change({ ...of, isHouse: each })} />
            {t(each ? 'people.wholeHouse' : 'people.ofUnit')}
          </label>
        ))}
      </fieldset>
      {!of.isHouse && (
        <>
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
        </>
      )}
      {of.isHouse && <p className="hint">{t('people.houseHint')}</p>}
      {!isPlaced(of) && <p className="hint">{t('people.needsPlace')}</p>}
    </>
  );
}
