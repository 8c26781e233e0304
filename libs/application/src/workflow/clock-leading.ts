import { ORGANISATION_STREAM } from '#engine';
import type { EventStore, StreamWrite, WakeUp } from '#event-store';
import type { CascadeReorganiser } from './cascade-reorganiser.js';
import { FACT_STREAMS, wakeThoseConcerned } from './fact-waking.js';
import type { PlanService } from './plan-service.js';
import type { Knowledge } from './tenant-knowledge.js';

/** Streams that lead: what is due in them is done before any unit plan of the same instant is looked at. */
export class LeadingStreams {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly plans: PlanService,
    private readonly reorganiser: CascadeReorganiser,
  ) {}

  /**
   * Does the first kind of leading work among wake-ups of one instant: the organisation, else cascades, else facts.
   * @returns how many wake-ups that did; 0 where none of them leads
   */
  async lead(tenant: string, due: readonly WakeUp[]): Promise<number> {
    const reorganised = due.find(({ stream }) => stream === ORGANISATION_STREAM);
    if (reorganised) return this.wakeCascades(tenant, reorganised);
    const cascades = due.filter(({ stream }) => stream.startsWith('plan/'));
    for (const wakeUp of cascades) await this.lookAtCascade(tenant, wakeUp);
    if (cascades.length > 0) return cascades.length;
    const facts = due.filter(({ stream }) => FACT_STREAMS.has(stream));
    for (const wakeUp of facts) await wakeThoseConcerned(this.store, tenant, wakeUp);
    return facts.length;
  }

  /** The organisation changes now: before anything else of this instant, every cascade does. */
  private async wakeCascades(tenant: string, { stream, at }: WakeUp): Promise<number> {
    const known = this.knowledge.of(tenant);
    const { version } = await known.organisation();
    const next = [...(await known.organisationChanges()).keys()].filter((later) => later > at).sort()[0];
    const write: StreamWrite = { stream, expected: version, events: [], wakeUp: next ?? null };
    await this.store.append(tenant, [write], { wake: [{ prefix: 'plan/', at }] });
    return 1;
  }

  private async lookAtCascade(tenant: string, { stream, at }: WakeUp): Promise<void> {
    await this.plans.completeCascade(tenant, stream);
    await this.reorganiser.reorganise(tenant, stream, at);
  }
}
