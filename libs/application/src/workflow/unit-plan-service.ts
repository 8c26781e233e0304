import { unitPlanStream, type Instant, type PlanId, type Rejection, type UnitId, type UnitPlanCommand } from '#engine';
import type { Appended, AppendOptions, EventStore, RecordedEvent } from '#event-store';
import type { OrganisationInOrder } from './organisation-in-order.js';
import { NotFound, Refused, StaleVersion } from './faults.js';
import type { Knowledge } from './tenant-knowledge.js';
import { retryOnConflict } from './retry-on-conflict.js';
import { openSession } from './session-opening.js';
import { foldRecorded, type UnitPlanSession } from './unit-plan-session.js';

/** A command on one unit plan. */
export interface UnitPlanRequest {
  readonly plan: PlanId;
  readonly unit: UnitId;
  readonly actor: UnitId;
  readonly command: UnitPlanCommand;
}

export interface ExecuteOptions extends AppendOptions {
  /** The version that the actor saw; another one is refused. Absent: whatever is newest. */
  readonly expectedVersion?: number;
}

export interface Executed {
  /** Version of the unit plan after the command. */
  readonly version: number;
  /** Position in the tenant's log: read models asked for it show the effect. */
  readonly position: number;
  /** True where the request had been carried out before under the same key. */
  readonly replayed: boolean;
}

/** One refused request of a batch. */
export interface BatchRefusal {
  readonly request: UnitPlanRequest;
  readonly rejection: Rejection;
}

const ATTEMPTS = 5;

/** Carries out commands on unit plans: load, let time catch up, decide, append; all of a call or nothing. */
export class UnitPlanService {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly organisation: OrganisationInOrder,
  ) {}

  /**
   * @throws NotFound when the unit plan does not exist
   * @throws StaleVersion when it is not at `expectedVersion`
   * @throws Refused when the engine refuses the command
   */
  async execute(tenant: string, request: UnitPlanRequest, at: Instant, options: ExecuteOptions = {}): Promise<Executed> {
    try {
      const executed = await retryOnConflict(ATTEMPTS, () => this.attempt(tenant, request, at, options));
      return executed.replayed ? await this.replay(tenant, request, options) : executed;
    } catch (error) {
      // What was carried out before under the same key is as a rule not possible again: only then is it looked for.
      if (!(await this.wasRecorded(tenant, options))) throw error;
      return this.replay(tenant, request, options);
    }
  }

  private async attempt(tenant: string, request: UnitPlanRequest, at: Instant, options: ExecuteOptions): Promise<Executed> {
    const session = await this.open(tenant, [request], at);
    const state = session.state(request.plan, request.unit);
    if (!state) throw new NotFound('unit-plan', `${request.plan}/${request.unit}`);
    if (options.expectedVersion !== undefined && state.version !== options.expectedVersion) {
      throw new StaleVersion(options.expectedVersion, state.version);
    }
    const decision = session.decide(unitPlanStream(request.plan, request.unit), request.command, request.actor);
    if (decision && !decision.ok) throw new Refused(decision.rejection);
    const appended = await this.store.append(tenant, session.writes(), { ...options, knowing: session.knowing });
    const version = session.state(request.plan, request.unit)?.version ?? state.version;
    return { version, ...appended };
  }

  private async wasRecorded(tenant: string, { idempotencyKey }: ExecuteOptions): Promise<boolean> {
    return idempotencyKey !== undefined && (await this.store.recorded(tenant, idempotencyKey)) !== undefined;
  }

  /** Carries out many commands of one instant in one append; refused ones are left out and listed. */
  async executeBatch(
    tenant: string,
    requests: readonly UnitPlanRequest[],
    at: Instant,
    options: AppendOptions = {},
  ): Promise<Appended & { readonly refusals: readonly BatchRefusal[] }> {
    return retryOnConflict(ATTEMPTS, async () => {
      const session = await this.open(tenant, requests, at);
      const refusals: BatchRefusal[] = [];
      for (const request of requests) {
        const decision = session.decide(unitPlanStream(request.plan, request.unit), request.command, request.actor);
        if (!decision) throw new NotFound('unit-plan', `${request.plan}/${request.unit}`);
        if (!decision.ok) refusals.push({ request, rejection: decision.rejection });
      }
      const appended = await this.store.append(tenant, session.writes(), { ...options, knowing: session.knowing });
      return { ...appended, refusals };
    });
  }

  /** A session over the unit plans that requests name, and over those whose reports theirs take in. */
  private async open(tenant: string, requests: readonly UnitPlanRequest[], at: Instant): Promise<UnitPlanSession> {
    const named = new Set(requests.map(({ plan, unit }) => unitPlanStream(plan, unit)));
    const loaded = new Map(await this.store.readStreams(tenant, [...named]));
    const inputs = inputStreams(requests, loaded).filter((stream) => !named.has(stream));
    if (inputs.length > 0)
      for (const [stream, events] of await this.store.readStreams(tenant, inputs)) loaded.set(stream, events);
    const session = await openSession(this.knowledge.of(tenant), loaded, at);
    const isInOrder = await this.organisation.upTo(tenant, at);
    const missing = [...named].filter((stream) => !loaded.has(stream));
    return isInOrder && !(await this.haveCome(tenant, missing)) ? session : this.open(tenant, requests, at);
  }

  /** What was not there may have come to successors between reading and finding the organisation in order: by somebody else's hand. */
  private async haveCome(tenant: string, missing: readonly string[]): Promise<boolean> {
    return missing.length > 0 && (await this.store.readStreams(tenant, missing)).size > 0;
  }

  /** The request was carried out before: the answer of now, and its own position. */
  private async replay(tenant: string, { plan, unit }: UnitPlanRequest, options: ExecuteOptions): Promise<Executed> {
    const appended = await this.store.append(tenant, [], options);
    const events = await this.store.readStream(tenant, unitPlanStream(plan, unit));
    const own = events.findLast((event) => event.position <= appended.position);
    return { version: own?.version ?? 0, ...appended };
  }
}

/** Streams of the units whose reports go into those that are being submitted. */
function inputStreams(
  requests: readonly UnitPlanRequest[],
  loaded: ReadonlyMap<string, readonly RecordedEvent[]>,
): readonly string[] {
  return requests.flatMap(({ plan, unit, command }) => {
    const events = command.type === 'SubmitReport' ? loaded.get(unitPlanStream(plan, unit)) : undefined;
    if (!events || command.type !== 'SubmitReport') return [];
    const inputs = foldRecorded(events).reports.get(command.report)?.inputs ?? [];
    return inputs.map((input) => unitPlanStream(plan, input));
  });
}
