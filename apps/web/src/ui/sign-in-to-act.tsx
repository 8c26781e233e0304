import type { ReactNode } from 'react';
import { t } from '../i18n/locale.js';
import { signInHere } from './sign-in-here.js';

/** In the place of what only those can do who are signed in. */
export const SignInToAct = (): ReactNode => (
  <p className="notice small">
    {t('page.signInToAct')} <a href={signInHere()}>{t('page.signIn')}</a>
  </p>
);
