import type { Completeness, ReportRate } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { completenessQuery } from '../../api/queries.js';
import { percent, t } from '../../i18n/locale.js';
import { dateText, periodText } from '../../i18n/words.js';
import { Link, useQuery } from '../../router/location.js';
import { HeatUnit, HeatWithin, shadeOf } from '../../ui/heat.js';
import { useAsOf } from '../../ui/moment.js';
import { Empty, Loaded } from '../../ui/state.js';
import type { PlanProps } from '../plan/plan-props.js';
import { WhyButton } from '../why/why-button.js';
import { CountedReports } from './counted-reports.js';
import { MissingReports } from './missing-reports.js';

const MEASURES = ['completeness', 'timeliness'] as const;
type Measure = (typeof MEASURES)[number];
/** What numbers of other views ask for. */
const COUNTING = ['standing', 'tier', 'due', 'inOn'] as const;

/** Completeness and timeliness as a heat table: units × periods. A unit opens the tier below it, a cell the reports that are missing. */
export function Reports({ plan }: PlanProps): ReactNode {
  const query = useQuery();
  const within = query.get('within');
  const asOf = useAsOf();
  const [measure, setMeasure] = useState<Measure>('timeliness');
  const table = useAnswer({ ...completenessQuery(plan.id, within, asOf), placeholderData: (before) => before });
  const period = query.get('period');
  const unit = query.get('unit');
  const isCell = unit !== null || period !== null;
  return (
    <div className="stack">
      <section className="panel">
        <div className="panel-head">
          <h2>{t('heat.title')}</h2>
          <fieldset className="choices">
            <legend>{t('heat.measure')}</legend>
            {MEASURES.map((each) => (
              <label key={each}>
                <input type="radio" name="measure" checked={measure === each} onChange={() => setMeasure(each)} />
                {t(`heat.${each}`)}
              </label>
            ))}
          </fieldset>
        </div>
        <Loaded of={table}>{(of) => <Heat plan={plan.id} of={of} measure={measure} />}</Loaded>
      </section>
      {isCell && !query.has('alone') && <MissingReports plan={plan} unit={unit ?? within} period={period} />}
      {(isCell || COUNTING.some((name) => query.has(name))) && <CountedReports plan={plan} />}
    </div>
  );
}

interface HeatProps {
  readonly plan: string;
  readonly of: Completeness;
  readonly measure: Measure;
}

function Heat({ plan, of, measure }: HeatProps): ReactNode {
  const { within, periods, rows, rate } = of;
  if (periods.length === 0) return <Empty title={t('heat.empty')} />;
  const whole = {
    unit: within,
    withBelow: true,
    rate,
    periods: Object.fromEntries(periods.map((each) => [each.label, each.rate])),
  };
  return (
    <>
      <HeatWithin plan={plan} view="reports" within={of.within} />
      <p className="hint">{t('heat.hint')}</p>
      <div className="scrolled" role="region" aria-label={t('heat.title')} tabIndex={0}>
        <table className="table heat">
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              {periods.map(({ label, due }) => (
                <th key={label} scope="col">
                  {periodText(label)}
                  <span className="hint"> {dateText(due)}</span>
                </th>
              ))}
              <th scope="col">{t('heat.all')}</th>
              <th scope="col" className="no-print">
                <span className="unseen">{t('why.short')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatRow key={`${row.unit.id} ${row.withBelow}`} plan={plan} of={of} row={row} measure={measure} />
            ))}
            <HeatRow plan={plan} of={of} row={whole} measure={measure} isWhole />
          </tbody>
        </table>
      </div>
    </>
  );
}

interface HeatRowProps extends HeatProps {
  readonly row: Completeness['rows'][number];
  readonly isWhole?: boolean;
}

function HeatRow({ plan, of, row: { unit, withBelow, rate, periods }, measure, isWhole = false }: HeatRowProps): ReactNode {
  const to = { plan, within: of.within.id, unit: unit.id, alone: withBelow ? null : true };
  return (
    <tr className={isWhole ? 'whole-row' : undefined}>
      <HeatUnit plan={plan} view="reports" unit={unit} withBelow={withBelow} isWhole={isWhole} />
      {of.periods.map(({ label }) => (
        <Cell key={label} rate={periods[label]} measure={measure} to={{ ...to, period: label }} />
      ))}
      <Cell rate={rate} measure={measure} to={{ ...to, period: null }} />
      <td className="no-print">
        <WhyButton of={{ plan, unit: unit.id, aspect: 'rate', at: of.asOf }} about={t('why.rate', { unit: unit.name })} />
      </td>
    </tr>
  );
}

interface CellProps {
  readonly rate: ReportRate | undefined;
  readonly measure: Measure;
  readonly to: {
    readonly plan: string;
    readonly within: string;
    readonly unit: string;
    /** Of the unit by itself. */
    readonly alone: boolean | null;
    readonly period: string | null;
  };
}

function Cell({ rate, measure, to: { plan, ...place } }: CellProps): ReactNode {
  const share = rate?.[measure] ?? null;
  if (!rate || share === null) return <td className="heat-none">–</td>;
  const { received, expected, onTime } = rate;
  const told = t('heat.cell', { received, expected, onTime });
  return (
    <td className={`heat-cell shade-${shadeOf(share)}`}>
      <Link to={{ name: 'plan', plan, view: 'reports' }} query={place} title={told}>
        <strong>{percent(share)}</strong>
        <span className="heat-detail">
          {measure === 'completeness' ? received : onTime}/{expected}
        </span>
        <span className="unseen">{told}</span>
      </Link>
    </td>
  );
}
