import { cascadeAsOf, type LogReader, logReader, PlanMoment, progressAsOf, recompute, unitPlanAsOf } from '#workflow';
import type { RecordedEvent } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import { FaultCount } from '../fleet/faults.js';
import { live, type Lived } from '../fleet/life.js';
import { REAL } from '../fleet/parts.js';

const TENANT = 'fleet';
const SEED = 77;
const LIVES = Array.from({ length: 5 }, (_, life) => life);

/** A plan-year with crashes, lost answers and late clocks. */
const lived = (life: number): Promise<Lived> => live({ seed: SEED, life, faults: new FaultCount(), parts: REAL });

/** What an event of the engine says, with a word more in its reason. */
const touched = (event: RecordedEvent): RecordedEvent => ({ ...event, because: { ...(event.because as object), odd: 1 } });

describe('Random histories', () => {
  it.each(LIVES)('%i: everything that the engine caused is recomputed, and an event that was touched is found', async (life) => {
    const { house, until } = await lived(life);
    const log = await house.log();
    const done = await recompute(logReader(log), TENANT, { until, texts: false });
    expect(done).toMatchObject({ difference: null, events: log.length, whole: true });
    const caused = log.filter(({ because }) => because !== null);
    const one = caused[(life * 31) % caused.length];
    const other = log.map((event) => (event === one ? touched(event) : event));
    const found = await recompute(logReader(other), TENANT, { until, texts: false });
    expect(found.difference).toMatchObject({ cause: 'altered', position: one?.position, paths: ['/because/odd'] });
  });

  it('have the same states at a position as a log that ends there', async () => {
    const { house, root, world } = await lived(3);
    const log = await house.log();
    const issued = log.findIndex(({ type }) => type === 'PlanIssued') + 1;
    for (let position = issued; position <= log.length; position += 9) {
      const asOf = log[position - 1]?.at ?? '';
      const at = (reader: LogReader, end: number): Promise<PlanMoment> =>
        PlanMoment.open(reader, TENANT, { plan: root, cut: { by: 'recorded', position: end } });
      const [whole, cut] = [
        await at(logReader(log), position),
        await at(logReader(log.slice(0, position)), Number.MAX_SAFE_INTEGER),
      ];
      expect(await cascadeAsOf(whole, root, asOf)).toEqual(await cascadeAsOf(cut, root, asOf));
      expect(await progressAsOf(whole, root, asOf)).toEqual(await progressAsOf(cut, root, asOf));
      const unit = world.units[position % world.units.length]?.id ?? world.top;
      const view = (moment: PlanMoment) => unitPlanAsOf(moment, { plan: root, unit }, asOf).catch(() => null);
      expect(await view(whole)).toEqual(await view(cut));
    }
  });
});
