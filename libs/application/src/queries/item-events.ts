import type { DerivedItem, PlanId, UnitPlanDerived, UnitPlanReceived, UnitPlanReplaced } from '#engine';
import type { RecordedEvent } from '#event-store';

/** What an event says about one item. */
export interface Concern {
  readonly data: unknown;
  /** The plan whose text assigned or changed it by this event; null where none did. */
  readonly source: PlanId | null;
  readonly task: string | null;
}

/** The part of an event that concerns an item; undefined where none does. */
export function concernOf(event: RecordedEvent, item: string): Concern | undefined {
  switch (event.type) {
    case 'UnitPlanDerived':
      return ofDerived(event.data as UnitPlanDerived['data'], item);
    case 'UnitPlanReplaced':
      return ofReplaced(event.data as UnitPlanReplaced['data'], item);
    case 'UnitPlanReceived':
      return (event.data as UnitPlanReceived['data']).items.some((id) => id === item) ? plain({ items: [item] }) : undefined;
    default:
      return ofMany(event.data, item);
  }
}

const plain = (data: unknown): Concern => ({ data, source: null, task: null });

function ofDerived(data: UnitPlanDerived['data'], item: string): Concern | undefined {
  const derived = data.items.find(({ id }) => id === item);
  if (!derived) return undefined;
  const { plan, unit, source, provisional, acceptors } = data;
  return { data: { plan, unit, source, provisional, acceptors, item: derived }, source, task: derived.task };
}

function ofReplaced(data: UnitPlanReplaced['data'], item: string): Concern | undefined {
  const { by, previous, provisional, acceptors } = data;
  const added: DerivedItem | undefined = data.added.items.find(({ id }) => id === item);
  const moved = data.moved.find((move) => move.item === item);
  const withdrawn = data.withdrawn.find((withdrawal) => withdrawal.item === item);
  if (!added && !moved && !withdrawn) return undefined;
  const change = { ...(added ? { added } : {}), ...(moved ? { moved } : {}), ...(withdrawn ? { withdrawn } : {}) };
  return { data: { by, previous, provisional, acceptors, ...change }, source: by, task: added?.task ?? taskOf(item) };
}

/** Items are numbered by their task; an occurrence of a recurring one adds its period after `@`. */
const taskOf = (item: string): string => item.split('@')[0] ?? item;

/** What a list of many obligations says of one; events that speak of one obligation only are passed on whole. */
function ofMany(data: unknown, item: string): Concern | undefined {
  if (isAbout(data, item)) return plain(data);
  const kept = Object.entries(data ?? {}).map(([name, value]) => [name, partAbout(value, item)] as const);
  const found = kept.some(([name, part]) => part !== undefined && part !== (data as Record<string, unknown>)[name]);
  return found ? plain(Object.fromEntries(kept.filter(([, part]) => part !== undefined))) : undefined;
}

/** Of a list, the entries about an item (none: undefined); of obligations, their items; all else as it is. */
function partAbout(value: unknown, item: string): unknown {
  if (Array.isArray(value)) {
    const about = value.filter((entry) => isAbout(entry, item));
    return about.length > 0 ? about : undefined;
  }
  const items = (value as { readonly items?: unknown } | null)?.items;
  return Array.isArray(items) ? partAbout(items, item) : value;
}

function isAbout(data: unknown, item: string): boolean {
  const named = data as { readonly item?: unknown; readonly obligation?: unknown; readonly id?: unknown } | null;
  return named?.item === item || named?.id === item || named?.obligation === `item ${item}`;
}
