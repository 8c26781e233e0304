import { type ReactNode, useEffect, useRef } from 'react';
import type { WrittenOf } from '../../../../api/client.js';
import { dayInVietnam, formatDate, formatInstant } from '../../../../format/dates.js';
import { t } from '../../../../i18n/locale.js';
import { setQuery } from '../../../../router/location.js';
import { useUnitNames } from '../../../../ui/unit-names.js';
import { CascadeSums, Unresolved } from './sums.js';

type Answer = WrittenOf<'/api/v1/organisation/changes'>;

interface RecordedProps {
  readonly of: Answer;
  /** Plans as the preview named them. */
  readonly foreseen: readonly { readonly id: string; readonly number: string }[];
  readonly again: () => void;
}

/** What recording changes has done, and what is still to come. */
export function Recorded({ of: { effective, cascades }, foreseen, again }: RecordedProps): ReactNode {
  const numbers = new Map(foreseen.map(({ id, number }) => [id, number]));
  const lost = cascades.flatMap(({ id, unresolved }) => unresolved.map((each) => ({ id, plan: numbers.get(id) ?? id, ...each })));
  const names = useUnitNames(lost.map(({ unit }) => unit));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <>
      <div role="status" className="stack">
        <h3 ref={head} tabIndex={-1}>
          {t('record.done')}
        </h3>
        {cascades.length === 0 && <p>{t('record.ahead', { times: effective.map(formatInstant).join(', ') })}</p>}
        <CascadeSums of={cascades} />
      </div>
      <Unresolved of={lost.map((each) => ({ ...each, unit: names.get(each.unit) ?? each.unit }))} />
      <p className="row">
        {[...new Set(effective.map((at) => dayInVietnam(Date.parse(at))))].map((day) => (
          <button type="button" className="button" key={day} onClick={() => setQuery({ on: day })}>
            {t('organisation.title', { day: formatDate(day) })}
          </button>
        ))}
        <button type="button" className="button" onClick={again}>
          {t('record.another')}
        </button>
      </p>
    </>
  );
}
