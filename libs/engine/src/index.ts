export * from './ir/directory.js';
export * from './ir/plan-rules.js';
export * from './time/local-date.js';
export * from './plan/events.js';
export * from './unit-plan/events.js';
export * from './unit-plan/state.js';
