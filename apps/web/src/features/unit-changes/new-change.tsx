import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { unitQuery } from '../../api/queries.js';
import { t } from '../../i18n/locale.js';
import { Select } from '../../ui/select.js';
import { TextField } from '../../ui/text-field.js';
import { UnitChoice } from '../../ui/unit-choice.js';
import { CHANGE_KINDS, type NamedUnit, type UnitChange, type UnitChangeKind } from './changes-file.js';
import { NewUnit } from './new-unit.js';

/** A unit that is founded by the same changes, and may take over from others. */
export type NewlyFounded = NamedUnit & { readonly tier: string };

interface NewChangeProps {
  readonly founded: readonly NewlyFounded[];
  readonly add: (change: UnitChange) => void;
}

/** One more change. Its kind stays for the next. */
export function NewChange({ founded, add }: NewChangeProps): ReactNode {
  const [kind, setKind] = useState<UnitChangeKind>('merge');
  return (
    <>
      <Select
        label={t('whatIf.change')}
        value={kind}
        choose={setKind}
        options={CHANGE_KINDS.map((each) => [each, t(`whatIf.change.${each}`)])}
      />
      {kind === 'found' ? <NewUnit add={add} /> : <OfUnit kind={kind} founded={founded} add={add} key={kind} />}
    </>
  );
}

interface OfUnitProps extends NewChangeProps {
  readonly kind: Exclude<UnitChangeKind, 'found'>;
}

/** A change of a unit that there is. Whatever several changes have in common stays: who takes over in a merger, who is split. */
function OfUnit({ kind, founded, add }: OfUnitProps): ReactNode {
  const client = useQueryClient();
  const [unit, setUnit] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [name, setName] = useState('');
  const named = (of: string): NamedUnit => ({
    id: of,
    name: founded.find((each) => each.id === of)?.name ?? client.getQueryData(unitQuery(of).queryKey)?.name ?? of,
  });
  const to = kind === 'rename' ? { id: '', name: name.trim() } : kind === 'dissolve' || other === null ? null : named(other);
  const isReady = unit !== null && unit !== other && (kind === 'dissolve' || (to !== null && to.name !== ''));
  const take = (): void => {
    if (unit === null) return;
    add({ kind, unit: named(unit), to });
    if (kind === 'split') setOther(null);
    else setUnit(null);
    setName('');
  };
  return (
    <>
      <div className="field unit-field">
        <UnitChoice label={t('column.unit')} value={unit} choose={setUnit} />
      </div>
      {kind === 'rename' && <TextField label={t('whatIf.newName')} value={name} take={setName} />}
      {kind !== 'rename' && kind !== 'dissolve' && (
        <div className="field unit-field">
          <UnitChoice label={t(`whatIf.to.${kind}`)} value={other} choose={setOther} others={founded} />
        </div>
      )}
      <button type="button" className="button" disabled={!isReady} onClick={take}>
        {t('whatIf.add')}
      </button>
    </>
  );
}
