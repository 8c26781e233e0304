import type { ReactNode } from 'react';
import { formatInstant } from '../format/dates.js';
import { t } from '../i18n/locale.js';
import type { Draft } from './draft.js';

/** Says that what is being written is kept, and offers to drop it. */
export function DraftNote({ draft }: { readonly draft: Draft }): ReactNode {
  if (draft.keptAt === null) return null;
  return (
    <p className="hint row">
      <span role={draft.found ? 'status' : undefined}>
        {t(draft.found ? 'draft.found' : 'draft.saved', { time: formatInstant(draft.keptAt) })}
      </span>
      <button type="button" className="button small plain" onClick={draft.drop}>
        {t('draft.drop')}
      </button>
    </p>
  );
}
