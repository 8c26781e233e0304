import type { EffectSource } from './pending.js';

/** Consolidations whose day has passed. */
export const closings: EffectSource = () => [];
