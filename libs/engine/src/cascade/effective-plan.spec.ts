import { describe, expect, it } from '@jest/globals';
import { below, by, calendar, day, directory, each, every, id, omit, task, top, unit } from '../spec-builders.js';
import { assignments, resolver } from './assignment.js';
import { obligationsBelow } from './obligations.js';

const PARENT = top({
  tasks: [
    task('1', { leads: [unit('east'), unit('east/interior')], deadline: by('2022-09-30'), deliverable: 'a decision' }),
    task('2', { leads: [each('commune')], deadline: every('quarter') }),
  ],
});

describe('A plan joined to the one above', () => {
  it('takes over what it does not mention, as the parent has it', () => {
    const child = below(PARENT);
    expect(child.tasks).toEqual(PARENT.tasks);
    expect([child.root, child.prefix]).toEqual([PARENT.id, '126/KH-UBND:']);
  });

  it('keeps the parent’s deadline and deliverable where it names neither, and its own where it does', () => {
    const refined = (more: object) =>
      below(PARENT, { tasks: [task('a', { refines: '1', deadline: null, ...more })] }).byKey.get('1');
    expect(refined({})).toMatchObject({ source: PARENT.id, rule: { deadline: by('2022-09-30'), deliverable: 'a decision' } });
    const own = refined({ deadline: by('2022-08-01'), deliverable: 'a report' });
    expect(own).toMatchObject({ issuedOn: '2022-07-15', rule: { deadline: by('2022-08-01'), deliverable: 'a report' } });
  });

  it('adds hands to those that the parent named, and takes none away', () => {
    const child = below(PARENT, {
      tasks: [task('a', { refines: '1', leads: [unit('east'), unit('east/one')], deadline: null })],
    });
    expect(assignments(child, resolver(directory))[0]?.holders).toEqual([{ unit: 'east', joint: ['east/interior', 'east/one'] }]);
  });

  it('cuts no recurring work short by a horizon of its own', () => {
    const tasks = [task('a', { refines: '2', deadline: every('quarter') })];
    const child = below(PARENT, { horizon: day('2022-09-30'), tasks });
    const items = obligationsBelow(child, { directory, calendar }).get(id('east/two'))?.items;
    expect(items?.map(({ period }) => period)).toEqual(['2022-Q4']);
  });

  it('is known by its own numbers first, then by those of the parent; what it omits by neither', () => {
    const child = below(PARENT, {
      tasks: [task('2', { deadline: null }), task('9', { refines: '1' })],
      omits: [omit('2', 'none')],
    });
    expect([...child.byNumber].map(([number, { key }]) => [number, key])).toEqual([
      ['2', '126/KH-UBND:2'],
      ['9', '1'],
      ['1', '1'],
      ['126/KH-UBND:2', '126/KH-UBND:2'],
    ]);
  });
});
