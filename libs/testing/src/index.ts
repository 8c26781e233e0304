export * from './browser.js';
export * from './citus.js';
export * from './country.js';
export * from './decider-specification.js';
export * from './organisation.js';
export * from './event-store-contract.js';
export * from './postgres.js';
export * from './unit-plan-events.js';
export { wakeUpSlotsContract, type SlotsUnderTest } from './wake-up-slots-contract.js';
