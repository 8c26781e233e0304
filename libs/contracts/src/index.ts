export * from './closest-word.js';
export * from './errors.js';
export * from './file-faults.js';
export * from './house-views.js';
export * from './person-register.js';
export * from './setting-fault.js';
export * from './table-views.js';
export type { RowScope } from './row-scope.js';
export * from './views.js';
