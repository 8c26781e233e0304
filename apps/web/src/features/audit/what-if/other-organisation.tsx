import { type ReactNode, useState } from 'react';
import { t } from '../../../i18n/locale.js';
import { changesFile } from '../../unit-changes/changes-file.js';
import { GatherChanges, NOTHING_GATHERED } from '../../unit-changes/gather-changes.js';

interface OtherOrganisationProps {
  readonly ask: (body: { readonly organisation: Record<string, never> }) => void;
  readonly isBusy: boolean;
  readonly issuedOn: string;
}

/** Units merged, split, called otherwise, moved … from a day on: as many changes as one likes, tried together. */
export function OtherOrganisation({ ask, isBusy, issuedOn }: OtherOrganisationProps): ReactNode {
  const [gathered, setGathered] = useState(NOTHING_GATHERED);
  const { day, changes } = gathered;
  const isReady = day !== null && changes.length > 0;
  return (
    <>
      <GatherChanges
        of={gathered}
        change={setGathered}
        dayHint={t('whatIf.dayHint', { year: issuedOn.slice(0, 4) })}
        label={t('whatIf.changes')}
      />
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
