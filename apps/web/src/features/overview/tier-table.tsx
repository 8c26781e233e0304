import type { Counts, Progress } from '#contracts';
import type { ReactNode } from 'react';
import { compareTiers } from '../../format/collate.js';
import { t } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { Bar, Figure, Legend, type Standing, STANDINGS } from '../../ui/standing.js';

interface TierTableProps {
  readonly of: Progress;
  readonly what: 'items' | 'reports';
  /** The unit whose part it is; the whole plan unless told. */
  readonly within?: string | null;
  /** Of another moment: lists show what stands now. */
  readonly isPast?: boolean;
}

/** Bars with their numbers: one row for each tier, the whole last where there are several. */
export function TierTable({ of, what, within = null, isPast = false }: TierTableProps): ReactNode {
  const title = t(what === 'items' ? 'overview.items' : 'overview.reportsByTier');
  const tiers = Object.entries(of.byTier).toSorted(([a], [b]) => compareTiers(a, b));
  const units = tiers.reduce((sum, [, { unitPlans }]) => sum + unitPlans, 0);
  return (
    <section className="panel">
      <h2>{title}</h2>
      <table className="table tiers">
        <thead>
          <tr>
            <th scope="col">{t('counts.tier')}</th>
            <th scope="col" className="figure">
              {t('counts.units')}
            </th>
            {STANDINGS.map((standing) => (
              <th key={standing} scope="col" className="figure">
                {t(`counts.${standing}`)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('counts.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(([tier, { unitPlans, [what]: counts }]) => (
            <Row
              key={tier}
              name={tierText(tier)}
              units={unitPlans}
              counts={counts}
              to={isPast ? null : { of, what, within, tier }}
            />
          ))}
          {tiers.length > 1 && (
            <Row name={t('counts.all')} units={units} counts={of[what]} to={isPast ? null : { of, what, within, tier: null }} />
          )}
        </tbody>
      </table>
      <Legend />
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly units: number;
  readonly counts: Counts;
  /** What its numbers open; null where they are of another moment. */
  readonly to: WayTo | null;
}

interface WayTo {
  readonly of: Progress;
  readonly what: 'items' | 'reports';
  readonly within: string | null;
  /** Null for all tiers. */
  readonly tier: string | null;
}

function Row({ name, units, counts, to }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row">
        {name}
        <Bar counts={counts} />
      </th>
      <td className="figure" data-label={t('counts.units')}>
        {to === null ? (
          <Figure value={units} />
        ) : (
          <Link
            to={{ name: 'plan', plan: to.of.plan.id, view: 'cascade' }}
            query={{ within: to.within }}
            aria-label={t('counts.openUnits', { what: name, count: units })}
          >
            <Figure value={units} />
          </Link>
        )}
      </td>
      {STANDINGS.map((standing) => (
        <td key={standing} className="figure" data-label={t(`counts.${standing}`)}>
          <Opening to={to} name={name} standing={standing} value={counts[standing]} />
        </td>
      ))}
      <td className="figure" data-label={t('counts.total')}>
        <Opening to={to} name={name} standing={null} value={counts.total} />
      </td>
    </tr>
  );
}

interface OpeningProps {
  readonly to: WayTo | null;
  readonly name: string;
  /** Null: of all of them. */
  readonly standing: Standing | null;
  readonly value: number;
}

/** A number that opens what it counts: items or reports of the tier. */
function Opening({ to, name, standing, value }: OpeningProps): ReactNode {
  const figure = <Figure value={value} />;
  if (to === null || value === 0) return figure;
  const { of, what, within, tier } = to;
  const about = `${name}: ${t(`counts.${standing ?? 'total'}`)}`;
  const isItems = what === 'items';
  return (
    <Link
      to={{ name: 'plan', plan: of.plan.id, view: what }}
      query={{ standing: standing ?? (isItems ? null : 'total'), tier, within }}
      aria-label={t(isItems ? 'counts.openItems' : 'counts.openReports', { what: about, count: value })}
    >
      {figure}
    </Link>
  );
}
