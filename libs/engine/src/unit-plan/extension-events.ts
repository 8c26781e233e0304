import type { LocalDate } from '../time/local-date.js';
import type { ObligationKey } from './derived.js';
import type { Happened } from './happened.js';

/** What a request for a later day is about, and who is to be told. */
interface AboutExtension {
  readonly obligation: ObligationKey;
  /** The day that is asked for. */
  readonly to: LocalDate;
  readonly reason: string;
  /** Units to be told, with what tells the obligation apart; nobody where none are named. */
  readonly told?: { readonly units: readonly string[]; readonly due: LocalDate; readonly generation: number };
}

/** The unit has asked for a later day for an item or a report. No date moves by it; a request replaces the one before. */
export type ExtensionRequested = Happened<'ExtensionRequested', AboutExtension>;
/** Whoever judges the work has said no, and why. A yes is the document that moves the deadline. */
export type ExtensionRefused = Happened<'ExtensionRefused', AboutExtension>;

/** What is asked for and answered about later days. */
export type ExtensionEvent = ExtensionRequested | ExtensionRefused;
