import type { Instant } from '#engine';
import type { Deed } from './habit-planner.js';

/** Planned deeds of many streams by their instants. A stream's deeds are replaced as a whole. */
export class Agenda {
  private readonly planned = new Map<string, readonly Deed[]>();
  private readonly streamsAt = new Map<Instant, Set<string>>();

  replace(stream: string, deeds: readonly Deed[]): void {
    for (const { at } of this.planned.get(stream) ?? []) this.forget(at, stream);
    this.planned.set(stream, deeds);
    for (const { at } of deeds) {
      const streams = this.streamsAt.get(at);
      if (streams) streams.add(stream);
      else this.streamsAt.set(at, new Set([stream]));
    }
  }

  /** The next instant at which something is planned. Cost: the number of different instants, which is bounded by the hours of office days. */
  earliest(): Instant | undefined {
    let earliest: Instant | undefined;
    for (const at of this.streamsAt.keys()) if (earliest === undefined || at < earliest) earliest = at;
    return earliest;
  }

  /** Deeds of one instant, in the order of their streams, then as planned. They stay until their stream's are replaced. */
  at(instant: Instant): readonly Deed[] {
    const streams = [...(this.streamsAt.get(instant) ?? [])].toSorted();
    return streams.flatMap((stream) => (this.planned.get(stream) ?? []).filter(({ at }) => at === instant));
  }

  private forget(at: Instant, stream: string): void {
    const streams = this.streamsAt.get(at);
    streams?.delete(stream);
    if (streams?.size === 0) this.streamsAt.delete(at);
  }
}
