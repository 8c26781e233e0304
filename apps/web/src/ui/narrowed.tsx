import type { ReactNode } from 'react';
import { formatDate } from '../format/dates.js';
import { t } from '../i18n/locale.js';
import { type Query, setQuery } from '../router/location.js';

interface NarrowedProps {
  readonly to: string;
  readonly off: string;
  /** What is taken out of the address to see all again. */
  readonly drop: Query;
}

/** What a list was narrowed to by the number that opened it, and the way to all. */
export const Narrowed = ({ to, off, drop }: NarrowedProps): ReactNode => (
  <p>
    {to}{' '}
    <button type="button" className="button small" onClick={() => setQuery(drop)}>
      {off}
    </button>
  </p>
);

/** Narrowed to what was due on one day, or came in on one. */
export const NarrowedDays = ({ due, inOn }: { readonly due: string | null; readonly inOn: string | null }): ReactNode => (
  <>
    {due !== null && <Narrowed to={t('items.dueOn', { day: formatDate(due) })} off={t('items.allDays')} drop={{ due: null }} />}
    {inOn !== null && <Narrowed to={t('items.inOn', { day: formatDate(inOn) })} off={t('items.allDays')} drop={{ inOn: null }} />}
  </>
);
