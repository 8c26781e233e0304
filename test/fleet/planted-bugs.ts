import { createWorkflow, Refused } from '#workflow';
import {
  foldUnitPlan,
  type DerivedItem,
  type DerivedReport,
  type EscalationStepReached,
  type Instant,
  type LocalDate,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { timeliness } from '#read-models';
import { BentStore, type Bend } from './bent-store.js';
import { TENANT } from './house.js';
import { stateOf } from './mirror.js';
import { naiveAdd } from './naive-dates.js';
import { REAL, type Parts } from './parts.js';

/** One thing broken at a time, each as it has been broken somewhere before. The fleet must find every one. */
export const PLANTED_BUGS: Readonly<Record<string, () => Parts>> = {
  'a step comes a day early': () => bent({ events: (events) => steps(events, (event) => shifted(event, -1)) }),
  'a step comes a day late': () => bent({ events: (events) => steps(events, (event) => shifted(event, 1)) }),
  'midnight is that of UTC': () =>
    bent({ events: (events) => steps(events, (event) => ({ ...event, at: event.at.replace('T00:00', 'T07:00') as Instant })) }),
  'praise comes before the day is over': () =>
    bent({
      events: (events) =>
        each(events, (event) =>
          event.type === 'FollowUpReached' && event.data.action === 'commend' ? [shifted(event, -1)] : [event],
        ),
    }),
  'a step happens twice after a crash': () => {
    let opened = 0;
    const twice: Bend = {
      events: (events) => each(events, (event) => (opened > 2 && isStep(event) ? [event, event] : [event])),
    };
    return {
      ...bent(twice),
      workflow: (store) => {
        opened += 1;
        return createWorkflow(store);
      },
    };
  },
  'the versions of streams are not checked': () => bent({ write: (write, { version }) => ({ ...write, expected: version }) }),
  'an explanation is demanded and nobody has to give it': () =>
    bent({
      events: (events) =>
        each(events, (event) =>
          event.type === 'FollowUpReached' ? [{ ...event, data: { ...event.data, explanation: null } }] : [event],
        ),
    }),
  'the last day is locked from its morning': () => ({ ...REAL, workflow: lockedInTheMorning }),
  'the day of receipt is counted': () => bent({ events: (events) => each(events, receiptADayEarly) }),
  '“before” is read as “by”': () =>
    items(
      ({ kind }) => kind === 'before',
      (due) => naiveAdd(due, 1),
    ),
  'a quarter ends a month early': () =>
    items(
      ({ kind }) => kind === 'quarter',
      (due) => naiveAdd(due, -31),
    ),
  'a term from issue is counted from the day before': () =>
    items(
      ({ kind }) => kind === 'within' || kind === 'after',
      (due) => naiveAdd(due, -1),
    ),
  'weekends are worked': () => calendar((years) => years.map(([year, { off }]) => [year, { off, makeup: weekendsOf(year) }])),
  'working Saturdays are ignored': () => calendar((years) => years.map(([year, { off }]) => [year, { off, makeup: [] }])),
  'days off are ignored': () => calendar((years) => years.map(([year, { makeup }]) => [year, { off: [], makeup }])),
  'a later calendar is ignored': () =>
    bent({
      events: (events) =>
        each(events, (event) =>
          event.type === 'CalendarApplied' ? [{ ...event, data: { ...event.data, moved: [] } }] : [event],
        ),
    }),
  'a wake-up is lost': () => {
    let count = 0;
    return bent({
      write: (write) => ((count += 1) % 9 === 0 && write.wakeUp !== undefined ? { ...write, wakeUp: null } : write),
    });
  },
  'a cascade leaves its last unit out': () => bent({ writes: withoutLast }),
  'an extension is told and not recorded': () =>
    bent({ events: (events) => each(events, (event) => (event.type === 'DeadlineExtended' ? [] : [event])) }),
  'a moved deadline begins no generation': () =>
    bent({ events: (events) => steps(events, (event) => ({ ...event, data: { ...event.data, generation: 1 } })) }),
  'a period is reported on twice': () =>
    bent({
      events: (events) =>
        reports(events, (all) => [...all, ...all.slice(0, 1).map((report) => ({ ...report, id: `${report.id}~` as never }))]),
    }),
  'a report may come on the day that is too late': () =>
    bent({
      events: (events) =>
        reports(events, (all) => all.map((report) => ({ ...report, due: report.due && naiveAdd(report.due, 1) }))),
    }),
  'a consolidation forgets an input': () =>
    bent({ events: (events) => reports(events, (all) => all.map((report) => ({ ...report, inputs: report.inputs.slice(1) }))) }),
  'asking again does it again': () => bent({ options: ({ knowing }) => (knowing === undefined ? {} : { knowing }) }),
  'work that was sent back counts as done': () =>
    bent({ events: (events, { state }) => each(events, (event) => (isStep(event) && isReturned(event, state) ? [] : [event])) }),
  'a write is lost in the crash after its answer': () => {
    let count = 0;
    return bent({
      forgets: (writes) => writes.some(({ events }) => events.some(({ actor }) => actor !== null)) && (count += 1) % 12 === 0,
    });
  },
  'the rows are one event behind': () => bent({ write: oneBehind }),
  'standing work is escalated': () => bent({ events: (events) => each(events, withStandingStep) }),
  'work without a date is judged late': () => judging((owed) => (owed.due === null ? { ...owed, due: '2020-01-01' } : owed)),
  'the last day ends where it begins': () =>
    judging((owed) => (owed.due === null ? owed : { ...owed, due: naiveAdd(owed.due as LocalDate, -1) })),
  'what was sent back is judged by its first submission': () =>
    judging((owed) => (owed.status === 'returned' ? { ...owed, status: 'submitted' } : owed)),
};

const bent = (bend: Bend): Parts => ({ ...REAL, store: (inner) => new BentStore(inner, bend) });

type Owed = Parameters<typeof timeliness>[0];
const judging = (change: (owed: Owed) => Owed): Parts => ({ ...REAL, judge: (owed, asOf) => timeliness(change(owed), asOf) });

type Years = readonly (readonly [string, { readonly off: readonly LocalDate[]; readonly makeup: readonly LocalDate[] }])[];
const calendar = (change: (years: Years) => Years): Parts => ({
  ...REAL,
  published: ({ version, years }) => ({ version, years: Object.fromEntries(change(Object.entries(years))) }),
});

function weekendsOf(year: string): readonly LocalDate[] {
  const found: LocalDate[] = [];
  for (let date = `${year}-01-01` as LocalDate; date.startsWith(year); date = naiveAdd(date, 1)) {
    if ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) found.push(date);
  }
  return found;
}

const each = (
  events: readonly UnitPlanEvent[],
  change: (event: UnitPlanEvent) => readonly UnitPlanEvent[],
): readonly UnitPlanEvent[] => events.flatMap(change);

const isStep = (event: UnitPlanEvent): event is EscalationStepReached => event.type === 'EscalationStepReached';

const steps = (
  events: readonly UnitPlanEvent[],
  change: (event: EscalationStepReached) => EscalationStepReached,
): readonly UnitPlanEvent[] => each(events, (event) => [isStep(event) ? change(event) : event]);

const shifted = <E extends UnitPlanEvent>(event: E, days: number): E => ({
  ...event,
  at: `${naiveAdd(event.at.slice(0, 10) as LocalDate, days)}${event.at.slice(10)}` as Instant,
});

/** Items as they are derived, those that are meant with another date. */
const items = (isMeant: (item: DerivedItem) => boolean, change: (due: LocalDate) => LocalDate): Parts =>
  bent({
    events: (events) =>
      each(events, (event) =>
        event.type === 'UnitPlanDerived'
          ? [
              {
                ...event,
                data: {
                  ...event.data,
                  items: event.data.items.map((item) => (item.due && isMeant(item) ? { ...item, due: change(item.due) } : item)),
                },
              },
            ]
          : [event],
      ),
  });

/** Reports as they are derived. */
const reports = (
  events: readonly UnitPlanEvent[],
  change: (all: readonly DerivedReport[]) => readonly DerivedReport[],
): readonly UnitPlanEvent[] =>
  each(events, (event) =>
    event.type === 'UnitPlanDerived' ? [{ ...event, data: { ...event.data, reports: change(event.data.reports) } }] : [event],
  );

const receiptADayEarly = (event: UnitPlanEvent): readonly UnitPlanEvent[] =>
  event.type === 'DeadlineResolved' && event.data.document === null
    ? [{ ...event, data: { ...event.data, due: naiveAdd(event.data.due, -1) } }]
    : [event];

const withoutLast: NonNullable<Bend['writes']> = (writes) => {
  const last = writes.findLastIndex(({ stream, expected }) => stream.startsWith('unit-plan/') && expected === 0);
  return writes.some(({ events }) => events.some(({ type }) => type === 'PlanCascaded')) && last > 0
    ? writes.toSpliced(last, 1)
    : writes;
};

function isReturned({ data }: EscalationStepReached, state: UnitPlanState | undefined): boolean {
  const id = data.obligation.replace(/^item /, '');
  return [...(state?.items.values() ?? [])].some((item) => item.id === id && item.status === 'returned');
}

const oneBehind: NonNullable<Bend['write']> = (write, { state }) => {
  const events = write.events as readonly UnitPlanEvent[];
  return state === undefined || events.length === 0
    ? write
    : { ...write, state: events.length === 1 ? state : foldUnitPlan(events.slice(0, -1), state) };
};

function withStandingStep(event: UnitPlanEvent): readonly UnitPlanEvent[] {
  const standing = event.type === 'UnitPlanDerived' ? event.data.items.find(({ kind }) => kind === 'standing') : undefined;
  if (!standing || event.type !== 'UnitPlanDerived') return [event];
  const due = event.at.slice(0, 10) as LocalDate;
  const data = { obligation: `item ${standing.id}` as never, step: 'after-1d', generation: 1, due, actions: [] };
  return [event, { type: 'EscalationStepReached', v: 1, data, because: event.because, at: event.at, actor: null }];
}

/** Refuses what is handed in on its last day, as if that had ended when it began. */
function lockedInTheMorning(log: Parameters<Parts['workflow']>[0]): ReturnType<Parts['workflow']> {
  const workflow = createWorkflow(log);
  const { unitPlans, store } = workflow;
  const execute: typeof unitPlans.execute = async (...of) => {
    const [, request, at] = of;
    const { command, plan, unit } = request;
    if (command.type === 'SubmitItem') {
      const state = stateOf(await store.readStream(TENANT, `unit-plan/${plan}/${unit}`));
      const due = state.items.get(command.item)?.due ?? null;
      if (due !== null && at.slice(0, 10) >= due)
        throw new Refused({ code: 'item.closed', args: { item: command.item, status: 'locked' } });
    }
    return unitPlans.execute(...of);
  };
  return { ...workflow, unitPlans: Object.assign(Object.create(unitPlans) as typeof unitPlans, { execute }) };
}
