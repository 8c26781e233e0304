export * from './data-source.js';
export * from './embedded/faults.js';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded/server.js';
export * from './entities.js';
export { PostgresEventStore } from './event-store/postgres-event-store.js';
export * from './open-database.js';
export { createPool, type PoolOptions } from './pool.js';
export { UnprojectableEvents } from './projection/unprojectable-events.js';
