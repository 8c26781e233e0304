import type { Bilingual } from './errors.js';

/** What is known of a person besides an opaque id: name, address, whatever a law may ask to be forgotten. */
export type Particulars = Readonly<Record<string, string>>;

/** That a person's particulars are to be destroyed, by order of a document. */
export interface Erasure {
  readonly person: string;
  /** Number of the document that orders it. */
  readonly document: string;
  /** Opaque id of who carries it out; null where that is nobody of the register. */
  readonly actor: string | null;
  /** When, as the log writes instants. */
  readonly at: string;
}

/** What an erasure did. */
export interface Erased {
  /** False where the person had been erased before: nothing was done. */
  readonly isNew: boolean;
  /** Position of the event that records it; null where nothing was done. */
  readonly position: number | null;
}

/**
 * Particulars of persons, outside the log. Events name persons by opaque ids alone, so what is kept here can be destroyed while every
 * hash of the log stays.
 */
export interface PersonRegister {
  /** Keeps particulars, in place of earlier ones. @throws AppError `person.erased` */
  put(tenant: string, person: string, particulars: Particulars): Promise<void>;
  /** Particulars by person; null for those erased. Persons that were never known are absent. */
  read(tenant: string, persons: readonly string[]): Promise<ReadonlyMap<string, Particulars | null>>;
  /** Destroys the key of a person's particulars, and records that without them. @throws AppError `person.unknown` */
  erase(tenant: string, erasure: Erasure): Promise<Erased>;
}

/** What stands where the name of somebody erased stood. */
export const ERASED_NAME: Bilingual = { vi: '(đã xóa theo yêu cầu)', en: '(erased on request)' };
