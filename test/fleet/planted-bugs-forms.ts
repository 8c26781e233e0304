import type { DerivedItem, DerivedReport, UnitPlanEvent } from '#engine';
import { BentStore, type Bend } from './bent-store.js';
import { naiveAdd } from './naive-dates.js';
import { REAL, type Parts } from './parts.js';

/** Things broken in what returns, what has an hour, what is asked of many, and what becomes of units: one at a time. */
export const PLANTED_BUGS_OF_FORMS: Readonly<Record<string, () => Parts>> = {
  'a season ends a month early': () =>
    derived((items) =>
      items.map((item) => (item.due && item.period?.includes('..') ? { ...item, due: naiveAdd(item.due, -30) } : item)),
    ),
  'the hour of a last day is forgotten': () => derived((items) => items.map(({ time: _hour, ...item }) => item)),
  'the last occurrence of what returns is left out': () =>
    derived((items) => items.filter((item) => item !== items.findLast(({ kind }) => kind === 'recurring'))),
  'the second hour of a day is left out': () => derived((items) => items.filter(({ period }) => !period?.endsWith('T16:00'))),
  'a request reaches all but one': () =>
    bent({
      writes: (writes) => {
        const asked = writes.filter(({ events }) => events.some(({ type }) => type === 'ReportRequested'));
        return asked.length > 1 ? writes.filter((write) => write !== asked.at(-1)) : writes;
      },
    }),
  'a request is for the day before': () =>
    bent({
      events: (events) =>
        events.map((event) =>
          event.type === 'ReportRequested' && event.data.report.due
            ? { ...event, data: { ...event.data, report: { ...event.data.report, due: naiveAdd(event.data.report.due, -1) } } }
            : event,
        ),
    }),
  'work is lost on its way to an heir': () => inherited((owed) => owed.slice(1)),
  'work comes to an heir twice': () =>
    inherited((owed) => [...owed, ...owed.slice(0, 1).map((each) => ({ ...each, id: `${each.id}~9` as never }))]),
  'a unit that is no more keeps its work': () =>
    bent({
      events: (events) =>
        events.map((event) =>
          event.type === 'UnitPlanTransferred' ? { ...event, data: { handovers: event.data.handovers.slice(1) } } : event,
        ),
    }),
  'an heir has a day less': () =>
    inherited((owed) => owed.map((each) => (each.due ? { ...each, due: naiveAdd(each.due, -1) } : each))),
};

const bent = (bend: Bend): Parts => ({ ...REAL, store: (inner) => new BentStore(inner, bend) });

/** Items as they are derived, changed. */
const derived = (change: (items: readonly DerivedItem[]) => readonly DerivedItem[]): Parts =>
  bent({
    events: (events) =>
      events.map(
        (event): UnitPlanEvent =>
          event.type === 'UnitPlanDerived' ? { ...event, data: { ...event.data, items: change(event.data.items) } } : event,
      ),
  });

/** Items and reports as an heir takes them over, changed. */
const inherited = (change: <T extends DerivedItem | DerivedReport>(owed: readonly T[]) => readonly T[]): Parts =>
  bent({
    events: (events) =>
      events.map(
        (event): UnitPlanEvent =>
          event.type === 'UnitPlanInherited'
            ? { ...event, data: { ...event.data, items: change(event.data.items), reports: change(event.data.reports) } }
            : event,
      ),
  });
