import { ASKED_LOG, WORKFLOW, type Workflow } from '#application';
import type { EventStore } from '#event-store';
import { whileAsking } from '#persistence';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestFault } from '../problems/faults.js';
import { eventFeed } from './event-feed.js';

/** Readers at once, of one process. */
export const MOST_READERS = 200;
const TURN_MS = 1_000;
/** Readers of one tenant ask for its head together. */
const SAME_HEAD_MS = 500;

/** What a reader asks for. */
export interface Following {
  /** The last position that the reader has seen; what comes from now on where it names none. */
  readonly from: number | undefined;
  /** Ends the stream. */
  readonly gone: AbortSignal;
  /** Whether the reader may still read. */
  readonly stillMay: () => Promise<boolean>;
}

/** Who follows the log live, of this process. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly over = new AbortController();
  private readonly heads = new Map<string, { readonly asked: number; readonly head: Promise<number> }>();
  private readers = 0;

  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(ASKED_LOG) private readonly log: EventStore,
  ) {}

  /** Ends every stream: a server with open answers cannot close. */
  onModuleDestroy(): void {
    this.over.abort();
  }

  /**
   * Opens a stream of what the reader's rows show of the log. Their reach is that of the request; whether there still is one is asked again
   * before anything is told.
   * @throws RequestFault where too many read already
   */
  async open(tenant: string, { from, gone, stillMay }: Following) {
    if (this.readers >= MOST_READERS) throw new RequestFault('stream.too-many');
    this.readers += 1;
    gone.addEventListener('abort', () => (this.readers -= 1), { once: true });
    const signal = AbortSignal.any([gone, this.over.signal]);
    const asAsker = AsyncLocalStorage.snapshot(); // the answer is written long after, whenever the reader takes more of it
    const source = {
      events: (after: number, limit: number) => asAsker(() => this.log.readAll(tenant, after, limit)),
      head: () => this.head(tenant),
      stillMay: () => whileAsking({ as: 'entrance' }, stillMay),
      turn: () => pause(TURN_MS, undefined, { signal }).catch(() => undefined), // ended early: the feed sees that it is over
      get isOver() {
        return signal.aborted;
      },
    };
    return eventFeed(source, from ?? (await this.workflow.store.head(tenant)));
  }

  private head(tenant: string): Promise<number> {
    const now = performance.now();
    const known = this.heads.get(tenant);
    if (known && now - known.asked < SAME_HEAD_MS) return known.head;
    const head = this.workflow.store.head(tenant);
    if (this.heads.size > MOST_READERS) this.heads.clear(); // tenants whose readers have gone
    this.heads.set(tenant, { asked: now, head });
    return head;
  }
}
