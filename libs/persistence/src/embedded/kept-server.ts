import { setTimeout } from 'node:timers/promises';
import type { Bilingual } from '#contracts';
import { stopServer } from './cluster.js';
import { isRunning } from './processes.js';

/** What it takes to keep a server running. */
export interface Kept {
  /** Folder of its cluster. */
  readonly data: string;
  readonly pid: number;
  /** Starts it again where it was: same folder, same port. @returns its new process id */
  start(): Promise<number>;
  /** Told what is being done, in both languages. */
  readonly log?: ((message: Bilingual) => void) | undefined;
}

const LOOK_MS = 500;
const FIRST_PAUSE_MS = 100;
/** Between tries: what is left of a killed server goes within seconds, room is made on a disk within minutes. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * A server that is started again where it ends though nobody stopped it: killed for want of memory, say. Those connected lose what
 * they had not committed, and find it at the same address.
 */
export class KeptServer {
  /** Process id of the server as it runs now. */
  private current: number;
  private readonly ending = new AbortController();
  private readonly watching: Promise<void>;

  constructor(private readonly kept: Kept) {
    this.current = kept.pid;
    this.watching = this.watch();
  }

  /** Stops it, and watches no more. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.watching;
    await stopServer(this.kept.data, this.current);
  }

  private get isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  private async watch(): Promise<void> {
    for (await this.pause(LOOK_MS); !this.isEnding; await this.pause(LOOK_MS))
      if (!(await isRunning(this.current))) await this.revive();
  }

  private async revive(): Promise<void> {
    this.kept.log?.(ENDED);
    for (let pause = FIRST_PAUSE_MS; !this.isEnding; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        this.current = await this.kept.start();
        this.kept.log?.(BACK);
        return;
      } catch {
        await this.pause(pause);
      }
    }
  }

  /** Keeps no process alive; ends at once where the server is to be stopped. */
  private async pause(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { ref: false, signal: this.ending.signal }).catch(() => undefined);
  }
}

const ENDED: Bilingual = {
  vi: 'PostgreSQL đã ngừng ngoài ý muốn: đang khởi động lại…',
  en: 'PostgreSQL has ended though nobody stopped it: starting it again…',
};
const BACK: Bilingual = { vi: 'PostgreSQL đã chạy lại.', en: 'PostgreSQL runs again.' };
