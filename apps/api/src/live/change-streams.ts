import { WORKFLOW, type Workflow } from '#application';
import { whileAsking } from '#persistence';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Standing } from '../auth/access.js';
import { EntryFault } from '../auth/entry-fault.js';
import { People } from '../auth/people.js';
import { RequestFault } from '../problems/faults.js';
import { changeFeed } from './change-feed.js';
import { CHANGES, type ChangesOf, sortedOut } from './changes.js';
import { Journal } from './journal.js';
import { type Sight, sightOf } from './sight.js';

/** Readers at once: of one process, and of one user, who may have many pages open. */
export const MOST_READERS = { all: 5_000, ofUser: 50 } as const;
const TURN_MS = 1_000;
/** Journals of tenants, some of whose readers may have gone. */
const MOST_JOURNALS = 200;

/** What a reader of changes asks for. */
export interface FollowingChanges {
  readonly user: string;
  /** Ends the stream. */
  readonly gone: AbortSignal;
  /** How the reader stands now; undefined where they may read no more. */
  readonly standing: () => Promise<Standing | undefined>;
}

/** Who is told of changes to what they see, of this process: one look at the log a second for all readers of a tenant. */
@Injectable()
export class ChangeStreams implements OnModuleDestroy {
  private readonly over = new AbortController();
  private readonly journals = new Map<string, Journal>();
  private readonly readers = new Map<string, number>();
  private count = 0;

  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CHANGES) private readonly changes: ChangesOf,
    @Inject(People) private readonly people: People,
  ) {}

  /** Ends every stream: a server with open answers cannot close. */
  onModuleDestroy(): void {
    this.over.abort();
  }

  /**
   * Opens a stream of what changes from now on.
   * @throws RequestFault where too many read already
   * @throws EntryFault where the reader is nobody any more
   */
  async open(tenant: string, { user, gone, standing }: FollowingChanges): Promise<AsyncGenerator<string>> {
    this.admit(`${tenant}/${user}`, gone);
    const signal = AbortSignal.any([gone, this.over.signal]);
    const sight = sightBy(standing);
    const first = await sight();
    if (!first) throw new EntryFault('access.not-signed-in');
    const source = {
      news: await this.journal(tenant).follow(),
      sight,
      turn: () => pause(TURN_MS, undefined, { signal }).catch(() => undefined), // ended early: the feed sees that it is over
      get isOver() {
        return signal.aborted;
      },
    };
    return changeFeed(source, first);
  }

  private admit(reader: string, gone: AbortSignal): void {
    const own = this.readers.get(reader) ?? 0;
    if (this.count >= MOST_READERS.all || own >= MOST_READERS.ofUser) throw new RequestFault('stream.too-many');
    this.readers.set(reader, own + 1);
    this.count += 1;
    const leave = (): void => {
      this.count -= 1;
      const left = (this.readers.get(reader) ?? 1) - 1;
      if (left > 0) this.readers.set(reader, left);
      else this.readers.delete(reader);
    };
    gone.addEventListener('abort', leave, { once: true });
  }

  private journal(tenant: string): Journal {
    const known = this.journals.get(tenant);
    if (known) return known;
    const { store } = this.workflow;
    const journal = new Journal({
      head: () => store.head(tenant),
      touched: async (after, upTo) =>
        sortedOut(await this.changes.between(tenant, after, upTo), (plan) => this.people.issuer(tenant, plan)),
      now: () => performance.now(),
    });
    if (this.journals.size >= MOST_JOURNALS) this.journals.clear(); // readers keep theirs
    this.journals.set(tenant, journal);
    return journal;
  }
}

/** What a reader sees, worked out anew only where their rights or the organisation are others. */
function sightBy(standing: FollowingChanges['standing']): () => Promise<Sight | undefined> {
  let last: { readonly key: string; readonly organisation: Standing['organisation']; readonly sight: Sight } | undefined;
  return async () => {
    const now = await whileAsking({ as: 'entrance' }, standing);
    if (!now) return undefined;
    const { subject, organisation } = now;
    const key = JSON.stringify(subject);
    if (last?.key !== key || last.organisation !== organisation) last = { key, organisation, sight: sightOf(now) };
    return last.sight;
  };
}
