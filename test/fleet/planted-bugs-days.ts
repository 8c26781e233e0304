import type { DerivedReport, OrganisationEvent, UnitId, UnitPlanEvent } from '#engine';
import type { StreamWrite } from '#event-store';
import { BentStore, type Bend } from './bent-store.js';
import { naiveAdd } from './naive-dates.js';
import { REAL, type Parts } from './parts.js';

/** Things broken in figures of days and weeks, and in what units are split into and called: one at a time. */
export const PLANTED_BUGS_OF_DAYS: Readonly<Record<string, () => Parts>> = {
  'no figures are asked for on weekends': () =>
    reports((all) => all.filter(({ period, due }) => period !== 'D' || due === null || !isWeekend(due))),
  'a week begins on Sunday': () =>
    reports((all) => all.map((each) => (each.period === 'W' && each.due ? { ...each, due: naiveAdd(each.due, -1) } : each))),
  'the hour of figures is forgotten': () =>
    reports((all) => all.map(({ time, ...each }) => (OF_DAYS.has(each.period) || time === undefined ? each : { ...each, time }))),
  'the last day of a month is left out': () =>
    reports((all) => all.filter(({ period, until }) => period !== 'D' || naiveAdd(until, 1).slice(8) !== '01')),
  'one half of a split gets nothing': () =>
    bent({
      writes: (writes) => {
        const heirs = writes.filter(({ events }) => events.some(({ type }) => type === 'UnitPlanInherited'));
        return heirs.length > 1 ? writes.filter((write) => write !== heirs.at(-1)) : writes;
      },
    }),
  'who reports to somebody else now is expected as before': () => readdressed((inputs, before) => [...before, ...inputs]),
  'who reports to somebody new is not expected': () =>
    readdressed((inputs, before) => inputs.filter((unit) => before.includes(unit))),
  'another name is forgotten': () =>
    organisation((event) => (event.type === 'UnitRenamed' ? { ...event, data: { ...event.data, name: event.data.id } } : event)),
  'another name is taken for an end': () =>
    organisation((event) => {
      if (event.type !== 'UnitRenamed') return event;
      const { id, from } = event.data;
      return { type: 'UnitDissolved', data: { id, from, successors: [] } };
    }),
};

const OF_DAYS: ReadonlySet<string> = new Set(['D', 'W']);
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

const bent = (bend: Bend): Parts => ({ ...REAL, store: (inner) => new BentStore(inner, bend) });

/** Reports as they are derived, and opened later, changed. */
const reports = (change: (all: readonly DerivedReport[]) => readonly DerivedReport[]): Parts =>
  bent({
    events: (events) =>
      events.map((event): UnitPlanEvent => {
        if (event.type === 'UnitPlanDerived') return { ...event, data: { ...event.data, reports: change(event.data.reports) } };
        if (event.type !== 'PeriodsOpened') return event;
        const { added } = event.data;
        return { ...event, data: { ...event.data, added: { ...added, reports: change(added.reports) } } };
      }),
  });

/** Who is to be heard from after a change of the organisation, by who was before. */
const readdressed = (change: (inputs: readonly UnitId[], before: readonly UnitId[]) => readonly UnitId[]): Parts =>
  bent({
    events: (events, { state }) =>
      events.map((event): UnitPlanEvent => {
        if (event.type !== 'UnitPlanReaddressed') return event;
        const reports = event.data.reports.map((each) => {
          const before = state?.reports.get(each.report)?.inputs ?? [];
          return { ...each, inputs: [...new Set(change(each.inputs, before))] };
        });
        return { ...event, data: { ...event.data, reports } };
      }),
  });

/** Changes of the organisation as they are recorded. */
const organisation = (change: (event: OrganisationEvent) => OrganisationEvent): Parts =>
  bent({
    writes: (writes) =>
      writes.map((write): StreamWrite => {
        if (write.stream !== 'organisation') return write;
        return {
          ...write,
          events: write.events.map((event) => ({ ...event, ...change(event as unknown as OrganisationEvent) })),
        };
      }),
  });
