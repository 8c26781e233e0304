export * from './batch.js';
export * from './canonical.js';
export * from './doers.js';
export * from './faults.js';
export * from './in-memory-event-store.js';
export * from './plain-wake-up-slots.js';
export * from './port.js';
export * from './wake-up-slots.js';
