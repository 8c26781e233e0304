import { InMemoryEventStore, PlainWakeUpSlots } from '#event-store';
import { wakeUpSlotsContract } from '#testing';

wakeUpSlotsContract('PlainWakeUpSlots', async () => {
  const store = new InMemoryEventStore();
  const tenants = Array.from({ length: 50 }, (_, n) => `slots-${String(n).padStart(3, '0')}`);
  return { store, slots: new PlainWakeUpSlots(store, () => tenants), close: async () => undefined };
});
