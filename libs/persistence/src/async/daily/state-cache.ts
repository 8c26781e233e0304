import type { UnitPlanState } from '#engine';

/**
 * Unit plans as they were last folded. What is kept is a function of the log, which never changes: a state of the right version
 * is right, whatever became of the transaction that it was folded in. Those used longest ago are let go.
 */
export class StateCache {
  private readonly states = new Map<string, UnitPlanState>();

  constructor(private readonly most: number) {}

  /** The state of a stream at a version, if that is the one kept. */
  get(tenant: string, stream: string, version: number): UnitPlanState | undefined {
    const state = this.states.get(`${tenant}\n${stream}`);
    return state?.version === version ? state : undefined;
  }

  keep(tenant: string, stream: string, state: UnitPlanState): void {
    const key = `${tenant}\n${stream}`;
    this.states.delete(key);
    this.states.set(key, state);
    if (this.states.size <= this.most) return;
    const [oldest] = this.states.keys();
    if (oldest !== undefined) this.states.delete(oldest);
  }
}
