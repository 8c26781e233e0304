/** A text in both languages of the product; Vietnamese first. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/**
 * A fault: something that should not have happened, said so that a person can mend it. Expected refusals are values
 * (a decision's rejection, a text's diagnostics), not faults. Knows nothing of HTTP or exit codes.
 */
export abstract class AppError extends Error {
  /** Stable, dotted: `store.conflict`. Help pages and translations hang on it. */
  abstract readonly code: string;
  /** What happened, with the names and numbers of the case. */
  abstract readonly what: Bilingual;
  /** How to mend it. */
  abstract readonly mend: Bilingual;
  override get name(): string {
    return this.constructor.name;
  }
}
