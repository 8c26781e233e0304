import type { ReactNode } from 'react';
import { compareNames } from '../../../../format/collate.js';
import { t } from '../../../../i18n/locale.js';
import { obligationText } from '../../../../i18n/words.js';
import { type Column, Rows } from '../../../../ui/rows.js';

interface Sums {
  readonly handedOver: number;
  readonly readdressed: number;
  readonly ended: Readonly<Record<string, number>>;
}

/** How many obligations go to others, end, and find another way, over all plans. */
export function CascadeSums({ of }: { readonly of: readonly Sums[] }): ReactNode {
  if (of.length === 0) return null;
  const sum = (count: (each: Sums) => number): number => of.reduce((total, each) => total + count(each), 0);
  const ended = sum((each) => Object.values(each.ended).reduce((total, count) => total + count, 0));
  return (
    <ul className="plain-list">
      <li>{t('record.handed', { count: sum(({ handedOver }) => handedOver) })}</li>
      <li>{t('record.ended', { count: ended })}</li>
      <li>{t('record.readdressed', { count: sum(({ readdressed }) => readdressed) })}</li>
    </ul>
  );
}

interface Lost {
  readonly id: string;
  /** Number of the plan: several may bear the same. */
  readonly plan: string;
  readonly unit: string;
  readonly obligation: string;
}

/** What nobody can take over: named, one by one. */
export const Unresolved = ({ of }: { readonly of: readonly Lost[] }): ReactNode =>
  of.length > 0 && (
    <>
      <h3>{t('record.unresolved', { count: of.length })}</h3>
      <Rows
        label={t('record.unresolved', { count: of.length })}
        columns={columnsOf()}
        rows={of}
        keyOf={({ id, unit, obligation }) => `${id} ${unit} ${obligation}`}
      />
    </>
  );

const columnsOf = (): readonly Column<Lost>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(9rem, 1.3fr)',
    heads: true,
    order: (a, b) => compareNames(a.unit, b.unit),
    cell: ({ unit }) => unit,
  },
  {
    key: 'obligation',
    title: t('column.obligation'),
    width: 'minmax(9rem, 1.3fr)',
    order: (a, b) => compareNames(a.obligation, b.obligation),
    cell: ({ obligation }) => obligationText(obligation),
  },
  { key: 'plan', title: t('record.plan'), width: 'minmax(8rem, 1fr)', cell: ({ plan }) => plan },
];
