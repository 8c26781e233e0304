import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/locale.js';
import { setQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { PlanChoice } from '../../../ui/plan-choice.js';
import { UnitChoice } from '../../../ui/unit-choice.js';
import { KINDS, useFilter } from './filter.js';

/** Narrows the log: by days, plan, unit and sort. All of it stands in the address. */
export function Filters(): ReactNode {
  const { first, last, plan, unit, kind } = useFilter();
  const isNarrowed = first !== null || last !== null || plan !== null || unit !== null || kind !== null;
  return (
    <div className="row filters">
      <DateField label={t('events.first')} value={first} take={(day) => setQuery({ first: day })} placeholder={t('events.any')} />
      <DateField label={t('events.last')} value={last} take={(day) => setQuery({ last: day })} placeholder={t('events.any')} />
      <PlanChoice value={plan} all={t('items.any')} />
      <div className="field unit-field">
        <UnitChoice label={t('column.unit')} value={unit} choose={(chosen) => setQuery({ unit: chosen })} />
      </div>
      <Sorts />
      {isNarrowed && (
        <button
          type="button"
          className="button small"
          onClick={() => setQuery({ first: null, last: null, plan: null, unit: null, kind: null })}
        >
          {t('events.all')}
        </button>
      )}
    </div>
  );
}

/** Which sort of events, by which time, in which order. */
function Sorts(): ReactNode {
  const { kind, recorded, order } = useFilter();
  const id = useId();
  return (
    <>
      <Select
        id={`${id}-kind`}
        label={t('events.kind')}
        value={kind ?? ''}
        name="kind"
        options={[['', t('items.any')], ...KINDS.map((each) => [each, t(`events.kind.${each}`)] as const)]}
      />
      <Select
        id={`${id}-by`}
        label={t('events.by')}
        value={recorded ? '' : 'effect'}
        name="by"
        options={[
          ['', t('events.by.recorded')],
          ['effect', t('events.by.effect')],
        ]}
      />
      <Select
        id={`${id}-order`}
        label={t('events.order')}
        value={order === 'oldest' ? 'oldest' : ''}
        name="order"
        options={[
          ['', t('events.newest')],
          ['oldest', t('events.oldest')],
        ]}
      />
    </>
  );
}

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Under which it stands in the address. */
  readonly name: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

const Select = ({ id, label, value, name, options }: SelectProps): ReactNode => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <select id={id} value={value} onChange={({ target }) => setQuery({ [name]: target.value })}>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
