import type { LocalDate } from '../time/local-date.js';
import type { ObligationKey } from './derived.js';
import type { Happened } from './happened.js';

/** The unit has asked for a later day for an item or a report. No date moves by it; a request replaces the one before. */
export type ExtensionRequested = Happened<
  'ExtensionRequested',
  { readonly obligation: ObligationKey; readonly to: LocalDate; readonly reason: string }
>;
/** Whoever judges the work has said no, and why. A yes is the document that moves the deadline. */
export type ExtensionRefused = Happened<
  'ExtensionRefused',
  { readonly obligation: ObligationKey; readonly to: LocalDate; readonly reason: string }
>;

/** What is asked for and answered about later days. */
export type ExtensionEvent = ExtensionRequested | ExtensionRefused;
