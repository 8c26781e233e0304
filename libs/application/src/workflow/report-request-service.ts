import {
  localDateOf,
  planIdOf,
  unitPlanStream,
  type Directory,
  type Instant,
  type PlanId,
  type Rejection,
  type UnitClass,
  type UnitId,
} from '#engine';
import type { AppendOptions, EventStore } from '#event-store';
import type { ReportRequest } from '../commands/request-report.command.js';
import type { OrganisationInOrder } from './organisation-in-order.js';
import { NotFound, Refused } from './faults.js';
import type { Knowledge } from './tenant-knowledge.js';
import type { UnitPlanService } from './unit-plan-service.js';

/** Who is asked: units of a class at or below a unit. */
export interface Recipients {
  readonly of: UnitClass;
  /** Null: below the plan's issuer. */
  readonly within: UnitId | null;
}

export interface ReportsRequested {
  readonly position: number;
  readonly replayed: boolean;
  /** How many units were asked. */
  readonly asked: number;
  /** Units of the class that the actor may not ask, and why. */
  readonly refused: readonly { readonly unit: UnitId; readonly rejection: Rejection }[];
}

interface Request {
  readonly plan: PlanId;
  readonly actor: UnitId;
  readonly recipients: Recipients;
  readonly request: ReportRequest;
}

/** Asks many units for a report at once. */
export class ReportRequestService {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly deciding: { readonly unitPlans: UnitPlanService; readonly organisation: OrganisationInOrder },
  ) {}

  /**
   * One append for all units of the class that have a unit plan; those whom the actor may not ask are left out and listed.
   * @throws NotFound when the plan has not been issued, or no unit of the class has a unit plan
   * @throws Refused when none of them may be asked
   */
  async request(
    tenant: string,
    { plan, actor, recipients, request }: Request,
    at: Instant,
    options: AppendOptions = {},
  ): Promise<ReportsRequested> {
    const units = await this.recipients(tenant, plan, { recipients, at });
    const requests = units.map((unit) => ({ plan, unit, actor, command: { type: 'RequestReport' as const, ...request } }));
    const { position, replayed, refusals } = await this.deciding.unitPlans.executeBatch(tenant, requests, at, options);
    const [first] = refusals;
    if (first && refusals.length === units.length && !replayed) throw new Refused(first.rejection);
    const refused = refusals.map(({ request: { unit }, rejection }) => ({ unit, rejection }));
    return { position, replayed, asked: units.length - refused.length, refused };
  }

  private async recipients(
    tenant: string,
    plan: PlanId,
    { recipients: { of, within }, at }: { readonly recipients: Recipients; readonly at: Instant },
  ): Promise<readonly UnitId[]> {
    const known = this.knowledge.of(tenant);
    const issued = await known.issued(plan);
    if (!issued || planIdOf(issued.ref) !== issued.root) throw new NotFound('plan', plan);
    const directory: Directory = await known.directory(localDateOf(at));
    await this.deciding.organisation.upTo(tenant, at);
    const members = directory.select(of, within ?? issued.ref.issuer).map(({ id }) => id);
    const held = await this.store.readStreams(
      tenant,
      members.map((unit) => unitPlanStream(plan, unit)),
    );
    const units = members.filter((unit) => held.has(unitPlanStream(plan, unit)));
    if (units.length === 0) throw new NotFound('unit-plan', `${plan}/${of.kind}/${of.tier}`);
    return units;
  }
}
