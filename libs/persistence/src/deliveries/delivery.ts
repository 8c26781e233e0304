import type { Instant, LocalDate } from '#engine';

/**
 * Where a delivery stands: `waiting` in the queue; `sent`; `dead` after its last attempt; `again` when somebody asked for another
 * round; `lapsed` where nobody needs it any more: the log was followed too late, or it was let go.
 */
export type DeliveryState = 'waiting' | 'sent' | 'dead' | 'again' | 'lapsed';

/** One notice to one unit, because of one step of one obligation. */
export interface Delivery {
  readonly tenant: string;
  /** Worked out from all that follows up to `generation`: the same notice has the same id wherever it is made. */
  readonly id: string;
  readonly channel: string;
  /** The unit that is told. */
  readonly recipient: string;
  /** What the step does: remind, notify, escalate, list, or what follows from being late. */
  readonly subject: string;
  /** Whose obligation it is about, under which plan. */
  readonly plan: string;
  readonly unit: string;
  readonly obligation: string;
  readonly step: string;
  readonly generation: number;
  readonly due: LocalDate;
  /** When the step was due to happen. */
  readonly at: Instant;
}

export interface RecordedDelivery extends Delivery {
  readonly state: DeliveryState;
  /** Attempts that failed, or that succeeded. */
  readonly attempts: number;
  readonly lastError: string | null;
}

/**
 * A way out: mail, a webhook, a document system. Given each delivery at least once; again with the same id after a crash between
 * sending and noting it, so a receiver that minds goes by the id. Throws where it could not send.
 */
export interface Channel {
  readonly name: string;
  send(delivery: Delivery): Promise<void>;
}

/** A channel that only writes down what would be sent. */
export const logChannel = (write: (entry: Delivery) => void): Channel => ({
  name: 'log',
  send: async (delivery) => write(delivery),
});
