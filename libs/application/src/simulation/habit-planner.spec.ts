import { describe, expect, it } from '@jest/globals';
import {
  foldUnitPlan,
  workingCalendar,
  type DerivedItem,
  type Directory,
  type Instant,
  type ItemId,
  type LocalDate,
  type PlanId,
  type UnitEntry,
  type UnitId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { HabitBook } from './habit-book.js';
import { HabitPlanner, type Deed } from './habit-planner.js';
import type { Habit } from './scenario.js';

const UNIT = 'vn-10.086.02923' as UnitId;
const ABOVE = 'vn-10.086' as UnitId;
const PLAN = 'p' as PlanId;
const at = (text: string): Instant => `${text}:00+07:00` as Instant;
const day = (text: string): LocalDate => text as LocalDate;
const calendar = workingCalendar({ version: 'test', years: { '2022': { off: [], makeup: [] } } });

const units = new Map<UnitId, UnitEntry>(
  [
    { id: ABOVE, superior: null, tier: 'district' as const },
    { id: UNIT, superior: ABOVE, tier: 'commune' as const },
  ].map((unit) => [unit.id, { ...unit, name: unit.id, aliases: [], localName: null, kind: 'peoples-committee' }]),
);
const directory = { units, isWithin: () => true } as unknown as Directory;

const item = (
  id: string,
  due: string | null,
  kind: DerivedItem['kind'] = 'before',
  period: string | null = null,
): DerivedItem => ({
  id: id as ItemId,
  task: id,
  source: PLAN,
  period,
  kind,
  due: due === null ? null : day(due),
  receiver: null,
  jointLeads: [],
});

const header = {
  plan: PLAN,
  unit: UNIT,
  source: PLAN,
  provisional: false,
  acceptors: [ABOVE],
  joint: [],
  supports: [],
  duties: [],
  reports: [],
};
const stamp = { v: 1, because: { calendar: 'vn' }, actor: null } as const;
const derived = (...items: readonly DerivedItem[]) => ({
  type: 'UnitPlanDerived',
  ...stamp,
  at: at('2022-06-30T08:00'),
  data: { ...header, items },
});
const happened = (type: string, when: string, data: object) => ({ type, ...stamp, at: at(when), data });
const given = (...events: readonly object[]): UnitPlanState => foldUnitPlan(events as unknown as readonly UnitPlanEvent[]);

const HABIT: Habit = {
  who: { units: null, kind: null, tier: null, within: null },
  what: null,
  receive: [2, 2],
  start: [3, 3],
  submit: { onTime: 1, late: 0, early: [1, 1], lateBy: [4, 4], count: 'days' },
  report: null,
  undated: { share: 1, after: [10, 10] },
  accept: [1, 1],
};

function planned(
  state: UnitPlanState,
  now: string,
  habits: readonly Habit[] = [HABIT],
  named: readonly string[] = [],
): readonly string[] {
  const habitat = {
    seed: 's',
    book: new HabitBook(habits, directory),
    directory,
    calendar,
    reportText: '{period}',
    isNamed: (unit: UnitId, what: string) => unit === UNIT && named.includes(what),
  };
  const shown = ({ at: when, request }: Deed): string => `${when.slice(0, 13)} ${request.command.type} ${request.actor}`;
  return new HabitPlanner(habitat, state, at(now)).deeds().map(shown);
}

const received = happened('UnitPlanReceived', '2022-07-04T09:00', { items: ['1'] });
const started = happened('ItemStarted', '2022-07-07T09:00', { item: '1' });
const submitted = happened('ItemSubmitted', '2022-07-21T16:00', { item: '1', note: null });

describe('What a unit does by its habits', () => {
  it('receives after some working days, passing over a weekend', () => {
    expect(planned(given(derived(item('1', '2022-07-22'))), '2022-06-30T08:00')).toEqual([
      `2022-07-04T09 ReceiveUnitPlan ${UNIT}`,
    ]);
  });

  it('starts after receipt, recurring work not before its period', () => {
    const state = given(derived(item('1', '2022-07-22')), received);
    expect(planned(state, '2022-07-04T09:00')).toEqual([`2022-07-07T09 StartItem ${UNIT}`]);
    const recurring = given(derived(item('1', '2022-12-31', 'recurring', '2022-Q4')), received);
    expect(planned(recurring, '2022-07-04T09:00')).toEqual([`2022-10-05T09 StartItem ${UNIT}`]);
  });

  it('hands in before the last allowed day, and its superior accepts', () => {
    expect(planned(given(derived(item('1', '2022-07-22')), received, started), '2022-07-07T09:00')).toEqual([
      `2022-07-21T16 SubmitItem ${UNIT}`,
    ]);
    expect(planned(given(derived(item('1', '2022-07-22')), received, started, submitted), '2022-07-21T16:00')).toEqual([
      `2022-07-22T09 AcceptItem ${ABOVE}`,
    ]);
  });

  it('follows a deadline that moved', () => {
    const document = { number: '1', date: day('2022-07-10'), issuer: ABOVE };
    const extended = happened('DeadlineExtended', '2022-07-10T09:00', {
      item: '1',
      from: '2022-07-22',
      to: '2022-08-31',
      document,
    });
    expect(planned(given(derived(item('1', '2022-07-22')), received, started, extended), '2022-07-10T09:00')).toEqual([
      `2022-08-30T16 SubmitItem ${UNIT}`,
    ]);
  });

  it('does at once, in office hours, what it should have done before', () => {
    const state = given(derived(item('1', '2022-07-04')), received, started);
    expect(planned(state, '2022-07-08T17:00')).toEqual([`2022-07-11T16 SubmitItem ${UNIT}`]);
    expect(planned(state, '2022-07-08T09:00')).toEqual([`2022-07-08T16 SubmitItem ${UNIT}`]);
  });

  it('hands in late by calendar days, and never where neither share reaches it', () => {
    const late = { ...HABIT, submit: { onTime: 0, late: 1, early: [0, 0], lateBy: [4, 4], count: 'days' } } as const;
    const never = { ...HABIT, submit: { onTime: 0, late: 0, early: [0, 0], lateBy: [1, 1], count: 'days' } } as const;
    const state = given(derived(item('1', '2022-07-20')), received, started);
    expect(planned(state, '2022-07-07T09:00', [late])).toEqual([`2022-07-25T16 SubmitItem ${UNIT}`]);
    expect(planned(state, '2022-07-07T09:00', [never])).toEqual([]);
  });

  it('hands in what is due at a clock time by hours, on that very day, a Saturday too', () => {
    const due = { ...item('1', '2022-07-23'), time: '12:00' } as DerivedItem;
    const state = given(derived(due), received, started);
    const hours: Habit = { ...HABIT, submit: { ...HABIT.submit!, count: 'hours' } };
    const late: Habit = { ...HABIT, submit: { ...HABIT.submit!, onTime: 0, late: 1, count: 'hours' } };
    expect(planned(state, '2022-07-07T09:00', [hours])).toEqual([`2022-07-23T10 SubmitItem ${UNIT}`]);
    expect(planned(state, '2022-07-07T09:00', [late])).toEqual([`2022-07-23T16 SubmitItem ${UNIT}`]);
    expect(planned(state, '2022-07-23T11:00', [hours])).toEqual([`2022-07-23T16 SubmitItem ${UNIT}`]);
    expect(planned(state, '2022-07-07T09:00')).toEqual([`2022-07-21T16 SubmitItem ${UNIT}`]);
  });

  it('never hands in standing work; what has no date by the habit for that', () => {
    expect(planned(given(derived(item('1', null, 'standing')), received, started), '2022-07-07T09:00')).toEqual([]);
    expect(planned(given(derived(item('1', null, 'as-regulated')), received, started), '2022-07-07T09:00')).toEqual([
      `2022-07-18T16 SubmitItem ${UNIT}`,
    ]);
  });

  it('leaves to the actions what they name', () => {
    const state = given(derived(item('1', '2022-07-22')), received, started);
    expect(planned(state, '2022-07-07T09:00', [HABIT], ['item 1'])).toEqual([]);
    expect(planned(given(derived(item('1', '2022-07-22'))), '2022-06-30T08:00', [HABIT], ['receive'])).toEqual([]);
  });

  it('takes the first habit that fits and speaks of it', () => {
    const own: Habit = { ...HABIT, what: ['item 1'], receive: null, submit: { ...HABIT.submit!, early: [5, 5] } };
    const others: Habit = { ...own, who: { ...HABIT.who, tier: 'district' }, submit: { ...HABIT.submit!, early: [9, 9] } };
    const state = given(derived(item('1', '2022-07-22')), received, started);
    expect(planned(state, '2022-07-07T09:00', [others, own, HABIT])).toEqual([`2022-07-15T16 SubmitItem ${UNIT}`]);
  });
});
