import type { Instant } from '#engine';
import type { EventStore, NewEvent, RecordedEvent, StreamWrite } from '#event-store';

/** What each part of the contract is given. */
export interface Given {
  readonly store: () => EventStore;
  /** A tenant that nobody has written to. */
  readonly tenant: () => string;
}

export const AT = '2022-06-30T08:00:00+07:00' as Instant;

const event = (n: number | string): NewEvent => ({
  type: 'SomethingNoted',
  v: 1,
  data: { n },
  because: null,
  at: AT,
  actor: 'unit-1',
});

export const write = (stream: string, expected: number, ...numbers: (number | string)[]): StreamWrite => ({
  stream,
  expected,
  events: numbers.map(event),
});

/** A minute of an hour in which wake-ups are due. */
export const at = (minute: number): Instant => `2022-07-01T00:${String(minute).padStart(2, '0')}:00+07:00` as Instant;

export const numbersOf = (events: readonly RecordedEvent[]): unknown[] => events.map(({ data }) => (data as { n: unknown }).n);

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
