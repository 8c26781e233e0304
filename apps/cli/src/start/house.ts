import path from 'node:path';
import { createWorkflow, isLoaded, systemClock, type Workflow } from '#workflow';
import type { Bilingual } from '#contracts';
import { measuredStore, Metrics, NO_TRACING, openLog, openTracing, readinessOf, type Tracing } from '#observability';
import {
  ChangeBook,
  DeliveryBook,
  OperationBook,
  entrancePool,
  housePool,
  ProofBook,
  openDatabase,
  PostgresClock,
  PostgresEventStore,
  PostgresLogIndex,
  PostgresReadModels,
  readinessFacts,
  watchedDatabase,
  type Database,
  whileAlone,
} from '#persistence';
import { accountsOver, firstLinkWords, openIdentity } from '../../../api/src/auth/open-identity.js';
import { createApi } from '../../../api/src/create-api.js';
import { readTls } from '../../../api/src/http/tls.js';
import { listen } from '../../../api/src/listen.js';
import { apiLog } from '../../../api/src/log.js';
import { followLog } from '../../../worker/src/follow-log.js';
import { openDeliveries } from '../../../worker/src/open-deliveries.js';
import { openSealing } from '../../../worker/src/open-sealing.js';
import { type ClockLogEntry, startClock, type RunningClock } from '../../../worker/src/start-clock.js';
import { demoDoor, isLoopback, openDemo, tellDemo } from './demo.js';
import { loadExample, readExample } from './example.js';
import { claimPort } from './port.js';
import type { StartSettings } from './settings.js';
import type { Teller } from './teller.js';

type Api = Awaited<ReturnType<typeof createApi>>;

const WAITING: Bilingual = {
  vi: 'Tiến trình khác đang nạp ví dụ vào cơ sở dữ liệu này: chờ…',
  en: 'Another process is loading the example into this database: waiting…',
};

interface Serving {
  readonly workflow: Workflow;
  readonly database: Database;
  readonly tenant: string;
  /** The tenant's log is that of the example. */
  readonly isExample: boolean;
}

/** Everything that runs in one process: database, API, clock. Opened step by step, closed in reverse. */
export class House {
  private readonly closers: (() => Promise<void>)[] = [];
  private readonly metrics = new Metrics('start');
  private readonly ownLog = openLog('start');
  private readonly log = this.ownLog.log;
  private tracing: Tracing = NO_TRACING;

  constructor(
    private readonly settings: StartSettings,
    private readonly teller: Teller,
  ) {}

  /**
   * Brings all of it up; stops between two steps where the signal says so.
   * @throws PortFault, DatabaseFault or any fault of the example; whatever is open by then is closed by {@link close}
   */
  async open(signal: AbortSignal): Promise<void> {
    const { settings, teller } = this;
    this.ownLog.expectSound();
    this.closers.push(
      () => this.ownLog.close(),
      () => apiLog.close(),
    );
    await claimPort(settings.port, settings.host);
    const bundle = await readExample();
    const tenant = settings.tenant ?? bundle.top;
    const database = await this.openDatabase();
    this.tracing = await openTracing('start');
    this.closers.push(() => this.tracing.close().catch(() => undefined)); // the collector is not there: nobody waits for it
    const workflow = createWorkflow(measuredStore(new PostgresEventStore(database.pool), this.metrics, this.tracing));
    if (settings.loadsExample) {
      const alone = { name: `example/${tenant}`, signal, onWait: () => teller.tell(WAITING) };
      await whileAlone(database.pool, alone, () => loadExample({ workflow, bundle, tenant, teller, signal }));
    }
    if (signal.aborted) return;
    const isExample = settings.loadsExample && (await isLoaded(workflow, bundle, tenant));
    await this.serve({ workflow, database, tenant, isExample });
    const clock = this.startClock(workflow, database);
    this.followLog(database, clock);
    await this.startDeliveries(database);
    await this.startSealing(database);
  }

  /** Ends all that is open, the last first. */
  async close(): Promise<void> {
    for (const close of this.closers.splice(0).toReversed()) await close();
  }

  private async openDatabase(): Promise<Database> {
    const { url, ownerUrl, roles, dataDir, resets } = this.settings;
    const database = await openDatabase({
      url,
      ownerUrl,
      roles,
      dataDir: path.join(dataDir, 'db'),
      migrates: true,
      resets,
      log: (message) => this.teller.tell(message),
    });
    this.closers.push(() => database.close());
    const { length } = database.migrated;
    if (length > 0) this.teller.tell({ vi: `Đã lập bảng (${length} bước).`, en: `Tables made (${length} steps).` });
    return database;
  }

  private async serve({ workflow, database, tenant, isExample }: Serving): Promise<void> {
    const { port: wanted, host, dataDir } = this.settings;
    const readModels = new PostgresReadModels(database.asked);
    const { metrics, tracing } = this;
    metrics.watch(watchedDatabase(database));
    const readiness = () => readinessOf(() => readinessFacts(database));
    const deliveries = new DeliveryBook(database.asked);
    const parts = {
      store: workflow.store,
      askedLog: new PostgresEventStore(database.asked),
      readModels,
      clock: systemClock,
      workflow,
      tenant,
      operations: new OperationBook(housePool(database.pool, database.asked)),
      deliveries,
      proofs: new ProofBook(database.asked),
      logIndex: new PostgresLogIndex(database.asked),
      changes: new ChangeBook(database.pool),
    };
    const { identity, accounts, demo } = await this.openAccounts({ workflow, database, tenant, isExample });
    const door = demo && demoDoor;
    const limits = demo ? { limits: null } : {}; // only this machine reaches a demonstration
    const baseUrl = process.env['THAC_BASE_URL'] ?? '';
    const tls = await readTls(process.env, host);
    const api: Api = await createApi({ ...parts, ...limits, baseUrl, identity, door, metrics, tracing, readiness, tls });
    this.closers.push(() => api.close());
    const port = await listen(api, { port: wanted, host });
    const address = `${tls ? 'https' : 'http'}://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
    this.teller.tell({
      vi: `Sẵn sàng sau ${this.teller.seconds} giây: ${address}`,
      en: `Ready after ${this.teller.seconds} seconds: ${address}`,
    });
    this.teller.note(`${address}/docs  API (OpenAPI)`);
    this.teller.note(`${address}/api/v1/plans  kế hoạch / plans`);
    this.teller.note(`npm run -s thac -- plan tree --server ${address}`);
    if (demo) tellDemo(demo, dataDir, this.teller);
    const link = await accounts.firstLink(tenant);
    if (link !== undefined) this.teller.tell(firstLinkWords(address, link));
    this.teller.tell({ vi: 'Ctrl-C để dừng.', en: 'Ctrl-C stops it.' });
  }

  /** Accounts; and, for the example on the embedded database of this machine alone, its ready users. */
  private async openAccounts({ workflow, database, tenant, isExample }: Serving) {
    const { url, host, dataDir: folder } = this.settings;
    const keyFile = url === undefined ? path.join(folder, 'identity.key') : undefined;
    const identity = await openIdentity({ pool: entrancePool(database.pool, database.asked), environment: process.env, keyFile });
    const accounts = accountsOver(identity, workflow, systemClock);
    const isDemo = isExample && url === undefined && isLoopback(host);
    const isNew = !(await accounts.hasAny(tenant));
    const demo = isDemo ? await openDemo({ accounts, tenant, folder }, { isNew }) : undefined;
    return { identity, accounts, demo };
  }

  private startClock(workflow: Workflow, { pool }: Database): RunningClock {
    const log = ({ level, message, error, wakeUps = 0, events = 0 }: ClockLogEntry): void => {
      this.metrics.clockRun({ wakeUps, events });
      if (level === 'error') this.metrics.failed('clock');
      const cause = error !== undefined ? ` (${String(error)})` : '';
      this.teller.tell({ vi: `${message.vi}${cause}`, en: `${message.en}${cause}` });
    };
    const shared = new PostgresClock(pool);
    const runner = workflow.clockOver(shared);
    const clock: RunningClock = startClock({ runner, slots: shared, members: shared, log });
    this.closers.push(() => clock.stop());
    return clock;
  }

  private followLog({ pool }: Database, clock: RunningClock): void {
    const yields = (): boolean => clock.state.isBusy;
    const projections = followLog({ pool, metrics: this.metrics, log: this.log, yields });
    this.closers.push(() => projections.stop());
  }

  private async startDeliveries(database: Database): Promise<void> {
    const deliveries = await openDeliveries(database, this.log);
    this.closers.push(() => deliveries.stop());
  }

  private async startSealing({ pool }: Database): Promise<void> {
    const { url, dataDir } = this.settings;
    const sealing = await openSealing({ pool, keyFolder: url === undefined ? dataDir : undefined, log: this.log });
    if (sealing) this.closers.push(() => sealing.stop());
  }
}
