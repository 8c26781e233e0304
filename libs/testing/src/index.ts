export * from './country.js';
export * from './decider-specification.js';
