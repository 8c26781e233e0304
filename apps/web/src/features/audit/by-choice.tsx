import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../../api/client.js';
import { t } from '../../i18n/locale.js';
import { setQuery, useQuery } from '../../router/location.js';
import { Loaded } from '../../ui/state.js';

const WAYS = ['recorded', 'effect'] as const;
type Way = (typeof WAYS)[number];

/** Whether moments are meant by time of recording, as the address says; unless it does, as the page takes them. */
export const useByRecorded = (unlessSaid: Way = 'recorded'): boolean => (useQuery().get('by') ?? unlessSaid) === 'recorded';

/** Chooses by which time moments are meant. */
export function ByChoice({ unlessSaid = 'recorded' }: { readonly unlessSaid?: Way }): ReactNode {
  const recorded = useByRecorded(unlessSaid);
  return (
    <fieldset className="choices">
      <legend>{t('events.by')}</legend>
      {WAYS.map((by) => (
        <label key={by}>
          <input
            type="radio"
            name="by"
            checked={recorded === (by === 'recorded')}
            onChange={() => setQuery({ by: by === unlessSaid ? null : by })}
          />
          {t(`events.by.${by}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface LoadedThenProps<T> {
  readonly of: UseQueryResult<T>;
  readonly unlessSaid?: Way;
  readonly children: (data: T) => ReactNode;
}

/** What stood at a moment; where the log had no such plan yet, that, and the other way to look. */
export function LoadedThen<T>({ of, unlessSaid = 'recorded', children }: LoadedThenProps<T>): ReactNode {
  const recorded = useByRecorded(unlessSaid);
  if (!(of.error instanceof Problem && of.error.status === 404)) return <Loaded of={of}>{children}</Loaded>;
  return (
    <div className="notice">
      <p>{t(recorded ? 'timeline.notRecorded' : 'timeline.notIssued')}</p>
      {recorded && (
        <p>
          <button type="button" className="button" onClick={() => setQuery({ by: 'effect' })}>
            {t('timeline.byEffect')}
          </button>
        </p>
      )}
    </div>
  );
}
