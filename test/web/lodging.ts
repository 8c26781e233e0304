import type { Instant } from '#engine';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type House, type Look, openHouse, type Visit } from './house.js';

/** For all of a house, and for one test in it. */
export const LONG_MS = 180_000;

/** The house of a spec, opened before its tests; each enters it by itself and leaves it without anything broken. */
export interface Lodging {
  readonly house: () => House;
  readonly enter: (look: Look) => Promise<Visit>;
}

/**
 * @param at what the clock of the house shows
 * @param before what happens in it until then
 */
export function lodge(at: Instant, before: (house: House) => Promise<void> = async () => undefined): Lodging {
  let house: House | undefined;
  let open: Visit | undefined;
  const opened = (): House => {
    if (!house) throw new Error('the house is not open');
    return house;
  };
  beforeAll(async () => {
    house = await openHouse();
    await before(house);
    house.world.clock.advanceTo(at);
  }, LONG_MS);
  afterAll(() => house?.close(), LONG_MS);
  afterEach(async () => {
    const broken = open?.broken ?? [];
    await open?.context.close();
    open = undefined;
    expect(broken).toEqual([]);
  });
  return { house: opened, enter: async (look) => (open = await opened().visit(look)) };
}
