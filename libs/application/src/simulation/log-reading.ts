import {
  foldUnitPlan,
  type CascadeReorganised,
  type DeadlineExtended,
  type DeadlineKind,
  type Directory,
  type EscalationStepReached,
  type FollowUpReached,
  type LocalDate,
  type OrganisationEvent,
  type PlanCascaded,
  type PlanId,
  type PlanIssued,
  type UnitId,
  type UnitPlanDerived,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { foldOrganisation, snapshot } from '#organisation';
import { changesOf } from './outcome-changes.js';

/** A (task, leading unit) pair of the top plan. */
export interface Assigned {
  readonly task: string;
  readonly unit: UnitId;
  readonly kind: DeadlineKind;
}

/** A log read once from beginning to end, in the order of positions. */
export class LogReading {
  readonly plans: PlanIssued[] = [];
  readonly cascades = new Map<PlanId, PlanCascaded>();
  readonly reorganised: CascadeReorganised[] = [];
  readonly states = new Map<string, UnitPlanState>();
  readonly extensions: { readonly unit: UnitId; readonly data: DeadlineExtended['data'] }[] = [];
  readonly changed: ReturnType<typeof changesOf>[number][] = [];
  readonly demands: { readonly stream: string; readonly event: FollowUpReached }[] = [];
  readonly steps = new Map<string, number>();
  readonly types = new Map<string, number>();
  private readonly changes: OrganisationEvent[] = [];
  private readonly derived: Given[] = [];

  constructor(readonly events: readonly RecordedEvent[]) {
    const byStream = new Map<string, UnitPlanEvent[]>();
    for (const event of events) {
      increment(this.types, event.type);
      if (event.stream === 'organisation') this.changes.push(event as unknown as OrganisationEvent);
      else if (event.stream.startsWith('unit-plan/')) this.unitPlan(event, byStream);
      else if (event.type === 'PlanIssued') this.plans.push(event.data as PlanIssued);
      else if (event.type === 'CascadeReorganised') this.reorganised.push(event.data as CascadeReorganised);
      else if (event.type === 'PlanCascaded') this.cascades.set((event.data as PlanCascaded).id, event.data as PlanCascaded);
    }
    for (const [stream, own] of byStream) this.states.set(stream, foldUnitPlan(own));
  }

  /** The plan at the top: the first that was issued without a parent. */
  get top(): PlanIssued | undefined {
    return this.plans.find(({ parent }) => parent === null);
  }

  /** The organisation on a day. */
  directory(date: LocalDate): Directory {
    return snapshot(foldOrganisation(this.changes), date);
  }

  /** Who leads what under a plan, as its cascade derived it, and as what returns was opened later. */
  assignments(plan: PlanId): readonly Assigned[] {
    const own = this.derived.filter(({ source }) => source === plan);
    const kinds = new Map(own.flatMap(({ items }) => items.map(({ task, kind }) => [task, kind] as const)));
    return [...Map.groupBy(own, ({ unit }) => unit)].flatMap(([unit, given]) => {
      const tasks = new Set(given.flatMap(({ items, joint }) => [...items, ...joint].map(({ task }) => task)));
      return [...tasks].flatMap((task) => {
        const kind = kinds.get(task);
        return kind === undefined ? [] : [{ task, unit, kind }];
      });
    });
  }

  private unitPlan(event: RecordedEvent, byStream: Map<string, UnitPlanEvent[]>): void {
    const own = byStream.get(event.stream);
    const typed = event as unknown as UnitPlanEvent;
    if (own) own.push(typed);
    else byStream.set(event.stream, [typed]);
    if (typed.type === 'UnitPlanDerived') this.derived.push(typed.data);
    if (typed.type === 'PeriodsOpened') {
      for (const [source, items] of Map.groupBy(typed.data.added.items, (item) => item.source))
        this.derived.push({ source, unit: unitOf(event.stream), items, joint: [] });
    }
    if (typed.type === 'EscalationStepReached') increment(this.steps, (typed as EscalationStepReached).data.step);
    if (typed.type === 'FollowUpReached' && typed.data.explanation) this.demands.push({ stream: event.stream, event: typed });
    this.changed.push(...changesOf(unitOf(event.stream), typed));
    if (typed.type === 'DeadlineExtended') this.extensions.push({ unit: unitOf(event.stream), data: typed.data });
  }
}

/** What an event gives a unit to lead. */
type Given = Pick<UnitPlanDerived['data'], 'source' | 'unit' | 'items' | 'joint'>;

const unitOf = (stream: string): UnitId => stream.slice(stream.lastIndexOf('/') + 1) as UnitId;

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
