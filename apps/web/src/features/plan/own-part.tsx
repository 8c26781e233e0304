import type { PlanView as Plan } from '#contracts';
import { type ReactNode, useEffect } from 'react';
import { useMay } from '../../api/session.js';
import { t } from '../../i18n/locale.js';
import { Link, setQuery } from '../../router/location.js';
import { Waiting } from '../../ui/state.js';
import { useUnitNames } from '../../ui/unit-names.js';

interface OwnPartProps {
  readonly plan: Plan;
  /** The unit that the person acts for. */
  readonly unit: string;
}

/**
 * In the place of figures of a whole plan, for whoever does not watch over it: whoever watches over a part is shown that part, others
 * what of it is theirs.
 */
export function OwnPart({ plan, unit }: OwnPartProps): ReactNode {
  const name = useUnitNames([unit]).get(unit) ?? unit;
  const watches = useMay('figures.read', unit);
  useEffect(() => {
    if (watches) setQuery({ within: unit });
  }, [watches, unit]);
  if (watches !== false) return <Waiting />;
  return (
    <section className="notice stack">
      <h2>{t('part.title', { issuer: plan.issuer.name })}</h2>
      <p>{t('part.hint', { unit: name })}</p>
      <ul>
        <li>
          <Link to={{ name: 'unit-plan', plan: plan.root, unit }}>{t('plan.mine')}</Link>
        </li>
        <li>
          <Link to={{ name: 'plan', plan: plan.id, view: 'items' }}>{t('view.items')}</Link>
        </li>
      </ul>
    </section>
  );
}
