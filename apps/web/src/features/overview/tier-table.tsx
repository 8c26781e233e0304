import type { Counts, Progress } from '#contracts';
import type { ReactNode } from 'react';
import { compareTiers } from '../../format/collate.js';
import { t } from '../../i18n/locale.js';
import { tierText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { Bar, Figure, Legend, STANDINGS } from '../../ui/standing.js';

interface TierTableProps {
  readonly of: Progress;
  readonly what: 'items' | 'reports';
  /** Of another moment: lists show what stands now. */
  readonly isPast?: boolean;
}

/** Bars with their numbers: one row for each tier, the whole last where there are several. */
export function TierTable({ of, what, isPast = false }: TierTableProps): ReactNode {
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
            <Row key={tier} name={tierText(tier)} units={unitPlans} counts={counts} />
          ))}
          {tiers.length > 1 && <Row name={t('counts.all')} units={units} counts={of[what]} {...(isPast ? {} : { of, what })} />}
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
  /** Given for the whole, whose numbers open the items that they count. */
  readonly of?: Progress;
  readonly what?: 'items' | 'reports';
}

function Row({ name, units, counts, of, what }: RowProps): ReactNode {
  const opens = of !== undefined && what === 'items' && of.plan.parent === null;
  return (
    <tr>
      <th scope="row">
        {name}
        <Bar counts={counts} />
      </th>
      <td className="figure" data-label={t('counts.units')}>
        <Figure value={units} />
      </td>
      {STANDINGS.map((standing) => (
        <td key={standing} className="figure" data-label={t(`counts.${standing}`)}>
          {opens && counts[standing] > 0 ? (
            <Link
              to={{ name: 'plan', plan: of.plan.root, view: 'items' }}
              query={{ standing }}
              aria-label={t('counts.openItems', { what: t(`counts.${standing}`), count: counts[standing] })}
            >
              <Figure value={counts[standing]} />
            </Link>
          ) : (
            <Figure value={counts[standing]} />
          )}
        </td>
      ))}
      <td className="figure" data-label={t('counts.total')}>
        <Figure value={counts.total} />
      </td>
    </tr>
  );
}
