export * from './closest-word.js';
export * from './errors.js';
export * from './file-faults.js';
export * from './person-register.js';
export * from './views.js';
