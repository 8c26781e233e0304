export * from './closest-word.js';
export * from './errors.js';
export * from './views.js';
