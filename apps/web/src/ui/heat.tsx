import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { unitQuery } from '../api/queries.js';
import { useMay } from '../api/session.js';
import { t } from '../i18n/locale.js';
import { Link, useQuery } from '../router/location.js';
import type { PlanView } from '../router/routes.js';

/** From which share on, in per cent, a cell of a heat table bears which shade. */
const SHADES = [50, 75, 90, 98] as const;
export const shadeOf = (share: number): number => SHADES.filter((from) => share >= from).length;

/** What the shades mean. */
const HeatScale = (): ReactNode => (
  <span className="heat-scale" aria-hidden="true">
    {t('heat.less')}
    {[0, 1, 2, 3, 4].map((shade) => (
      <span key={shade} className={`shade-${shade}`} />
    ))}
    {t('heat.more')}
  </span>
);

/** Which heat table it is: of a plan, in one of its views. */
interface HeatTable {
  readonly plan: string;
  readonly view: PlanView;
}

/** Within which unit, and the way up from it. */
export function HeatWithin({
  plan,
  view,
  within,
}: HeatTable & { readonly within: { readonly name: string; readonly superior: string | null } }): ReactNode {
  const up = within.superior;
  const superior = useAnswer({ ...unitQuery(up ?? ''), enabled: up !== null });
  const mayUp = useMay('figures.read', up ?? '');
  const isBelow = useQuery().has('within') && up !== null && mayUp === true;
  return (
    <p className="row spread hint">
      <span>
        {t('heat.within', { unit: within.name })}
        {isBelow && ' · '}
        {isBelow && (
          <Link to={{ name: 'plan', plan, view }} query={{ within: up }}>
            {t('heat.up', { unit: superior.data?.name ?? up })}
          </Link>
        )}
      </span>
      <HeatScale />
    </p>
  );
}

interface HeatUnitProps extends HeatTable {
  readonly unit: { readonly id: string; readonly name: string };
  readonly withBelow: boolean;
  readonly isWhole: boolean;
}

/** Whose row it is: all of them, a unit with those below it, which it opens, or a unit by itself. */
export const HeatUnit = ({ plan, view, unit, withBelow, isWhole }: HeatUnitProps): ReactNode => (
  <th scope="row">
    {isWhole && t('counts.all')}
    {!isWhole && withBelow && (
      <Link to={{ name: 'plan', plan, view }} query={{ within: unit.id }}>
        {unit.name}
      </Link>
    )}
    {!isWhole && !withBelow && t('heat.itself', { unit: unit.name })}
  </th>
);
