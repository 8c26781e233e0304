import type { PlanView as Plan } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { plansQuery } from '../../api/queries.js';
import { useMay } from '../../api/session.js';
import { formatLongDate } from '../../format/dates.js';
import { language, t } from '../../i18n/locale.js';
import { Link, useQuery } from '../../router/location.js';
import { PLAN_VIEWS, type PlanView } from '../../router/routes.js';
import { useActingUnit } from '../../ui/acting.js';
import { useUnitNames } from '../../ui/unit-names.js';
import { MomentChoice } from '../../ui/moment.js';
import { Empty, Loaded, Waiting } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { unbroken } from '../../ui/unbroken.js';
import type { PlanProps } from './plan-props.js';

const VIEWS: Readonly<Record<PlanView, ReturnType<typeof lazy<(about: PlanProps) => ReactNode>>>> = {
  overview: lazy(async () => ({ default: (await import('../overview/overview.js')).Overview })),
  cascade: lazy(async () => ({ default: (await import('../cascade/cascade.js')).Cascade })),
  tasks: lazy(async () => ({ default: (await import('../tasks/tasks.js')).Tasks })),
  reports: lazy(async () => ({ default: (await import('../reports/reports.js')).Reports })),
  late: lazy(async () => ({ default: (await import('../late/late.js')).Late })),
  items: lazy(async () => ({ default: (await import('../items/items.js')).Items })),
  rules: lazy(async () => ({ default: (await import('../rules/rules.js')).Rules })),
};

const OwnPart = lazy(async () => ({ default: (await import('./own-part.js')).OwnPart }));

/** Views of the figures of a plan: of the whole, or of a part of it where one is named. */
const OF_FIGURES: ReadonlySet<PlanView> = new Set(['overview', 'cascade', 'late', 'tasks', 'reports']);
/** Those that say themselves which part they show. */
const SAYING: ReadonlySet<PlanView> = new Set(['tasks', 'reports']);

/** The unit whose part a person sees of a plan that they do not watch over as a whole; null where they do. */
function usePart(plan: Plan): string | null {
  const acting = useActingUnit();
  return useMay('figures.read', plan.issuer.id) === false ? acting : null;
}

/** One plan: its head, as a document bears it, the choice of views, and the view. */
export function PlanPage({ plan: id, view }: { readonly plan: string; readonly view: PlanView }): ReactNode {
  const plans = useAnswer(plansQuery());
  return (
    <Loaded of={plans} isWhole>
      {(all) => {
        const plan = all.find((each) => each.id === id);
        return plan ? (
          <OnePlan plan={plan} plans={all} view={view} />
        ) : (
          <Empty isWhole title={t('plans.noneFound')} hint={t('page.unknownHint')}>
            <p>
              <Link to={{ name: 'plans' }}>{t('plans.title')}</Link>
            </p>
          </Empty>
        );
      }}
    </Loaded>
  );
}

function OnePlan({ plan, plans, view }: PlanProps & { readonly view: PlanView }): ReactNode {
  useTitle(`${plan.number}: ${t(`view.${view}`)}`);
  const View = VIEWS[view];
  const part = usePart(plan);
  const named = useQuery().get('within');
  const within = OF_FIGURES.has(view) ? named : null;
  return (
    <div className="stack">
      <Letterhead plan={plan} plans={plans} />
      <div className="view-bar row spread">
        <nav aria-label={t('plan.views')} className="views">
          {PLAN_VIEWS.map((each) => (
            <Link
              key={each}
              to={{ name: 'plan', plan: plan.id, view: each }}
              query={{ within: OF_FIGURES.has(each) ? (within ?? part) : null }}
              aria-current={each === view ? 'page' : undefined}
            >
              {t(`view.${each}`)}
            </Link>
          ))}
        </nav>
        {view !== 'rules' && <MomentChoice />}
      </div>
      <Suspense fallback={<Waiting />}>
        {within !== null && !SAYING.has(view) && <Within plan={plan} view={view} unit={within} isAll={part === null} />}
        {part === null || within !== null || !OF_FIGURES.has(view) ? (
          <View plan={plan} plans={plans} />
        ) : (
          <OwnPart plan={plan} unit={part} />
        )}
      </Suspense>
    </div>
  );
}

interface WithinProps {
  readonly plan: Plan;
  readonly view: PlanView;
  readonly unit: string;
  /** The person may see all of the plan, too. */
  readonly isAll: boolean;
}

/** Whose part is shown, and the way to the whole. */
function Within({ plan, view, unit, isAll }: WithinProps): ReactNode {
  const name = useUnitNames([unit]).get(unit) ?? unit;
  return (
    <p className="row hint" role="status">
      {t('heat.within', { unit: name })}
      {isAll && (
        <Link to={{ name: 'plan', plan: plan.id, view }} query={{ within: null }}>
          {t('part.all')}
        </Link>
      )}
    </p>
  );
}

function Letterhead({ plan, plans }: PlanProps): ReactNode {
  const acting = useActingUnit();
  const parent = plans.find(({ id }) => id === plan.parent);
  return (
    <header className="letterhead">
      <p className="letterhead-issuer">
        {plan.issuer.name} · {unbroken(t('plan.number', { number: plan.number }))} · {formatLongDate(plan.issuedOn, language())}
      </p>
      <h1>{plan.title}</h1>
      <p className="soft">
        {standing(plan)}
        {parent && ' · '}
        {parent && (
          <Link to={{ name: 'plan', plan: parent.id, view: 'overview' }}>
            {unbroken(t('plan.follows', { plan: parent.number }))}
          </Link>
        )}
        {acting !== null && acting !== plan.issuer.id && ' · '}
        {acting !== null && acting !== plan.issuer.id && (
          <Link to={{ name: 'unit-plan', plan: plan.root, unit: acting }}>{t('plan.mine')}</Link>
        )}
      </p>
    </header>
  );
}

/** A top plan's cascade reaches every unit below; units leave a lower plan for one of their own. */
function standing({ status, parent, unitPlans }: Plan): string {
  if (status === 'issued') return t('plan.cascading');
  const reach = t(parent === null ? 'plan.cascaded' : 'plan.following', { count: unitPlans });
  return status === 'cascaded' ? reach : `${t('plan.ended')} · ${reach}`;
}
