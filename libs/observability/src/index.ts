export * from './log.js';
export * from './measured-store.js';
export * from './metrics.js';
export * from './monitor-server.js';
export * from './open-log.js';
export * from './readiness.js';
export * from './spans.js';
export * from './tracing.js';
