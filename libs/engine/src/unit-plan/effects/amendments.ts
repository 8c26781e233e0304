import type { EffectSource } from './pending.js';

/** What documents that amend, replace or end a plan change in a unit plan. */
export const amendments: EffectSource = () => [];
