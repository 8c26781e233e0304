import type { StreamWrite } from '#event-store';

/** Bounds of what is written at once. */
interface Bounds {
  /** How long an append may take, in milliseconds: what people do at the same time waits for one such append of each worker at most. */
  readonly ms: number;
  /**
   * Below this the statements themselves are what takes the time: where the machine has no processor to spare, smaller batches wait as
   * long and cost more (measured at a load of ten to a core: 32 take 313 µs a step of worker and server together, 150 take 169).
   */
  readonly least: number;
  readonly most: number;
}

/** While nobody else writes; the most is below the size from which an append travels alone. */
const ALONE: Bounds = { ms: 25, least: 150, most: 400 };
/** While people write too: their p99 is half as long, for up to half of the rate. */
const BESIDE_PEOPLE: Bounds = { ms: 8, least: 60, most: 150 };
/** For so many appends it is taken that people go on writing: about half a second. */
const LINGERS = 64;

/** How an append went. */
interface Went {
  readonly weight: number;
  readonly ms: number;
  /** Somebody had to wait for it. */
  readonly isInTheWay?: boolean;
}

/**
 * How much the clock writes at once: as much as takes about 25 ms while it is alone, and about 8 ms while people write, found out by
 * measuring. Counted in writes and events together.
 */
export class BatchSize {
  private size = ALONE.least;
  private lingering = 0;

  get current(): number {
    return Math.round(this.size);
  }

  /** Takes in how an append went: a slow one shrinks at once, a fast one lets grow by half. */
  note({ weight, ms, isInTheWay = false }: Went): void {
    this.lingering = isInTheWay ? LINGERS : Math.max(0, this.lingering - 1);
    const bounds = this.lingering > 0 ? BESIDE_PEOPLE : ALONE;
    const fits = (weight * bounds.ms) / Math.max(ms, 0.1);
    const wanted = ms > bounds.ms ? fits : Math.max(this.size, Math.min(fits, this.size * 1.5));
    this.size = Math.min(bounds.most, Math.max(bounds.least, wanted));
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
