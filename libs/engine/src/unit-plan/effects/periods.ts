import type { EffectSource } from './pending.js';

/** Periods of recurring work and reports, opened as their time comes. */
export const openings: EffectSource = () => [];
