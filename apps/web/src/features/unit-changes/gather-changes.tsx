import type { ReactNode } from 'react';
import { t } from '../../i18n/locale.js';
import { DateField } from '../../ui/date-field.js';
import { keyOfChange, type UnitChange } from './changes-file.js';
import { NewChange } from './new-change.js';

/** Changes as they are being gathered. */
export interface Gathered {
  readonly day: string | null;
  readonly changes: readonly UnitChange[];
}

export const NOTHING_GATHERED: Gathered = { day: null, changes: [] };

interface GatherProps {
  readonly of: Gathered;
  readonly change: (next: Gathered) => void;
  /** Shown where no day is written. */
  readonly dayHint: string;
  /** What the list is called. */
  readonly label: string;
}

/** The day, and as many changes as one likes: all of them hold from that day on. */
export const GatherChanges = ({ of: { day, changes }, change, dayHint, label }: GatherProps): ReactNode => (
  <>
    <div className="row filters">
      <DateField label={t('whatIf.from')} value={day} take={(taken) => change({ day: taken, changes })} placeholder={dayHint} />
      <NewChange
        founded={changes
          .filter(({ kind }) => kind === 'found')
          .map(({ unit, founded }) => ({ ...unit, tier: founded?.tier ?? '' }))}
        add={(added) => {
          const others = changes.filter((each) => keyOfChange(each) !== keyOfChange(added));
          change({ day, changes: [...others, added] });
        }}
      />
    </div>
    {changes.length > 0 && (
      <ul className="plain-list" aria-label={label}>
        {changes.map((each) => (
          <li key={keyOfChange(each)} className="row gathered">
            <span>{said(each)}</span>
            <button
              type="button"
              className="button small"
              aria-label={t('whatIf.leaveOut', { unit: each.unit.name })}
              onClick={() => change({ day, changes: changes.filter((other) => other !== each) })}
            >
              {t('whatIf.drop')}
            </button>
          </li>
        ))}
      </ul>
    )}
  </>
);

const said = ({ kind, unit, to }: UnitChange): string => t(`whatIf.said.${kind}`, { unit: unit.name, to: to?.name ?? '' });
