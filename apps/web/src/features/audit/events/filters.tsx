import { CHANGE_KINDS } from '#contracts';
import type { ReactNode } from 'react';
import { t } from '../../../i18n/locale.js';
import { setQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { PlanChoice } from '../../../ui/plan-choice.js';
import { Select } from '../../../ui/select.js';
import { UnitChoice } from '../../../ui/unit-choice.js';
import { useFilter } from './filter.js';
import { AboutField, WhoField } from './who-and-what.js';

const NOTHING = { first: null, last: null, plan: null, unit: null, kind: null, about: null, who: null };

/** Narrows the log: by days, plan, unit, sort, obligation and who did it. All of it stands in the address. */
export function Filters(): ReactNode {
  const { first, last, plan, unit, kind, about, who } = useFilter();
  const isNarrowed = [first, last, plan, unit, kind, about, who].some((each) => each !== null);
  return (
    <>
      <DateField label={t('events.first')} value={first} take={(day) => setQuery({ first: day })} placeholder={t('events.any')} />
      <DateField label={t('events.last')} value={last} take={(day) => setQuery({ last: day })} placeholder={t('events.any')} />
      <PlanChoice value={plan} all={t('items.any')} />
      <div className="field unit-field">
        <UnitChoice label={t('column.unit')} value={unit} choose={(chosen) => setQuery({ unit: chosen })} />
      </div>
      <Select
        label={t('events.kind')}
        value={kind ?? ''}
        choose={(chosen) => setQuery({ kind: chosen })}
        options={[['', t('items.any')], ...CHANGE_KINDS.map((each) => [each, t(`events.kind.${each}`)] as const)]}
      />
      <AboutField />
      <WhoField />
      {isNarrowed && (
        <button type="button" className="button small" onClick={() => setQuery(NOTHING)}>
          {t('events.all')}
        </button>
      )}
    </>
  );
}

/** By which time, in which order, and a day to go to. */
export function Reading(): ReactNode {
  const { recorded, order, day } = useFilter();
  return (
    <>
      <Select
        label={t('events.by')}
        value={recorded ? '' : 'effect'}
        choose={(by) => setQuery({ by })}
        options={[
          ['', t('events.by.recorded')],
          ['effect', t('events.by.effect')],
        ]}
      />
      <Select
        label={t('events.order')}
        value={order === 'oldest' ? 'oldest' : ''}
        choose={(chosen) => setQuery({ order: chosen })}
        options={[
          ['', t('events.newest')],
          ['oldest', t('events.oldest')],
        ]}
      />
      <DateField
        label={t('events.go')}
        value={day}
        take={(chosen) => setQuery({ day: chosen })}
        placeholder={t('events.goHint')}
      />
    </>
  );
}
