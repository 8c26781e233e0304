import type { PlanView } from '#contracts';
import { type ReactNode, useMemo } from 'react';
import type { WrittenOf } from '../../../api/client.js';
import { compareNames } from '../../../format/collate.js';
import { formatDate, formatInstant } from '../../../format/dates.js';
import { compareSteps } from '../../../format/periods.js';
import { language, number, t } from '../../../i18n/locale.js';
import { obligationText, stepText } from '../../../i18n/words.js';
import { Link } from '../../../router/location.js';
import { type Column, Rows } from '../../../ui/rows.js';
import { TimeTag } from '../../../ui/standing.js';
import { WhyButton } from '../../why/why-button.js';
import { Moved } from '../moved.js';

type Answer = WrittenOf<'/api/v1/audit/what-if'>;
type Difference = Answer['differences'][number];
const TOTALS = ['unitPlans', 'items', 'reports', 'onTime', 'late', 'overdue', 'escalations'] as const;

/** Both courses of things beside each other, and where they part. */
export function Outcome({ of, plan }: { readonly of: Answer; readonly plan: PlanView }): ReactNode {
  const columns = useMemo(() => columnsOf(plan.root), [plan.root]);
  return (
    <>
      <section className="panel stack" role="status">
        <h2>{t('whatIf.answer')}</h2>
        <p className="hint">{t('whatIf.span', { from: formatInstant(of.from), until: formatInstant(of.until) })}</p>
        <Totals of={of} />
      </section>
      <section className="panel">
        <h2>{t('whatIf.differences', { count: of.total })}</h2>
        {of.differences.length === 0 ? (
          <p className="soft">{t('whatIf.none')}</p>
        ) : (
          <Rows
            label={t('whatIf.answer')}
            columns={columns}
            rows={of.differences}
            keyOf={({ unit, obligation }) => `${unit} ${obligation}`}
          />
        )}
      </section>
      {of.notCarried.length > 0 && (
        <section className="panel">
          <h2>{t('whatIf.notCarried', { count: of.notCarried.length })}</h2>
          <ul className="plain-list">
            {of.notCarried.map(({ position, at, what }) => (
              <li key={position}>
                <span className="soft">{formatInstant(at)}</span> {inWords(what[language()])}{' '}
                <Link to={{ name: 'audit', view: 'events' }} query={{ event: position }}>
                  {t('whatIf.event', { position })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A sentence of the server, with the obligations that it names by their ids called as they are everywhere. */
const inWords = (text: string): string => text.replace(/“([^”]+)”/g, (_, id: string) => `“${obligationText(id)}”`);

const Totals = ({ of }: { readonly of: Answer }): ReactNode => (
  <div className="scrolled" role="region" aria-label={t('whatIf.answer')} tabIndex={0}>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('compare.what')}</th>
          <th scope="col" className="figure">
            {t('whatIf.recorded')}
          </th>
          <th scope="col" className="figure">
            {t('whatIf.otherwise')}
          </th>
          <th scope="col" className="figure">
            {t('compare.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {TOTALS.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`whatIf.total.${name}`)}</th>
            <td className="figure">{number(of.recorded[name])}</td>
            <td className="figure">{number(of.otherwise[name])}</td>
            <td className="figure">
              <Moved from={of.recorded[name]} to={of.otherwise[name]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Steps in the order in which they come; one that came again, for a date that moved, once with how often. */
function stepsText(steps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const step of steps.map((each) => each.replace(/#\d+$/, ''))) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => compareSteps(a, b))
    .map(([step, count]) => (count > 1 ? `${stepText(step)} ×${count}` : stepText(step)))
    .join('; ');
}

const Standing = ({ of }: { readonly of: Difference['recorded'] }): ReactNode =>
  of === null ? (
    <span className="soft">{t('whatIf.absent')}</span>
  ) : (
    <span className="stack-tight">
      <span>
        {of.due && `${formatDate(of.due)} `}
        <TimeTag of={{ timeliness: of.timeliness as 'late', daysLate: of.daysLate }} />
      </span>
      {of.steps.length > 0 && <span className="hint">{stepsText(of.steps)}</span>}
    </span>
  );

const columnsOf = (plan: string): readonly Column<Difference>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    heads: true,
    order: (a, b) => compareNames(a.unitName, b.unitName),
    cell: ({ unitName }) => unitName,
  },
  {
    key: 'obligation',
    title: t('column.obligation'),
    width: 'minmax(9rem, 1fr)',
    plain: true,
    cell: ({ unit, obligation }) => (
      <>
        {obligationText(obligation)} <WhyButton of={{ plan, unit, obligation }} about={obligationText(obligation)} />
      </>
    ),
  },
  {
    key: 'recorded',
    title: t('whatIf.recorded'),
    width: 'minmax(11rem, 1.4fr)',
    whole: true,
    cell: ({ recorded }) => <Standing of={recorded} />,
  },
  {
    key: 'otherwise',
    title: t('whatIf.otherwise'),
    width: 'minmax(11rem, 1.4fr)',
    whole: true,
    cell: ({ otherwise }) => <Standing of={otherwise} />,
  },
];
