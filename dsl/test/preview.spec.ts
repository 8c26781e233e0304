import { readFileSync } from 'node:fs';
import { deriveCascade, effectivePlan, type Instant, workingCalendar } from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot, VIETNAM_CALENDAR } from '#organisation';
import { describe, expect, it } from '@jest/globals';
import { check } from '../src/check.js';
import { previewPlan } from '../src/preview/preview.js';
import { smallDirectory } from './directory.js';

const AT = '2022-07-01T08:00:00+07:00' as Instant;
const SMALL = `kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]
  tên: "Việc mẫu"

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Việc của sở"
  chủ trì: [Sở Nội vụ]
  hạn: trước ngày 15/7/2022

nhiệm vụ 2 "Việc của xã"
  chủ trì: mỗi [UBND cấp xã]
  phối hợp: [Sở Tài chính]
  hạn: trước ngày 15/7/2022

nhiệm vụ 3 "Việc thường xuyên"
  chủ trì: mỗi [UBND cấp xã]
  hạn: thường xuyên
`;

describe('A preview', () => {
  const env = { directory: smallDirectory() };
  const preview = previewPlan(SMALL, env, { at: AT, language: 'vi' })!;

  it('counts for every unit, those between included, what it would owe', () => {
    expect(preview.units.map(({ id, above, isReached, items, supports }) => [id, above, isReached, items, supports])).toEqual([
      ['p', null, false, 0, 0],
      ['p.a', 'p', false, 0, 0],
      ['p.a.1', 'p.a', true, 2, 0],
      ['p.a.2', 'p.a', true, 2, 0],
      ['p.b', 'p', false, 0, 0],
      ['p.b.1', 'p.b', true, 2, 0],
      ['p.nv', 'p', true, 1, 0],
      ['p.tc', 'p', true, 0, 1],
    ]);
    expect(preview.totals).toEqual({ unitPlans: 5, items: 7, reports: 0, duties: 0 });
    expect(preview.undated).toBe(3);
  });

  it('says where periods of later years are still to be opened', () => {
    const goesOn = (text: string): boolean => previewPlan(text, env, { at: AT, language: 'vi' })!.goesOn;
    const longer = SMALL.replace('  tên: "Việc mẫu"', '  tên: "Việc mẫu"\n  đến hết ngày 31/12/2023');
    expect([SMALL, longer].map(goesOn)).toEqual([false, false]);
    expect([SMALL, longer].map((text) => goesOn(text.replace('thường xuyên\n', 'hằng quý\n')))).toEqual([false, true]);
  });

  it('says what falls due on which day, for whom', () => {
    expect(preview.due).toEqual([
      { day: '2022-07-14', what: 'item', no: '1', title: 'Việc của sở', period: null, for: { count: 1, first: ['Sở Nội vụ'] } },
      {
        day: '2022-07-14',
        what: 'item',
        no: '2',
        title: 'Việc của xã',
        period: null,
        for: { count: 3, first: ['UBND xã Ánh', 'UBND xã Ấm', 'UBND xã Biên'] },
      },
    ]);
  });

  it('says of every rule whom it reaches', () => {
    expect(preview.rules.filter(({ kind }) => kind === 'task').map(({ units }) => units?.count)).toEqual([1, 3, 3]);
  });

  it('is none of a text with errors', () => {
    expect(previewPlan(SMALL.replace('[Sở Nội vụ]', '[Sở Nội vu]'), env, { at: AT, language: 'vi' })).toBeNull();
  });
});

describe('A preview of Lào Cai’s plan of 2022', () => {
  it('counts what the engine derives', () => {
    const file = (name: string): string => readFileSync(new URL(`../../examples/lao-cai-2022/${name}`, import.meta.url), 'utf8');
    const read = readOrganisationFile(JSON.parse(file('organisation.json')));
    if (!read.ok) throw new Error('the example has no organisation');
    const directory = snapshot(foldOrganisation(read.events), '2022-06-30' as never);
    const calendar = workingCalendar(VIETNAM_CALENDAR);
    const text = file('239-kh-ubnd.thac');
    const { rules } = check(text, { directory, calendar });
    const derived = deriveCascade(effectivePlan(rules!, 'hash', null), { directory, calendar, at: AT, states: new Map() });
    const preview = previewPlan(text, { directory, calendar }, { at: AT, language: 'en' })!;
    const added = derived.map(({ event }) => (event.type === 'UnitPlanDerived' ? event.data : event.data.added));
    expect(preview.totals).toEqual({
      unitPlans: derived.length,
      items: added.reduce((sum, { items }) => sum + items.length, 0),
      reports: added.reduce((sum, { reports }) => sum + reports.length, 0),
      duties: added.reduce((sum, { duties }) => sum + duties.length, 0),
    });
    const dated = added
      .flatMap(({ items, reports, duties }) => [...items, ...reports, ...duties])
      .filter(({ due }) => due !== null);
    expect(preview.due.reduce((sum, due) => sum + due.for.count, 0)).toBe(dated.length);
    expect(preview.due.map(({ day }) => day)).toEqual(preview.due.map(({ day }) => day).toSorted());
  });
});
