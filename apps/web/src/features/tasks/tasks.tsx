import type { Counts, TaskTable } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { taskTableQuery } from '../../api/queries.js';
import { onTimeShare } from '../../format/periods.js';
import { percent, t } from '../../i18n/locale.js';
import { Link, useQuery } from '../../router/location.js';
import { HeatUnit, HeatWithin, shadeOf } from '../../ui/heat.js';
import { useAsOf } from '../../ui/moment.js';
import { Empty, Loaded } from '../../ui/state.js';
import type { PlanProps } from '../plan/plan-props.js';
import { Worst } from './worst.js';

const MEASURES = ['onTime', 'overdue'] as const;
type Measure = (typeof MEASURES)[number];

/** How work stands as a heat table: units × tasks. A unit opens the tier below it, a cell the items behind it. */
export function Tasks({ plan }: PlanProps): ReactNode {
  const within = useQuery().get('within');
  const [measure, setMeasure] = useState<Measure>('onTime');
  const table = useAnswer({ ...taskTableQuery(plan.id, within, useAsOf()), placeholderData: (before) => before });
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('tasks.title')}</h2>
        <fieldset className="choices">
          <legend>{t('heat.measure')}</legend>
          {MEASURES.map((each) => (
            <label key={each}>
              <input type="radio" name="tasks-measure" checked={measure === each} onChange={() => setMeasure(each)} />
              {t(`tasks.${each}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <Loaded of={table}>{(of) => <Heat plan={plan.id} of={of} measure={measure} />}</Loaded>
    </section>
  );
}

interface HeatProps {
  readonly plan: string;
  readonly of: TaskTable;
  readonly measure: Measure;
}

function Heat({ plan, of, measure }: HeatProps): ReactNode {
  if (of.tasks.length === 0) return <Empty title={t('tasks.empty')} />;
  const whole = {
    unit: of.within,
    withBelow: true,
    counts: of.all,
    tasks: Object.fromEntries(of.tasks.map(({ task, counts }) => [task, counts])),
  };
  return (
    <>
      <Worst plan={plan} of={of} />
      <HeatWithin plan={plan} view="tasks" within={of.within} />
      <p className="hint">{t('tasks.hint')}</p>
      <div className="scrolled" role="region" aria-label={t('tasks.title')} tabIndex={0}>
        <table className="table heat tasks">
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              {of.tasks.map(({ task, title }) => (
                <th key={task} scope="col" title={title}>
                  <Link to={{ name: 'plan', plan, view: 'items' }} query={{ within: of.within.id, task }}>
                    {task}
                    <span className="unseen"> {title}</span>
                  </Link>
                </th>
              ))}
              <th scope="col">{t('tasks.all')}</th>
            </tr>
          </thead>
          <tbody>
            {of.rows.map((row) => (
              <Row key={`${row.unit.id} ${row.withBelow}`} plan={plan} of={of} row={row} measure={measure} />
            ))}
            <Row plan={plan} of={of} row={whole} measure={measure} isWhole />
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps extends HeatProps {
  readonly row: TaskTable['rows'][number];
  readonly isWhole?: boolean;
}

function Row({ plan, of, row: { unit, withBelow, counts, tasks }, measure, isWhole = false }: RowProps): ReactNode {
  const to = { plan, within: withBelow ? unit.id : null, unit: withBelow ? null : unit.id };
  return (
    <tr className={isWhole ? 'whole-row' : undefined}>
      <HeatUnit plan={plan} view="tasks" unit={unit} withBelow={withBelow} isWhole={isWhole} />
      {of.tasks.map(({ task, title }) => (
        <Cell key={task} counts={tasks[task]} measure={measure} about={`${task} ${title}`} to={{ ...to, task }} />
      ))}
      <Cell counts={counts} measure={measure} about={t('tasks.all')} to={{ ...to, task: null }} />
    </tr>
  );
}

interface CellProps {
  readonly counts: Counts | undefined;
  readonly measure: Measure;
  readonly about: string;
  readonly to: {
    readonly plan: string;
    readonly within: string | null;
    readonly unit: string | null;
    readonly task: string | null;
  };
}

/** One number and its shade: the share that is on time of what was due, or how much is overdue. Opens the items behind it. */
function Cell({ counts, measure, about, to: { plan, ...place } }: CellProps): ReactNode {
  if (!counts) return <td className="heat-none">–</td>;
  const share = onTimeShare(counts);
  const { total, onTime, late, overdue } = counts;
  const told = t('tasks.cell', { total, onTime, late, overdue });
  const whole = t('tasks.cellOf', { what: about, told });
  const due = onTime + late + overdue;
  const good = measure === 'overdue' && due > 0 ? ((due - overdue) * 100) / due : share;
  return (
    <td className={good === null ? 'heat-cell heat-open' : `heat-cell shade-${shadeOf(good)}`}>
      <Link
        to={{ name: 'plan', plan, view: 'items' }}
        query={{ ...place, standing: measure === 'overdue' && overdue > 0 ? 'overdue' : null }}
        title={whole}
      >
        <strong>{measure === 'overdue' ? overdue : share === null ? '–' : percent(share)}</strong>
        <span className="heat-detail">{due === 0 ? total : `${onTime}/${due}`}</span>
        <span className="unseen">{whole}</span>
      </Link>
    </td>
  );
}
