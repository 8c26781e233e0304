import { useEffect } from 'react';
import { t } from '../i18n/locale.js';

/** The page's name, in the title of the window. */
export function useTitle(page: string): void {
  const title = t('app.title', { page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
