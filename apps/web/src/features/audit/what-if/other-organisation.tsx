import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { unitQuery } from '../../../api/queries.js';
import { t } from '../../../i18n/locale.js';
import { DateField } from '../../../ui/date-field.js';
import { UnitChoice } from '../../../ui/unit-choice.js';
import { CHANGE_KINDS, changesFile, type UnitChange, type UnitChangeKind } from './other-units.js';

interface OtherOrganisationProps {
  readonly ask: (body: { readonly organisation: Record<string, never> }) => void;
  readonly isBusy: boolean;
  readonly issuedOn: string;
}

/** Units merged, called otherwise, or moved from a day on: as many changes as one likes, tried together. */
export function OtherOrganisation({ ask, isBusy, issuedOn }: OtherOrganisationProps): ReactNode {
  const [day, setDay] = useState<string | null>(null);
  const [changes, setChanges] = useState<readonly UnitChange[]>([]);
  const isReady = day !== null && changes.length > 0;
  return (
    <>
      <div className="row filters">
        <DateField
          label={t('whatIf.from')}
          value={day}
          take={setDay}
          placeholder={t('whatIf.dayHint', { year: issuedOn.slice(0, 4) })}
        />
        <NewChange add={(change) => setChanges([...changes, change])} key={changes.length} />
      </div>
      {changes.length > 0 && (
        <ul className="plain-list" aria-label={t('whatIf.changes')}>
          {changes.map((change) => (
            <li key={`${change.kind} ${change.unit.id}`} className="row">
              <span>{t(`whatIf.said.${change.kind}`, { unit: change.unit.name, to: change.to.name })}</span>
              <button
                type="button"
                className="button small"
                aria-label={t('whatIf.leaveOut', { unit: change.unit.name })}
                onClick={() => setChanges(changes.filter((each) => each !== change))}
              >
                {t('whatIf.drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button
          type="button"
          className="button main"
          disabled={isBusy || !isReady}
          onClick={() => isReady && ask({ organisation: changesFile(day, changes) as unknown as Record<string, never> })}
        >
          {t('whatIf.ask')}
        </button>
      </p>
    </>
  );
}

/** One more change. */
function NewChange({ add }: { readonly add: (change: UnitChange) => void }): ReactNode {
  const client = useQueryClient();
  const id = useId();
  const [kind, setKind] = useState<UnitChangeKind>('merge');
  const [unit, setUnit] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [name, setName] = useState('');
  const named = (of: string) => ({ id: of, name: client.getQueryData(unitQuery(of).queryKey)?.name ?? of });
  const to = kind === 'rename' ? (name.trim() === '' ? null : { id: '', name: name.trim() }) : other && named(other);
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('whatIf.change')}</label>
        <select id={`${id}-kind`} value={kind} onChange={({ target }) => setKind(target.value as UnitChangeKind)}>
          {CHANGE_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`whatIf.change.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field unit-field">
        <UnitChoice label={t('column.unit')} value={unit} choose={setUnit} />
      </div>
      {kind === 'rename' ? (
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('whatIf.newName')}</label>
          <input id={`${id}-name`} value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
        </div>
      ) : (
        <div className="field unit-field">
          <UnitChoice label={t(`whatIf.to.${kind}`)} value={other} choose={setOther} />
        </div>
      )}
      <button
        type="button"
        className="button"
        disabled={unit === null || to === null || unit === other}
        onClick={() => unit && to && add({ kind, unit: named(unit), to })}
      >
        {t('whatIf.add')}
      </button>
    </>
  );
}
