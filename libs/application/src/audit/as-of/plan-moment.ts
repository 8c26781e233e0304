import {
  DOCUMENTS_STREAM,
  foldUnitPlan,
  ORGANISATION_STREAM,
  planStream,
  rulesStream,
  unitPlanStream,
  type DocumentEvent,
  type OrganisationEvent,
  type PlanId,
  type PlanIssued,
  type PlanRules,
  type RulesPublished,
  type UnitId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { UnitView } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { EXPLANATION_TITLE, unitChanges, type PlanRow, type UnitRow } from '#read-models';
import { NotFound } from '../../workflow/faults.js';
import type { StreamReader } from '../opened-log.js';
import { isIn, type Cut } from './cut.js';

/** Unit plans that are read at once. */
const AT_ONCE = 256;

/** A unit plan at a moment. */
export interface UnitPlanThen {
  readonly state: UnitPlanState;
  /** All its events up to then. */
  readonly events: readonly UnitPlanEvent[];
}

interface PlanThen {
  readonly row: PlanRow;
  readonly rules: PlanRules | undefined;
}

interface TaskKey {
  readonly source: string;
  readonly task: string;
}

/**
 * A plan and its cascade as of a cut of the log. Reads the streams of that cascade and the facts, and no others; unit plans are read
 * a few hundred at a time and not kept.
 */
export class PlanMoment {
  private readonly plans = new Map<string, PlanThen | undefined>();
  private constructor(
    private readonly log: StreamReader,
    readonly tenant: string,
    readonly cut: Cut,
    /** By id: everybody who had been founded. */
    readonly units: ReadonlyMap<string, UnitRow>,
    private readonly ended: ReadonlyMap<string, PlanRow['status']>,
  ) {}

  /** @throws NotFound where the plan had not been issued by then */
  static async open(
    log: StreamReader,
    tenant: string,
    { plan, cut }: { readonly plan: string; readonly cut: Cut },
  ): Promise<PlanMoment> {
    const read = async (stream: string): Promise<readonly RecordedEvent[]> =>
      (await log.readStream(tenant, stream)).filter((event) => isIn(cut, event));
    const units = unitChanges((await read(ORGANISATION_STREAM)) as unknown as readonly OrganisationEvent[]).founded;
    const ended = new Map<string, PlanRow['status']>();
    for (const event of (await read(DOCUMENTS_STREAM)) as unknown as readonly DocumentEvent[])
      if (event.type === 'PlanEnded') ended.set(event.data.plan, event.data.how);
    const moment = new PlanMoment(log, tenant, cut, units, ended);
    if (!(await moment.plan(plan))) throw new NotFound('plan', plan);
    return moment;
  }

  /** A plan's row, and its rules; undefined where it had not been issued. */
  async plan(id: string): Promise<PlanThen | undefined> {
    if (this.plans.has(id)) return this.plans.get(id);
    const events = (await this.log.readStream(this.tenant, planStream(id as PlanId))).filter((event) => isIn(this.cut, event));
    const [issue] = events;
    const found = issue && (await this.planThen(issue.data as PlanIssued, events));
    this.plans.set(id, found);
    if (found?.row.parent) await this.plan(found.row.parent);
    return found;
  }

  private async planThen(
    { id, root, parent, ref, title, rules: hash }: PlanIssued,
    events: readonly RecordedEvent[],
  ): Promise<PlanThen> {
    const [published] = await this.log.readStream(this.tenant, rulesStream(hash));
    const isWhole = events.some(({ type }) => type === 'PlanCascaded');
    const status = this.ended.get(id) ?? (isWhole ? 'cascaded' : 'issued');
    const { number, issuer, issuedOn } = ref;
    const row = { id, root, parent, number, issuer, issued_on: issuedOn, title, rules: hash, status };
    return { row, rules: (published?.data as RulesPublished | undefined)?.rules };
  }

  /** A plan that has been looked up, and those above it, the nearest first. */
  chain(id: string): readonly PlanThen[] {
    const found: PlanThen[] = [];
    for (let plan = this.plans.get(id); plan; plan = plan.row.parent === null ? undefined : this.plans.get(plan.row.parent))
      found.push(plan);
    return found;
  }

  /** The unit plans of a cascade, in the order of units, some at a time. */
  async *unitPlans(root: string): AsyncGenerator<UnitPlanThen> {
    const ids = [...this.units.keys()].sort();
    for (let first = 0; first < ids.length; first += AT_ONCE) {
      const streams = ids.slice(first, first + AT_ONCE).map((unit) => unitPlanStream(root as PlanId, unit as UnitId));
      const read = await this.log.readStreams(this.tenant, streams);
      for (const stream of streams) {
        const then = this.folded(read.get(stream) ?? []);
        if (!then) continue;
        await this.know(then.state);
        yield then;
      }
    }
  }

  /** One unit plan; undefined where it had not begun. */
  async unitPlan(root: string, unit: string): Promise<UnitPlanThen | undefined> {
    const read = await this.log.readStream(this.tenant, unitPlanStream(root as PlanId, unit as UnitId));
    const then = this.folded(read);
    if (then) await this.know(then.state);
    return then;
  }

  private folded(read: readonly RecordedEvent[]): UnitPlanThen | undefined {
    const events = read.filter((event) => isIn(this.cut, event)) as unknown as readonly UnitPlanEvent[];
    const [first] = events;
    if (first?.type !== 'UnitPlanDerived' && first?.type !== 'UnitPlanInherited') return undefined;
    return { state: foldUnitPlan(events), events };
  }

  private async know({ source, items, joint, supports }: UnitPlanState): Promise<void> {
    const named = [...items.values(), ...joint, ...supports].map((each) => each.source);
    for (const plan of new Set([source, ...named])) await this.plan(plan);
  }

  /** A unit as it is shown; one that nobody had founded is shown by its id. */
  readonly unit = (id: string): UnitView => {
    const row = this.units.get(id);
    if (!row) return { id, name: id, tier: '', kind: '', superior: null };
    const { name, tier, kind, superior } = row;
    return { id, name, tier, kind, superior };
  };

  readonly title = (asked: TaskKey): string =>
    this.task(asked)?.title ?? (asked.task === 'explain' ? EXPLANATION_TITLE : asked.task);

  readonly deliverable = (asked: TaskKey): string | null => this.task(asked)?.deliverable ?? null;

  /** A task: a bare number is of the top plan, `126/KH-UBND:4` of the nearest plan of that number above (or at) the source. */
  private task({ source, task }: TaskKey): { readonly title: string; readonly deliverable: string | null } | undefined {
    const colon = task.lastIndexOf(':');
    const number = task.slice(0, Math.max(colon, 0)).replace(/#\d+$/, '');
    const meant = this.chain(source).filter(({ row }) => (colon < 0 ? row.parent === null : row.number === number));
    return meant.flatMap(({ rules }) => rules?.tasks ?? []).find(({ no }) => no === task.slice(colon + 1));
  }
}
