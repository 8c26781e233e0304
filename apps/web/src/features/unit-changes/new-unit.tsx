import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { unitQuery } from '../../api/queries.js';
import { TIERS } from '../../format/collate.js';
import { t, textOf } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { UnitChoice } from '../../ui/unit-choice.js';
import { idFor, type UnitChange, UNIT_KINDS } from './changes-file.js';

/** A unit to be founded: its name, what it is, below whom, and the id that it bears for ever. */
export function NewUnit({ add }: { readonly add: (change: UnitChange) => void }): ReactNode {
  const client = useQueryClient();
  const id = useId();
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
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('whatIf.unitName')}</label>
        <input id={`${id}-name`} value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </div>
      <Choice label={t('whatIf.tier')} value={tier} choose={setTier} choices={TIERS.map((each) => [each, tierText(each)])} />
      <Choice
        label={t('whatIf.unitKind')}
        value={kind}
        choose={setKind}
        choices={UNIT_KINDS.map((each) => [each, textOf('unitKind', each)])}
      />
      <div className="field unit-field">
        <UnitChoice label={t('whatIf.superior')} value={superior} choose={setSuperior} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-id`}>{t('whatIf.unitId')}</label>
        <input
          id={`${id}-id`}
          value={own}
          placeholder={suggested}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setOwn(target.value)}
        />
      </div>
      <button type="button" className="button" disabled={unit.name === '' || unit.id === '' || superior === null} onClick={take}>
        {t('whatIf.add')}
      </button>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

function Choice({ label, value, choose, choices }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
