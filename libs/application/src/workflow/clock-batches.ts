import type { StreamWrite } from '#event-store';

/** How long an append may take, in milliseconds: what people do at the same time waits for one such append at most. */
const TARGET_MS = 25;
/**
 * Below this the statements themselves are what takes the time: where the machine has no processor to spare, smaller batches wait as
 * long and cost more (measured at a load of ten to a core: 32 take 313 µs a step of worker and server together, 150 take 169).
 */
const LEAST = 150;
/** Also below the size from which an append travels alone and keeps people waiting for longer. */
const MOST = 400;

/**
 * How much the clock writes at once: as much as takes about 25 ms, found out by measuring. Counted in writes and events together.
 */
export class BatchSize {
  private size = LEAST;

  get current(): number {
    return Math.round(this.size);
  }

  /** Takes in how long an append took, in milliseconds: a slow one shrinks at once, a fast one lets grow by half. */
  note(weight: number, ms: number): void {
    const fits = (weight * TARGET_MS) / Math.max(ms, 0.1);
    const wanted = ms > TARGET_MS ? fits : Math.max(this.size, Math.min(fits, this.size * 1.5));
    this.size = Math.min(MOST, Math.max(LEAST, wanted));
  }
}

export const weightOf = ({ events }: StreamWrite): number => 1 + events.length;

/** Takes the first writes that weigh no more than a size, one at least. @returns those and the rest */
export function takeWeight(
  writes: readonly StreamWrite[],
  size: number,
): { readonly taken: readonly StreamWrite[]; readonly rest: readonly StreamWrite[]; readonly weight: number } {
  let count = 0;
  let weight = 0;
  for (const write of writes) {
    if (count > 0 && weight + weightOf(write) > size) break;
    weight += weightOf(write);
    count += 1;
  }
  return { taken: writes.slice(0, count), rest: writes.slice(count), weight };
}
