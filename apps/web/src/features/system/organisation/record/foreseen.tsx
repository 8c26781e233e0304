import type { ReactNode } from 'react';
import type { WrittenOf } from '../../../../api/client.js';
import { compareNames } from '../../../../format/collate.js';
import { number, t, textOf } from '../../../../i18n/locale.js';
import { type Column, Rows } from '../../../../ui/rows.js';
import { said } from '../said.js';
import { CascadeSums, Unresolved } from './sums.js';

type Answer = WrittenOf<'/api/v1/organisation/changes/preview'>;
type Cascade = Answer['cascades'][number];
interface Line {
  readonly id: string;
  /** Number of the plan: several may bear the same. */
  readonly plan: string;
  readonly way: Cascade['ways'][number];
}

/** What recording changes would do: to units, to open work, and what nobody could take over. */
export function Foreseen({ of: { changes, cascades, left } }: { readonly of: Answer }): ReactNode {
  const lines = cascades.flatMap(({ id, number: plan, ways }) => ways.map((way) => ({ id, plan, way })));
  const unresolved = cascades.flatMap(({ id, number: plan, unresolved: found }) =>
    found.map(({ unit, obligation }) => ({ id, plan, unit: unit.name, obligation })),
  );
  return (
    <section className="stack" aria-label={t('record.foreseen')}>
      <div role="status">
        <h3>{t('record.foreseen')}</h3>
        <p className="hint">{t('record.foreseenHint')}</p>
      </div>
      <ul className="plain-list" aria-label={t('record.units')}>
        {changes.map((change) => (
          <li key={`${change.unit.id} ${change.kind}`}>
            <strong>{change.unit.name}</strong>: {said(change)}
          </li>
        ))}
      </ul>
      {cascades.length === 0 && left.length === 0 && <p>{t('record.untouched')}</p>}
      <CascadeSums of={cascades} />
      {left.length > 0 && <p className="notice held">{t('record.left', { plans: left.join(', ') })}</p>}
      {lines.length > 0 && (
        <>
          <h3>{t('record.ways')}</h3>
          <Rows
            label={t('record.ways')}
            columns={columnsOf()}
            rows={lines}
            keyOf={({ id, way }) => `${id} ${way.unit.id} ${way.reason} ${way.to.map(({ id }) => id).join(' ')}`}
          />
        </>
      )}
      <Unresolved of={unresolved} />
    </section>
  );
}

const figure = (key: 'items' | 'reports' | 'duties'): Column<Line> => ({
  key,
  title: t(`record.${key}`),
  width: '6rem',
  figure: true,
  order: (a, b) => a.way[key] - b.way[key],
  cell: ({ way }) => number(way[key]),
});

const columnsOf = (): readonly Column<Line>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(9rem, 1.3fr)',
    heads: true,
    order: (a, b) => compareNames(a.way.unit.name, b.way.unit.name),
    cell: ({ way }) => way.unit.name,
  },
  {
    key: 'to',
    title: t('record.to'),
    width: 'minmax(9rem, 1.3fr)',
    cell: ({ way }) => (way.to.length === 0 ? t('record.nobody') : way.to.map(({ name }) => name).join(', ')),
  },
  figure('items'),
  figure('reports'),
  figure('duties'),
  { key: 'why', title: t('record.why'), width: 'minmax(9rem, 1fr)', cell: ({ way }) => textOf('way', way.reason) },
  { key: 'plan', title: t('record.plan'), width: '8rem', cell: ({ plan }) => plan },
];
