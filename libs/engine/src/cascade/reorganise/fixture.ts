import type { Directory, UnitEntry, UnitId } from '../../ir/directory.js';
import { at, calendar, contextOf, day, directoryOf, id, UNITS } from '../../spec-builders.js';
import type { UnitPlanEvent, UnitPlanInherited, UnitPlanReaddressed, UnitPlanTransferred } from '../../unit-plan/events.js';
import { foldUnitPlan } from '../../unit-plan/fold.js';
import { runningPlan, type RulesContext } from '../../unit-plan/rules-context.js';
import type { UnitPlanState } from '../../unit-plan/state.js';
import { deriveCascade } from '../derive.js';
import type { EffectivePlan } from '../effective-plan.js';
import { succeededPlan } from '../succeeded-plan.js';
import { reorganise, type Reorganised } from './reorganise.js';

/** The day on which the organisation of these specs changes. */
export const CHANGE = at('2022-10-01');

/** What changes on that day. */
export interface Changes {
  /** By unit that ends: who takes over. */
  readonly ended?: Readonly<Record<string, readonly string[]>>;
  readonly founded?: readonly UnitEntry[];
  /** By unit: whom it answers to from then on. */
  readonly moved?: Readonly<Record<string, string>>;
}

/** A unit like another one, under a name and a superior of its own. */
export const like = (model: string, unit: string, superior: string | null): UnitEntry => {
  const found = UNITS.find((each) => each.id === model);
  if (!found) throw new TypeError(`no unit ${model}`);
  return { ...found, id: id(unit), name: unit, superior: superior === null ? null : id(superior) };
};

/** Units as they stand after changes; those that ended are remembered with their successors. */
export function changed(before: Directory, { ended = {}, founded = [], moved = {} }: Changes): Directory {
  const staying = [...before.units.values()].filter((unit) => !(unit.id in ended));
  const moving = staying.map((unit) => ({
    ...unit,
    superior: moved[unit.id] === undefined ? unit.superior : id(moved[unit.id] ?? ''),
  }));
  const after = directoryOf([...moving, ...founded], day('2022-10-01'));
  const branchOf = (unit: UnitId): UnitId[] => [...before.units.keys()].filter((each) => before.isWithin(each, unit));
  return {
    ...after,
    version: 'org-2',
    succession: (unit) => {
      const last = before.units.get(unit);
      if (!last || after.units.has(unit)) return before.succession(unit);
      return { last, successors: (ended[unit] ?? []).map(id), branch: () => branchOf(unit) };
    },
  };
}

/** A cascade that is lived in, and then reorganised. */
export class Case {
  readonly states: Map<UnitId, UnitPlanState>;

  constructor(
    readonly plan: EffectivePlan,
    readonly before: Directory = directoryOf(UNITS),
  ) {
    const issue = { directory: before, calendar, at: at('2022-06-30 08:00'), states: new Map() };
    this.states = new Map(deriveCascade(plan, issue).map(({ unit, event }) => [unit, foldUnitPlan([event])]));
  }

  /** Lets something have happened to a unit's plan. */
  after(unit: string, ...[type, data, when = '2022-09-01']: readonly [UnitPlanEvent['type'], object, string?]): this {
    const event = { type, v: 1, data, because: null, at: at(when), actor: id(unit) } as unknown as UnitPlanEvent;
    this.states.set(id(unit), foldUnitPlan([event], this.states.get(id(unit))));
    return this;
  }

  reorganise(changes: Changes): Outcome {
    const after = changed(this.before, changes);
    const { plan, before, states } = this;
    return new Outcome(
      this,
      after,
      reorganise({ plan, planOf: (of) => (of === plan.id ? plan : undefined), states, before, after, calendar, at: CHANGE }),
    );
  }
}

/** What came of it. */
export class Outcome {
  constructor(
    private readonly before: Case,
    readonly directory: Directory,
    readonly result: Reorganised,
  ) {}

  private event(unit: string, type: string): UnitPlanEvent | undefined {
    return this.result.unitPlans.find((each) => each.unit === unit)?.events.find((event) => event.type === type);
  }

  transferred(unit: string): UnitPlanTransferred['data'] | undefined {
    return this.event(unit, 'UnitPlanTransferred')?.data as UnitPlanTransferred['data'] | undefined;
  }

  inherited(unit: string): UnitPlanInherited['data'] | undefined {
    return this.event(unit, 'UnitPlanInherited')?.data as UnitPlanInherited['data'] | undefined;
  }

  readdressed(unit: string): UnitPlanReaddressed['data'] | undefined {
    return this.event(unit, 'UnitPlanReaddressed')?.data as UnitPlanReaddressed['data'] | undefined;
  }

  /** Where one obligation of a unit went, and why. */
  handover(unit: string, obligation: string): readonly [to: readonly string[], reason: string] | undefined {
    const found = this.transferred(unit)?.handovers.find((each) => each.obligation === obligation);
    return found && [found.to, found.reason];
  }

  state(unit: string): UnitPlanState {
    const events = this.result.unitPlans.find((each) => each.unit === unit)?.events ?? [];
    return foldUnitPlan(events, this.before.states.get(id(unit)));
  }

  states(): Map<UnitId, UnitPlanState> {
    const all = new Map(this.before.states);
    for (const { unit } of this.result.unitPlans) all.set(unit, this.state(unit));
    return all;
  }

  /** What unit plans run with from then on. */
  context(): RulesContext {
    const running = runningPlan(succeededPlan(this.before.plan, this.directory));
    return {
      ...contextOf(this.before.plan),
      directory: this.directory,
      planOf: (of) => (of === running.id ? running : undefined),
    };
  }
}
