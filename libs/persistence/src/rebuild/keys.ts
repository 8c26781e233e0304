import type { UnitPlanState } from '#engine';
import type { Projected } from '../projection/projected.js';

/** What rows of read models hang on: unit plans, plans, units, rules documents. */
export class Keys {
  private readonly byUnitPlan = new Map<string, readonly [plan: string, unit: string]>();
  readonly plans = new Set<string>();
  readonly units = new Set<string>();
  readonly rules = new Set<string>();

  /** Number of keys of all kinds. */
  get size(): number {
    return this.byUnitPlan.size + this.plans.size + this.units.size + this.rules.size;
  }

  get unitPlans(): readonly (readonly [plan: string, unit: string])[] {
    return [...this.byUnitPlan.values()];
  }

  /** Takes away so many, those that unit plans hang on first. */
  take(most: number): Keys {
    const taken = new Keys();
    const room = (): number => most - taken.size;
    for (const kind of ['rules', 'units', 'plans'] as const) move(this[kind], room(), (key) => taken[kind].add(key));
    move(this.byUnitPlan, room(), ([key, unitPlan]) => taken.byUnitPlan.set(key, unitPlan));
    return taken;
  }

  addUnitPlan({ plan, unit }: Pick<UnitPlanState, 'plan' | 'unit'> | { plan: string; unit: string }): void {
    this.byUnitPlan.set(`${plan}\n${unit}`, [plan, unit]);
  }

  /** Everything but unit plans that a batch is about. */
  addOthers({ published, issued, cascaded, ended, organisation }: Projected): void {
    for (const { hash } of published) this.rules.add(hash);
    for (const { id } of [...issued, ...cascaded]) this.plans.add(id);
    for (const { plan } of ended) this.plans.add(plan);
    for (const { data } of organisation) this.units.add(data.id);
  }
}

/** Moves some of what a set or a map holds. */
function move<T>(from: Iterable<T> & { delete(key: unknown): boolean }, most: number, to: (each: T) => void): void {
  for (const each of [...from].slice(0, Math.max(0, most))) {
    to(each);
    from.delete(Array.isArray(each) ? each[0] : each);
  }
}
