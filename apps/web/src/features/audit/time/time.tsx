import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { lateAtQuery, type Moment, progressAtQuery } from '../../../api/audit-queries.js';
import { organisationChangesQuery } from '../../../api/system-queries.js';
import { addDays, dayInVietnam, daysBetween, formatDate } from '../../../format/dates.js';
import { t } from '../../../i18n/locale.js';
import { Link, setQuery, useQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { OfChosenPlan, PlanChoice } from '../../../ui/plan-choice.js';
import { Loaded } from '../../../ui/state.js';
import { ByChoice, LoadedThen, useByRecorded } from '../by-choice.js';
import { TierTable } from '../../overview/tier-table.js';
import { LateThen } from './late-then.js';

/** While somebody moves the slider nothing is asked; a moment after that, once. */
const REST_MS = 300;

/** A plan, also one below another, as it stood at any moment: by what had been recorded then, or by what took effect by then. */
export const Time = (): ReactNode => <OfChosenPlan any>{(plan) => <OfPlan plan={plan} key={plan.id} />}</OfChosenPlan>;

function OfPlan({ plan }: { readonly plan: PlanView }): ReactNode {
  const query = useQuery();
  const today = dayInVietnam(Date.now());
  const recorded = useByRecorded();
  const ahead = useAnswer({ ...organisationChangesQuery(addDays(today, 1)), enabled: !recorded });
  const now = today > plan.issuedOn ? today : addDays(plan.issuedOn, 1);
  const changing = recorded ? undefined : ahead.data?.changes.at(-1)?.from;
  const last = changing !== undefined && changing > now ? changing : now;
  const at = /^\d{4}-\d{2}-\d{2}$/.exec(query.get('at') ?? '')?.[0] ?? now;
  const moment = { at, recorded };
  return (
    <>
      <section className="panel stack">
        <div className="row filters">
          <PlanChoice value={plan.id} any />
          <DateField label={t('timeline.day')} value={at} take={(day) => setQuery({ at: day })} />
          <ByChoice />
        </div>
        <Slider first={plan.issuedOn} last={last} at={at} />
        <p className="hint">{t(recorded ? 'timeline.recordedHint' : 'timeline.effectHint', { day: formatDate(at) })}</p>
      </section>
      <Then plan={plan} moment={moment} />
    </>
  );
}

interface SliderProps {
  readonly first: string;
  readonly last: string;
  readonly at: string;
}

/** Days from the issue of the plan to today, or to the last one for which units are recorded to change. Arrow keys go by a day, page keys by ten. */
function Slider({ first, last, at }: SliderProps): ReactNode {
  const id = useId();
  const [held, setHeld] = useState(at);
  useEffect(() => setHeld(at), [at]);
  useEffect(() => {
    if (held === at) return undefined;
    const timer = setTimeout(() => setQuery({ at: held }), REST_MS);
    return () => clearTimeout(timer);
  }, [held, at]);
  const most = daysBetween(first, last);
  const now = Math.min(most, Math.max(0, daysBetween(first, held)));
  return (
    <div className="slider">
      <label htmlFor={id} className="unseen">
        {t('timeline.slider')}
      </label>
      <span className="hint">{formatDate(first)}</span>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        value={now}
        aria-valuetext={formatDate(held)}
        onChange={({ target }) => setHeld(addDays(first, Number(target.value)))}
      />
      <span className="hint">{formatDate(last)}</span>
      <output htmlFor={id}>{formatDate(held)}</output>
    </div>
  );
}

/** The figures of that moment, who was late then, and the way to what happened on the day. */
function Then({ plan, moment }: { readonly plan: PlanView; readonly moment: Moment }): ReactNode {
  const progress = useAnswer({ ...progressAtQuery(plan.id, moment), placeholderData: (before) => before });
  const late = useAnswer({ ...lateAtQuery(plan.id, moment), placeholderData: (before) => before });
  const { at, recorded } = moment;
  return (
    <>
      <LoadedThen of={progress}>
        {(of) => (
          <div className={progress.isPlaceholderData ? 'stack stale' : 'stack'}>
            <div className="columns">
              <TierTable of={of} what="items" isPast />
              <TierTable of={of} what="reports" isPast />
            </div>
            <p className="row">
              <Link
                className="button"
                to={{ name: 'audit', view: 'events' }}
                query={{ plan: plan.root, first: at, last: at, by: recorded ? null : 'effect' }}
              >
                {t('timeline.events')}
              </Link>
              <Link
                className="button"
                to={{ name: 'audit', view: 'compare' }}
                query={{ plan: plan.root, first: at, by: recorded ? 'recorded' : 'effect' }}
              >
                {t('timeline.compare')}
              </Link>
            </p>
          </div>
        )}
      </LoadedThen>
      {progress.data && <Loaded of={late}>{(of) => <LateThen plan={plan.root} late={of.late} at={at} />}</Loaded>}
    </>
  );
}
