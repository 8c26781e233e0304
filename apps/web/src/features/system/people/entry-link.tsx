import type { ReactNode } from 'react';
import { t } from '../../../i18n/locale.js';

/** A one-time link, shown to whoever hands it over. */
export const EntryLink = ({ path }: { readonly path: string }): ReactNode => (
  <div className="notice small stack" role="status">
    <p>{t('people.linkHint')}</p>
    <p className="code breakable" translate="no">
      {new URL(path, location.origin).href}
    </p>
  </div>
);
