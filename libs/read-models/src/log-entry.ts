import type { RecordedEvent } from '#event-store';
import type { ChangeKind } from '#contracts';
import { wordsOf } from './event-words.js';

/** Where an event belongs: of a unit under a top plan, of a plan, or of a unit of the organisation. */
export interface EventPlace {
  readonly plan: string | null;
  readonly unit: string | null;
}

/** What an event is looked for by. */
export interface LogEntry extends EventPlace {
  readonly position: number;
  readonly kind: ChangeKind;
  /** The one obligation that it is about: `item 1.2`; null where it is about none, or several. */
  readonly about: string | null;
  /** Opaque id of the person who did it; null where none is named. */
  readonly person: string | null;
  /** True for what the engine did by itself. */
  readonly is_engine: boolean;
  /** When it took effect. */
  readonly at: string;
}

type Placed = Pick<RecordedEvent, 'stream' | 'data'>;

export function placeOf({ stream, data }: Placed): EventPlace {
  const [kind, plan = null, unit = null] = stream.split('/');
  const { plan: named = null, id = null } = data as { readonly plan?: string; readonly id?: string };
  switch (kind) {
    case 'unit-plan':
      return { plan, unit };
    case 'plan':
      return { plan, unit: null };
    case 'documents':
      return { plan: named, unit: null };
    case 'organisation':
      return { plan: null, unit: id };
    default:
      return { plan: null, unit: null };
  }
}

/** The one obligation that a unit plan's event names; null where it names none. */
export function obligationNamed({ stream, data }: Placed): string | null {
  if (!stream.startsWith('unit-plan/')) return null;
  const { item, report, obligation, duty } = data as Readonly<Record<string, unknown>>;
  if (typeof obligation === 'string') return obligation;
  if (typeof item === 'string') return `item ${item}`;
  if (typeof report === 'string') return `report ${report}`;
  return typeof duty === 'string' ? `duty ${duty}` : null;
}

/** An event as it is looked for. */
export const logEntryOf = (event: RecordedEvent): LogEntry => ({
  position: event.position,
  kind: wordsOf(event.type).kind,
  ...placeOf(event),
  about: obligationNamed(event),
  person: event.by?.person ?? null,
  is_engine: event.actor === null && event.because !== null,
  at: event.at,
});
