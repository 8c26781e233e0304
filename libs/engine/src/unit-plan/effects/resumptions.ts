import type { EffectSource } from './pending.js';

/** Suspensions that end on a day of their own. */
export const resumptions: EffectSource = () => [];
