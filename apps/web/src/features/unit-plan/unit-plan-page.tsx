import type { UnitPlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { plansQuery, unitPlanQuery, unitQuery } from '../../api/queries.js';
import { formatLongDate } from '../../format/dates.js';
import { language, t } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { MomentChoice, useAsOf, useToday } from '../../ui/moment.js';
import { Loaded } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { unbroken } from '../../ui/unbroken.js';
import { DutyList, ItemTable, OtherTasks, ReportTable } from './parts.js';

interface Place {
  readonly plan: string;
  readonly unit: string;
}

/** Everything one unit owes under a plan, laid out as the document that it is. */
export function UnitPlanPage({ plan, unit }: Place): ReactNode {
  const unitPlan = useAnswer(unitPlanQuery(plan, unit, useAsOf()));
  const named = useAnswer(unitQuery(unit));
  useTitle(t('unit.document', { unit: named.data?.name ?? unit }));
  return (
    <Loaded of={unitPlan} isWhole>
      {(of) => <Document of={of} />}
    </Loaded>
  );
}

function Document({ of }: { readonly of: UnitPlanView }): ReactNode {
  const { plan, unit } = of;
  const today = useToday();
  return (
    <div className="stack">
      <nav className="row spread no-print">
        <Link to={{ name: 'plan', plan, view: 'cascade' }}>‹ {t('view.cascade')}</Link>
        <MomentChoice />
      </nav>
      <article className="panel paper stack">
        <Head of={of} />
        <section>
          <h2>{t('unit.items')}</h2>
          {of.items.length === 0 ? <p className="soft">{t('unit.itemsEmpty')}</p> : <ItemTable items={of.items} today={today} />}
        </section>
        <section>
          <h2>{t('unit.reports')}</h2>
          {of.reports.length === 0 ? (
            <p className="soft">{t('unit.reportsEmpty')}</p>
          ) : (
            <ReportTable reports={of.reports} today={today} />
          )}
        </section>
        <section>
          <h2>{t('unit.duties')}</h2>
          {of.duties.length === 0 ? <p className="soft">{t('unit.dutiesEmpty')}</p> : <DutyList of={of} />}
        </section>
        <OtherTasks of={of} />
        <p className="no-print row">
          {of.ownPlan === null && (
            <Link className="button" to={{ name: 'own-plan', plan, unit: unit.id }}>
              {t('unit.draft')}
            </Link>
          )}
          <button type="button" className="button" onClick={() => print()}>
            {t('unit.print')}
          </button>
        </p>
      </article>
    </div>
  );
}

function Head({ of: { plan, unit, source, provisional, ownPlan } }: { readonly of: UnitPlanView }): ReactNode {
  const plans = useAnswer(plansQuery());
  const numberOf = (id: string): string => plans.data?.find((each) => each.id === id)?.number ?? id;
  const followed = plans.data?.find((each) => each.id === source);
  return (
    <header className="letterhead">
      <p className="letterhead-issuer">
        {unit.name} · {tierText(unit.tier)}
      </p>
      <h1>{followed?.title ?? numberOf(plan)}</h1>
      {followed && (
        <p className="soft">
          {followed.issuer.name} · {unbroken(t('plan.number', { number: followed.number }))} ·{' '}
          {formatLongDate(followed.issuedOn, language())}
        </p>
      )}
      {source !== ownPlan && (
        <p>
          <Link to={{ name: 'plan', plan: source, view: 'overview' }}>
            {unbroken(t(provisional ? 'unit.provisional' : 'unit.follows', { plan: numberOf(source) }))}
          </Link>
        </p>
      )}
      {ownPlan !== null && (
        <p>
          <Link to={{ name: 'plan', plan: ownPlan, view: 'overview' }}>
            {unbroken(t('unit.own', { plan: numberOf(ownPlan) }))}
          </Link>
        </p>
      )}
    </header>
  );
}
