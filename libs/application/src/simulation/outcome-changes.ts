import {
  localDateOf,
  type AmendmentApplied,
  type Because,
  type ClocksStarted,
  type DocumentRef,
  type FollowUpReached,
  type LocalDate,
  type UnitId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { OutcomeChange, OutcomeExplanation } from './outcome-types.js';

/** One obligation of one unit that got another date, stood still, went on or was taken back. */
interface Change extends Omit<OutcomeChange, 'units' | 'unit'> {
  readonly unit: UnitId;
}

const titled = ({ number, date }: DocumentRef): string => `${number} (${date})`;

/**
 * What documents, calendars and declared events do to obligations of a unit; extensions of single items, which an outcome tells
 * apart, are not among them.
 */
export function changesOf(unit: UnitId, event: UnitPlanEvent): readonly Change[] {
  const base = { unit, on: localDateOf(event.at) };
  switch (event.type) {
    case 'CalendarApplied': {
      const by = (event.because as Because).calendar;
      return event.data.moved.map((moved) => ({ ...base, kind: 'calendar', by, ...moved }));
    }
    case 'ClocksStarted':
      return started(base, event.data);
    case 'DeadlineResolved': {
      const { item, due, document } = event.data;
      // A term that runs from receipt is dated by the receipt: nothing has changed.
      if (document === null) return [];
      return [{ ...base, kind: 'resolved', by: titled(document), obligation: `item ${item}`, from: null, to: due }];
    }
    case 'AmendmentApplied':
      return amended(base, event.data);
    default:
      return stopped(base, event);
  }
}

type Base = Pick<Change, 'unit' | 'on'>;

function started(base: Base, { event, on, items }: ClocksStarted['data']): readonly Change[] {
  const by = `${event} (${on})`;
  return items.map(({ item, due }) => ({ ...base, kind: 'event', by, obligation: `item ${item}`, from: null, to: due }));
}

function amended(base: Base, data: AmendmentApplied['data']): readonly Change[] {
  const by = titled(data.document);
  return [
    ...data.extended.map(
      ({ item, from, to }) => ({ ...base, kind: 'amended', by, obligation: `item ${item}`, from, to }) as const,
    ),
    ...data.suspended.map(({ item }) => ({ ...base, kind: 'suspended', by, ...bare(`item ${item}`) }) as const),
    ...(data.restored ?? []).flatMap(({ item, from, to }) =>
      from === to ? [] : [{ ...base, kind: 'amended', by, obligation: `item ${item}`, from, to } as const],
    ),
    ...data.withdrawn.map(({ obligation }) => ({ ...base, kind: 'withdrawn', by, ...bare(obligation) }) as const),
  ];
}

const bare = (obligation: string) => ({ obligation, from: null, to: null });

function stopped(base: Base, event: UnitPlanEvent): readonly Change[] {
  switch (event.type) {
    case 'ItemSuspended':
      return [{ ...base, kind: 'suspended', by: titled(event.data.document), ...bare(`item ${event.data.item}`) }];
    case 'ItemResumed': {
      const { item, due, document } = event.data;
      const by = document === null ? null : titled(document);
      return [{ ...base, kind: 'resumed', by, obligation: `item ${item}`, from: null, to: due }];
    }
    case 'ItemWithdrawn':
      return [{ ...base, kind: 'withdrawn', by: titled(event.data.document), ...bare(`item ${event.data.item}`) }];
    case 'ReportExtended': {
      const { report, from, to, document } = event.data;
      return [{ ...base, kind: 'report-extended', by: titled(document), obligation: `report ${report}`, from, to }];
    }
    default:
      return [];
  }
}

/** The same change of several units told once: how many, and who where it is one. */
export function gathered(changes: readonly Change[]): readonly OutcomeChange[] {
  const groups = new Map<string, { readonly change: Change; units: number }>();
  for (const change of changes) {
    const { unit: _, ...rest } = change;
    const key = JSON.stringify(rest);
    const group = groups.get(key);
    if (group) group.units += 1;
    else groups.set(key, { change, units: 1 });
  }
  return [...groups.values()].map(({ change: { unit, kind, on, by, obligation, from, to }, units }) => ({
    kind,
    on,
    by,
    obligation,
    from,
    to,
    units,
    unit: units === 1 ? unit : null,
  }));
}

/** An explanation that was demanded, and what became of it. */
export function explanationOf(
  { at, data }: FollowUpReached,
  { unit, items }: Pick<UnitPlanState, 'unit' | 'items'>,
): Omit<OutcomeExplanation, 'name'> | undefined {
  const item = data.explanation && items.get(data.explanation.id);
  if (!item) return undefined;
  const doneAt = item.submittedAt === null || item.status === 'returned' ? null : localDateOf(item.submittedAt);
  return { unit, about: data.obligation, demanded: localDateOf(at), due: item.due as LocalDate | null, in: doneAt };
}
