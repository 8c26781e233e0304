import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';

/** In the place of what only those can do who are signed in. */
export const SignInToAct = (): ReactNode => (
  <p className="notice small">
    {t('page.signInToAct')} <a href="/sign-in">{t('page.signIn')}</a>
  </p>
);
