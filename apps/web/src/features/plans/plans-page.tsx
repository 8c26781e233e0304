import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { plansQuery } from '../../api/queries.js';
import { compareNames, foldText } from '../../format/collate.js';
import { formatDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { Link } from '../../router/location.js';
import { Empty, Loaded } from '../../ui/state.js';
import { TextField } from '../../ui/text-field.js';
import { useTitle } from '../../ui/title.js';

/** All plans that have been issued: top plans, the newest first, each with those that carry it out. */
export function PlansPage(): ReactNode {
  useTitle(t('plans.title'));
  const plans = useAnswer(plansQuery());
  return (
    <div className="stack">
      <h1>{t('plans.title')}</h1>
      <Loaded of={plans}>
        {(all) => (all.length === 0 ? <Empty title={t('plans.empty')} hint={t('plans.emptyHint')} /> : <Plans plans={all} />)}
      </Loaded>
    </div>
  );
}

function Plans({ plans }: { readonly plans: readonly PlanView[] }): ReactNode {
  const [search, setSearch] = useState('');
  const wanted = foldText(search);
  const found = plans.filter(({ number: no, title, issuer }) => foldText(`${no} ${title} ${issuer.name}`).includes(wanted));
  const known = new Set(plans.map((plan) => plan.id));
  const tops = plans.filter(({ parent }) => parent === null || !known.has(parent)).toSorted(newestFirst);
  return (
    <>
      <div className="row">
        <TextField label={t('plans.search')} value={search} take={setSearch} type="search" className="search-input" />
        {wanted !== '' && (
          <p className="hint" role="status">
            {t('plans.found', { count: found.length })}
          </p>
        )}
      </div>
      {wanted === '' ? (
        <ul className="plan-list">
          {tops.map((plan) => (
            <Entry key={plan.id} plan={plan} plans={plans} />
          ))}
        </ul>
      ) : (
        <ul className="plan-list">
          {found.toSorted(newestFirst).map((plan) => (
            <Entry key={plan.id} plan={plan} plans={[]} />
          ))}
        </ul>
      )}
      {found.length === 0 && <Empty title={t('plans.noneFound')} />}
    </>
  );
}

const newestFirst = (a: PlanView, b: PlanView): number =>
  b.issuedOn.localeCompare(a.issuedOn) || compareNames(a.number, b.number);

function Entry({ plan, plans }: { readonly plan: PlanView; readonly plans: readonly PlanView[] }): ReactNode {
  const below = plans
    .filter(({ parent }) => parent === plan.id)
    .toSorted((a, b) => compareNames(a.issuer.name, b.issuer.name) || compareNames(a.number, b.number));
  return (
    <li className="plan-entry">
      <Link className="plan-link" to={{ name: 'plan', plan: plan.id, view: 'overview' }}>
        <span className="plan-number">{plan.number}</span>
        <span className="plan-title">{plan.title}</span>
        <span className="plan-issuer soft">{plan.issuer.name}</span>
        <span className="plan-date soft">{formatDate(plan.issuedOn)}</span>
        <span className="plan-units soft" title={t('counts.units')}>
          {t('cascade.size', { count: plan.unitPlans })}
        </span>
      </Link>
      {below.length > 0 && (
        <details open={plan.parent === null && below.length <= FEW}>
          <summary>{t('plans.below', { count: below.length })}</summary>
          <ul className="plan-list">
            {below.map((lower) => (
              <Entry key={lower.id} plan={lower} plans={plans} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Lower plans that are shown without being asked for. */
const FEW = 12;
