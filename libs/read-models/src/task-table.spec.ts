import { describe, expect, it } from '@jest/globals';
import { taskTableOf, type TaskCountsRow } from './task-table-of.js';

const row = (branch: string, task: string, counts: Partial<TaskCountsRow> = {}): TaskCountsRow => ({
  branch,
  below: branch !== 'top',
  task,
  source: 'plan',
  total: 4,
  on_time: 1,
  late: 1,
  overdue: 1,
  ...counts,
});
const names = {
  unit: (id: string) => ({ id, name: id.toUpperCase(), tier: 'district', kind: 'k', superior: null }),
  title: ({ task }: { task: string }) => `title of ${task}`,
};

describe('A table of tasks', () => {
  const table = taskTableOf(
    [
      row('a', '10'),
      row('a', '2'),
      row('b', '2', { total: 2, overdue: 0 }),
      row('top', '7/KH:1', { on_time: 4, late: 0, overdue: 0 }),
    ],
    names,
  );

  it('has a column for each task, by number, those of lower plans last', () => {
    expect(table.tasks.map(({ task, title, counts }) => [task, title, counts.total])).toEqual([
      ['2', 'title of 2', 6],
      ['10', 'title of 10', 4],
      ['7/KH:1', 'title of 7/KH:1', 4],
    ]);
  });

  it('has a row for each branch, the unit itself first, without cells for tasks that nobody there has', () => {
    expect(table.rows.map(({ unit, withBelow, tasks }) => [unit.name, withBelow, Object.keys(tasks)])).toEqual([
      ['TOP', false, ['7/KH:1']],
      ['A', true, ['2', '10']],
      ['B', true, ['2']],
    ]);
  });

  it('counts the same along rows, along columns and over all', () => {
    const sum = (counts: readonly { readonly total: number; readonly open: number }[]) =>
      counts.reduce((all, { total, open }) => [all[0]! + total, all[1]! + open], [0, 0]);
    const all = [table.all.total, table.all.open];
    expect(all).toEqual([14, 2]);
    expect(sum(table.rows.map(({ counts }) => counts))).toEqual(all);
    expect(sum(table.tasks.map(({ counts }) => counts))).toEqual(all);
  });
});
