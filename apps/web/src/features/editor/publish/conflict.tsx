import { useQuery as useAnswer } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { plansQuery, rulesQuery } from '../../../api/queries.js';
import { t } from '../../../i18n/locale.js';
import { Link } from '../../../router/location.js';
import { Dialog } from '../../../ui/dialog.js';
import { Waiting } from '../../../ui/state.js';

const TextDifference = lazy(async () => ({ default: (await import('./text-difference.js')).TextDifference }));

interface ConflictProps {
  readonly mine: string;
  readonly plan: string;
  readonly close: () => void;
}

/** Both texts, where somebody has issued a plan of the same number and day meanwhile. Nothing of one's own is lost. */
export function Conflict({ mine, plan, close }: ConflictProps): ReactNode {
  const plans = useAnswer(plansQuery());
  const known = plans.data?.find(({ id }) => id === plan);
  const theirs = useAnswer({ ...rulesQuery(known?.rules ?? ''), enabled: known !== undefined });
  return (
    <Dialog title={t('publish.taken')} role="alertdialog" isWide close={close}>
      <p>{t('publish.takenHint')}</p>
      <Suspense fallback={<Waiting />}>
        {theirs.data ? (
          <TextDifference
            before={{ text: theirs.data.text, label: t('publish.theirs') }}
            after={{ text: mine, label: t('publish.yours') }}
            isSideBySide
          />
        ) : (
          <Waiting />
        )}
      </Suspense>
      <p className="row">
        <button type="button" className="button main" onClick={close}>
          {t('publish.back')}
        </button>
        <Link className="button" to={{ name: 'plan', plan, view: 'rules' }}>
          {t('publish.openTheirs')}
        </Link>
        <Link className="button" to={{ name: 'editor', mode: 'amend', plan }}>
          {t('publish.amendTheirs')}
        </Link>
      </p>
    </Dialog>
  );
}
