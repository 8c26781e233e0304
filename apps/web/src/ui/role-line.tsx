import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { unitQuery } from '../api/queries.js';
import { formatDate } from '../format/dates.js';
import { t, textOf } from '../i18n/locale.js';
import { AWAITED } from './unit-names.js';

interface Right {
  readonly role: string;
  readonly unit: string | null;
  readonly reach: string;
  readonly from: string;
  readonly until: string | null;
  readonly state: string;
  readonly lentBy: string | null;
}

/** The first day of rights that have none: nothing is said of it. */
const SINCE_EVER = '1900-01-01';

/** A role with its unit and days. */
export function RoleLine({ of: { role, unit, reach, from, until, state, lentBy } }: { readonly of: Right }): ReactNode {
  const known = useAnswer({ ...unitQuery(unit ?? ''), enabled: unit !== null });
  const where = unit === null ? t('people.house') : (known.data?.name ?? (known.isLoading ? AWAITED : unit));
  return (
    <p>
      {textOf('role', role)} · {where}
      {unit !== null && reach === 'subtree' && ` ${t('people.withBelow')}`}{' '}
      <span className="soft">
        {until === null
          ? from > SINCE_EVER && t('people.fromDay', { from: formatDate(from) })
          : t('people.fromTo', { from: formatDate(from), until: formatDate(until) })}
        {state === 'later' && ` · ${t('people.later')}`}
        {lentBy !== null && ` · ${t('people.lent')}`}
      </span>
    </p>
  );
}
