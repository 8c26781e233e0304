export * from './plan-rows.js';
export * from './queries.js';
export * from './rows.js';
export * from './timeliness.js';
export * from './unit-plan-rows.js';
export * from './rates.js';
export * from './async-daily.js';
export * from './async-trend.js';
