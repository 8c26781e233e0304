import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { unitQuery } from '../../api/queries.js';
import { TIERS } from '../../format/collate.js';
import { t, textOf } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { Select } from '../../ui/select.js';
import { TextField } from '../../ui/text-field.js';
import { UnitChoice } from '../../ui/unit-choice.js';
import { idFor, type UnitChange, UNIT_KINDS } from './changes-file.js';

/** A unit to be founded: its name, what it is, below whom, and the id that it bears for ever. */
export function NewUnit({ add }: { readonly add: (change: UnitChange) => void }): ReactNode {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [tier, setTier] = useState('commune');
  const [kind, setKind] = useState<string>(UNIT_KINDS[0]);
  const [superior, setSuperior] = useState<string | null>(null);
  const [own, setOwn] = useState('');
  const suggested = idFor(name, superior);
  const unit = { id: own.trim() === '' ? suggested : own.trim(), name: name.trim() };
  const above = superior === null ? undefined : client.getQueryData(unitQuery(superior).queryKey);
  const take = (): void => {
    if (superior === null) return;
    add({ kind: 'found', unit, to: { id: superior, name: above?.name ?? superior }, founded: { tier, kind } });
    setName('');
    setOwn('');
  };
  return (
    <>
      <TextField label={t('whatIf.unitName')} value={name} take={setName} />
      <Select label={t('whatIf.tier')} value={tier} choose={setTier} options={TIERS.map((each) => [each, tierText(each)])} />
      <Select
        label={t('whatIf.unitKind')}
        value={kind}
        choose={setKind}
        options={UNIT_KINDS.map((each) => [each, textOf('unitKind', each)])}
      />
      <div className="field unit-field">
        <UnitChoice label={t('whatIf.superior')} value={superior} choose={setSuperior} />
      </div>
      <TextField label={t('whatIf.unitId')} value={own} take={setOwn} placeholder={suggested} spellCheck={false} />
      <button type="button" className="button" disabled={unit.name === '' || unit.id === '' || superior === null} onClick={take}>
        {t('whatIf.add')}
      </button>
    </>
  );
}
