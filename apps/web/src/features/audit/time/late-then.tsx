import { type ReactNode, useMemo } from 'react';
import type { AnswerOf } from '../../../api/client.js';
import { compareNames } from '../../../format/collate.js';
import { t } from '../../../i18n/locale.js';
import { dueText, obligationText } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { ObligationLink } from '../../../ui/obligation-link.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { WhyButton } from '../../why/why-button.js';

type Entry = AnswerOf<'/api/v1/audit/as-of/plans/{plan}/late-list'>['late'][number];

interface LateThenProps {
  readonly plan: string;
  readonly late: readonly Entry[];
  readonly at: string;
}

/** Who was late at a moment, each with the way to the reasons as they were then. */
export function LateThen({ plan, late, at }: LateThenProps): ReactNode {
  const columns = useMemo(() => columnsOf(plan, at), [plan, at]);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('timeline.late')}</h2>
        <p className="soft" role="status">
          {t('late.count', { count: late.length })}
        </p>
      </div>
      {late.length === 0 ? (
        <p className="soft">{t('late.empty')}</p>
      ) : (
        <Rows
          label={t('timeline.late')}
          columns={columns}
          rows={late}
          keyOf={({ unit, obligation }) => `${unit.id} ${obligation}`}
        />
      )}
    </section>
  );
}

const columnsOf = (plan: string, at: string): readonly Column<Entry>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    heads: true,
    order: (a, b) => compareNames(a.unit.name, b.unit.name),
    cell: ({ unit }) => <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>{unit.name}</Link>,
  },
  {
    key: 'obligation',
    title: t('column.obligation'),
    width: 'minmax(12rem, 2.2fr)',
    plain: true,
    cell: (entry) => <ObligationLink plan={plan} of={entry} />,
  },
  {
    key: 'due',
    title: t('column.due'),
    width: '7rem',
    figure: true,
    order: (a, b) => a.due.localeCompare(b.due),
    cell: dueText,
  },
  {
    key: 'days',
    title: t('column.days'),
    width: '7rem',
    figure: true,
    order: (a, b) => a.daysLate - b.daysLate,
    cell: ({ daysLate }) => <span className="bad-ink">{t('days.count', { count: daysLate })}</span>,
  },
  {
    key: 'why',
    title: t('why.short'),
    width: '5rem',
    plain: true,
    cell: ({ unit, obligation }) => (
      <WhyButton
        of={{ plan, unit: unit.id, obligation, aspect: 'late', at }}
        about={`${unit.name}, ${obligationText(obligation)}`}
      />
    ),
  },
];
