import type { Counts, TaskTable, UnitView } from '#contracts';

/** What is counted of the items of one branch of units under one task. */
export interface TaskCountsRow {
  /** The unit asked about, or one directly below it. */
  readonly branch: string;
  /** True where all that lies below it is counted too. */
  readonly below: boolean;
  readonly task: string;
  /** A plan that such an item is of. */
  readonly source: string;
  readonly total: number;
  readonly on_time: number;
  readonly late: number;
  readonly overdue: number;
}

interface Names {
  readonly unit: (id: string) => UnitView;
  readonly title: (named: { readonly source: string; readonly task: string }) => string;
}

const NONE: Counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };

/** What is neither in nor overdue is open. */
const countsOf = ({ total, on_time: onTime, late, overdue }: TaskCountsRow): Counts => ({
  total,
  onTime,
  late,
  overdue,
  open: total - onTime - late - overdue,
});

const sumOf = (rows: readonly TaskCountsRow[]): Counts =>
  rows.map(countsOf).reduce(
    (sum, each) => ({
      total: sum.total + each.total,
      onTime: sum.onTime + each.onTime,
      late: sum.late + each.late,
      overdue: sum.overdue + each.overdue,
      open: sum.open + each.open,
    }),
    NONE,
  );

/** Numbers as people order them: `2` before `10`, `1.2` before `1.10`, tasks of lower plans last. */
const inOrder = new Intl.Collator('en', { numeric: true });
const compareTasks = (a: string, b: string): number =>
  Number(a.includes(':')) - Number(b.includes(':')) || inOrder.compare(a, b) || Number(a > b) - Number(a < b);

/** A table of tasks from its counts. */
export function taskTableOf(rows: readonly TaskCountsRow[], { unit, title }: Names): Pick<TaskTable, 'all' | 'tasks' | 'rows'> {
  const byTask = [...Map.groupBy(rows, ({ task }) => task)].toSorted(([a], [b]) => compareTasks(a, b));
  const byUnit = [...Map.groupBy(rows, ({ branch, below }) => `${Number(below)} ${branch}`).values()];
  return {
    all: sumOf(rows),
    tasks: byTask.map(([task, some]) => ({ task, title: title({ source: some[0]?.source ?? '', task }), counts: sumOf(some) })),
    rows: byUnit
      .map((some) => rowOf(some, unit))
      .toSorted((a, b) => Number(a.withBelow) - Number(b.withBelow) || (a.unit.id < b.unit.id ? -1 : 1)),
  };
}

function rowOf(rows: readonly TaskCountsRow[], unit: Names['unit']): TaskTable['rows'][number] {
  const [{ branch, below } = { branch: '', below: false }] = rows;
  const tasks = Object.fromEntries(rows.map((row) => [row.task, countsOf(row)]));
  return { unit: unit(branch), withBelow: below, counts: sumOf(rows), tasks };
}
