import type { Counts, TaskTable } from '#contracts';
import type { ReactNode } from 'react';
import { t } from '../../i18n/locale.js';
import { Link, type Query } from '../../router/location.js';

/** How many of each are named. */
const MOST = 5;

interface Behind {
  readonly key: string;
  /** Number of a task; a unit has none. */
  readonly no?: string;
  readonly name: string;
  readonly counts: Counts;
  /** What its items are listed by. */
  readonly query: Query;
}

interface WorstProps {
  readonly plan: string;
  readonly of: TaskTable;
}

/** The tasks and the units with the most that is overdue, then with the most that was done late; nothing where none is behind. */
export function Worst({ plan, of }: WorstProps): ReactNode {
  const tasks = worstOf(
    of.tasks.map(({ task, title, counts }) => ({
      key: task,
      no: task,
      name: title,
      counts,
      query: { within: of.within.id, task },
    })),
  );
  const units = worstOf(
    of.rows.map(({ unit, withBelow, counts }) => ({
      key: `${unit.id} ${withBelow}`,
      name: withBelow ? unit.name : t('heat.itself', { unit: unit.name }),
      counts,
      query: withBelow ? { within: unit.id } : { unit: unit.id },
    })),
  );
  if (tasks.length === 0) return null;
  return (
    <div className="columns worst">
      <Named title={t('tasks.worstTasks')} plan={plan} of={tasks} />
      <Named title={t('tasks.worstUnits')} plan={plan} of={units} />
    </div>
  );
}

const worstOf = (all: readonly Behind[]): readonly Behind[] =>
  all
    .filter(({ counts }) => counts.overdue + counts.late > 0)
    .toSorted((a, b) => b.counts.overdue - a.counts.overdue || b.counts.late - a.counts.late)
    .slice(0, MOST);

const Named = ({
  title,
  plan,
  of,
}: {
  readonly title: string;
  readonly plan: string;
  readonly of: readonly Behind[];
}): ReactNode => (
  <section>
    <h3>{title}</h3>
    <ol className="plain-list">
      {of.map(({ key, no, name, counts, query }) => (
        <li key={key}>
          <Link
            to={{ name: 'plan', plan, view: 'items' }}
            query={{ ...query, standing: counts.overdue > 0 ? 'overdue' : 'late' }}
          >
            {no && <span className="task-no">{no} </span>}
            {name}
          </Link>{' '}
          <span className={counts.overdue > 0 ? 'bad-ink' : 'soft'}>
            {t('tasks.behind', { overdue: counts.overdue, late: counts.late })}
          </span>
        </li>
      ))}
    </ol>
  </section>
);
