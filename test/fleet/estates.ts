import {
  unitPlanStream,
  type DutyState,
  type Handover,
  type Inherited,
  type ItemState,
  type Obligations,
  type ReportState,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Lived } from './life.js';
import { stateOf } from './mirror.js';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/**
 * Nothing that a unit which is no more had open is lost or doubled: each piece went to each of its heirs once, at that instant, or
 * ended for a reason; and nothing stirs in what it left behind.
 */
export function estates({ ended, root, until }: Lived, streams: Streams): readonly string[] {
  return [...ended].flatMap(([unit, at]) => {
    const events = streams.get(unitPlanStream(root, unit));
    if (!events || at > until) return [];
    const index = events.findIndex(({ type }) => type === 'UnitPlanTransferred');
    const transfer = events[index];
    if (!transfer || transfer.at !== at) return [`${unit} ended at ${at}, its work at ${transfer?.at}`];
    const { handovers } = transfer.data as { handovers: readonly Handover[] };
    const left = { unit, at: transfer.at, handovers };
    return [
      ...unsaid(stateOf(events.slice(0, index)), left),
      ...undelivered(left, root, streams),
      ...stirring(unit, events, index),
    ];
  });
}

interface Left {
  readonly unit: UnitId;
  readonly at: string;
  readonly handovers: readonly Handover[];
}

function unsaid(before: UnitPlanState, { unit, handovers }: Left): readonly string[] {
  const open = openOf(before).toSorted().join(', ');
  const said = handovers
    .map(({ obligation }) => obligation)
    .toSorted()
    .join(', ');
  return open === said ? [] : [`${unit} had open: ${open}; handed over: ${said}`];
}

const DONE: ReadonlySet<string> = new Set(['submitted', 'completed', 'accepted', 'cancelled', 'transferred']);
const isOpen = ({ status }: ItemState | ReportState): boolean => !DONE.has(status);
const isOwed = ({ fulfilledAt, ended }: DutyState): boolean => fulfilledAt === null && ended === null;

const openOf = ({ items, reports, duties }: UnitPlanState): readonly string[] => [
  ...[...items.values()].filter(isOpen).map(({ id }) => `item ${id}`),
  ...[...reports.values()].filter(isOpen).map(({ id }) => `report ${id}`),
  ...[...duties.values()].filter(isOwed).map(({ id }) => `duty ${id}`),
];

function undelivered({ unit, at, handovers }: Left, root: Lived['root'], streams: Streams): readonly string[] {
  return handovers.flatMap(({ obligation, to, reason }) => {
    if (reason === '') return [`${unit} ${obligation} goes for no reason`];
    return to.flatMap((heir) => {
      const taken = (streams.get(unitPlanStream(root, heir)) ?? []).filter(
        (event) => event.type === 'UnitPlanInherited' && event.at === at,
      );
      const traces = taken.flatMap(({ data }) => tracesIn(data as Obligations));
      const count = traces.filter((trace) => trace.unit === unit && trace.obligation === obligation).length;
      return count === 1 ? [] : [`${obligation} of ${unit} came to ${heir} ${count} times`];
    });
  });
}

const tracesIn = ({ items, reports, duties }: Obligations): readonly Inherited[] =>
  [...items, ...reports, ...duties].flatMap(({ inherited = [] }) => inherited);

const stirring = (unit: UnitId, events: readonly RecordedEvent[], index: number): readonly string[] =>
  events
    .slice(index + 1)
    .filter(({ type, actor }) => actor === null && type !== 'UnitPlanReaddressed')
    .map(({ type }) => `${type} where ${unit} is no more`);
