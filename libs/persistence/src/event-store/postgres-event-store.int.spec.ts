import { PostgresEventStore } from '#persistence';
import { eventStoreContract, testDatabase } from '#testing';

eventStoreContract('PostgresEventStore', async () => {
  const database = await testDatabase();
  return { store: new PostgresEventStore(database.pool), close: () => database.drop() };
});
