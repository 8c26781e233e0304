import type { EffectSource } from './pending.js';

/** Clocks that wait for something outside, and start when it is declared. */
export const outsideEvents: EffectSource = () => [];
