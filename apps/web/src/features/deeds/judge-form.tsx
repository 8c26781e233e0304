import type { ReactNode } from 'react';
import { t } from '../../i18n/locale.js';
import { TextForm } from './text-form.js';

interface JudgeFormProps {
  /** Of the draft of the reason. */
  readonly name: string;
  readonly isBusy: boolean;
  readonly accept: () => void;
  /** True once it is recorded. */
  readonly sendBack: (reason: string) => Promise<boolean>;
}

/** To accept what another unit handed in, or to send it back for a reason. */
export const JudgeForm = ({ name, isBusy, accept, sendBack }: JudgeFormProps): ReactNode => (
  <>
    <p>
      <button type="button" className="button main" disabled={isBusy} onClick={accept}>
        {t('do.accept')}
      </button>
    </p>
    <TextForm
      name={name}
      label={t('item.reason')}
      rows={2}
      button={t('do.return')}
      isMain={false}
      isBusy={isBusy}
      send={sendBack}
    />
  </>
);
