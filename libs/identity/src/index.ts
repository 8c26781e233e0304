export * from './actions.js';
export * from './deeds.js';
export * from './events.js';
export * from './person.js';
export { homesOf, type Organisation, placesOf } from './places.js';
export * from './policy.js';
export * from './rights.js';
export * from './roles.js';
export * from './sentences.js';
