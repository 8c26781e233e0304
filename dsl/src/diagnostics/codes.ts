import type { Entry } from './catalogue/entry.js';
import { AGENCIES } from './catalogue/agencies.js';
import { CONFORMANCE } from './catalogue/conformance.js';
import { REPORTING } from './catalogue/reporting.js';
import { STRUCTURE } from './catalogue/structure.js';
import { SYNTAX } from './catalogue/syntax.js';
import { TIME } from './catalogue/time.js';

const ALL = { ...SYNTAX, ...STRUCTURE, ...AGENCIES, ...TIME, ...REPORTING, ...CONFORMANCE };

/** Stable code of a diagnostic: KH1 words, KH2 structure, KH3 agencies, KH4 time, KH5 reports and escalation, KH6 conformance. */
export type Code = keyof typeof ALL;

/** Every code with its severity and wording. */
export const CATALOGUE: Readonly<Record<Code, Entry>> = ALL;
