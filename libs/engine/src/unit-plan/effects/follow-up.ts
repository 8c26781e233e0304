import type { EffectSource } from './pending.js';

/** Demanded explanations, commendations and the like. */
export const followUps: EffectSource = () => [];
