import type { Instant } from '#engine';

/**
 * Instants at which something came to hold that unit plans are counted with: a calendar, a document, another organisation. Kept
 * until time has passed them everywhere.
 */
export class TurningPoints {
  /** In order. */
  private standing: readonly Instant[] = [];

  note(instants: readonly Instant[]): void {
    if (instants.length > 0) this.standing = [...new Set([...this.standing, ...instants])].sort();
  }

  /**
   * Those up to an instant before which time may have left something to do.
   * @param earliest asks for the first wake-up that stands: whatever was to come before it has happened. Asked only where it matters.
   */
  async upTo(at: Instant, earliest: () => Promise<Instant | undefined>): Promise<readonly Instant[]> {
    if (!this.standing.some((point) => point <= at)) return [];
    const next = (await earliest()) ?? at;
    this.standing = this.standing.filter((point) => point > next || point > at);
    return this.standing.filter((point) => point <= at);
  }
}
