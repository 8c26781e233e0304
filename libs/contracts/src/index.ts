export * from './errors.js';
export * from './views.js';
