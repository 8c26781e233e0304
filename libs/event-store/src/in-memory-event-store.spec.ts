import { InMemoryEventStore } from '#event-store';
import { eventStoreContract } from '#testing';

eventStoreContract('InMemoryEventStore', async () => ({ store: new InMemoryEventStore(), close: async () => undefined }));
