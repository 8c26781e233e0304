import type { PlanView as Plan } from '#contracts';
import type { ReactNode } from 'react';
import { useMay } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { Link } from '../../router/location.js';
import { useUnitNames } from '../../ui/unit-names.js';

interface OwnPartProps {
  readonly plan: Plan;
  /** The unit that the person acts for. */
  readonly unit: string;
}

/** In the place of figures of a whole plan, for whoever watches over a part of it: what of it is theirs. */
export function OwnPart({ plan, unit }: OwnPartProps): ReactNode {
  const name = useUnitNames([unit]).get(unit) ?? unit;
  const watches = useMay('figures.read', unit);
  const to = { name: 'plan', plan: plan.id } as const;
  return (
    <section className="notice stack">
      <h2>{t('part.title', { issuer: plan.issuer.name })}</h2>
      <p>{t('part.hint', { unit: name })}</p>
      <ul>
        <li>
          <Link to={{ name: 'unit-plan', plan: plan.root, unit }}>{t('plan.mine')}</Link>
        </li>
        {watches &&
          (['tasks', 'reports'] as const).map((view) => (
            <li key={view}>
              <Link to={{ ...to, view }} query={{ within: unit }}>
                {t(`view.${view}`)}
              </Link>
            </li>
          ))}
        <li>
          <Link to={{ ...to, view: 'items' }}>{t('view.items')}</Link>
        </li>
      </ul>
    </section>
  );
}
