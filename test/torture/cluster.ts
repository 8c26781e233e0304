import { createPool, type EmbeddedServer, startEmbedded } from '#persistence';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { Gate } from './gate.js';

const run = promisify(execFile);
/** Room of the small disk: a cluster with its write-ahead log and what one round writes. */
const DISK = '1500m';

/** Where the cluster lies. */
interface Folder {
  readonly place: string;
  readonly hasOwnDisk: boolean;
}

/** A PostgreSQL of its own, behind a gate, that can be stopped without warning, and whose disk can be filled. */
export class TorturedCluster {
  /** Straight to the server, for whoever looks on. */
  direct: Pool;

  private constructor(
    private readonly folder: Folder,
    private server: EmbeddedServer,
    readonly gate: Gate,
  ) {
    this.direct = this.connect();
  }

  /** True where its data lie on a disk of their own that may be filled: that takes root. */
  get hasOwnDisk(): boolean {
    return this.folder.hasOwnDisk;
  }

  static async start(): Promise<TorturedCluster> {
    const place = await mkdtemp(path.join(tmpdir(), 'thac-torture-'));
    await chmod(place, 0o755); // as root, the server runs as another user, who has to get in
    const hasOwnDisk = await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', place]).then(
      () => true,
      () => false,
    );
    const server = await startEmbedded({ dataDir: path.join(place, 'db') });
    return new TorturedCluster({ place, hasOwnDisk }, server, await Gate.listen());
  }

  /** Address by way of the gate: the same for ever. */
  get url(): string {
    return this.behindGate(this.server.url);
  }

  /** The same for the owner of the tables. */
  get ownerUrl(): string {
    return this.behindGate(this.server.ownerUrl);
  }

  private behindGate(address: string): string {
    const url = new URL(address);
    url.port = String(this.gate.port);
    return url.href;
  }

  private connect(): Pool {
    this.gate.target = Number(new URL(this.server.url).port);
    return createPool({ url: this.server.adminUrl, max: 4 });
  }

  /** Stops it in immediate mode, as a power cut would, and starts it again: it recovers from its log. */
  async crash(): Promise<void> {
    await this.direct.end().catch(() => undefined);
    process.kill(this.server.pid, 'SIGQUIT');
    await this.server.stop();
    await this.restart();
  }

  private async restart(): Promise<void> {
    this.server = await startEmbedded({ dataDir: path.join(this.folder.place, 'db') });
    this.direct = this.connect();
  }

  /** Leaves no byte free on its disk until `work` is over; then frees it, and starts the server again if it gave up. */
  async whileFull(work: () => Promise<void>): Promise<void> {
    const ballast = path.join(this.folder.place, 'ballast');
    const { bavail, bsize } = await statfs(this.folder.place);
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined); // fills what there is, then fails
    try {
      await work();
    } finally {
      await rm(ballast, { force: true });
      if (!(await this.answers())) await this.crash();
    }
  }

  /** Waits out a recovery under way. */
  private async answers(): Promise<boolean> {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await this.direct.query('select 1').catch((error: { code?: string }) => error);
      if ('rows' in answer) return true;
      if (answer.code !== '57P03') break; // "starting up", "in recovery"
    }
    return this.direct.query('select 1').then(
      () => true,
      () => false,
    );
  }

  async end(): Promise<void> {
    await this.direct.end().catch(() => undefined);
    await this.gate.close();
    await this.server.stop();
    if (this.hasOwnDisk) await run('umount', ['-l', this.folder.place]);
    await rm(this.folder.place, { recursive: true, force: true });
  }
}
