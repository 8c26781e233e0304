import type { EffectSource } from './pending.js';

/** Dates that a newly published calendar moves. */
export const calendarChanges: EffectSource = () => [];
