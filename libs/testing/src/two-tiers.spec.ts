import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Directory, LocalDate, Tier, UnitId } from '#engine';
import { foldOrganisation, snapshot, toTwoTiers, validateHistory, type TwoTiers } from '#organisation';
import { addressDatabase, countryEvents } from './country.js';

const DAY = '2025-07-01' as LocalDate;

describe('The country of 1 July 2025', () => {
  const history = foldOrganisation(countryEvents());
  let change: TwoTiers;
  let after: Directory;
  beforeAll(() => {
    change = toTwoTiers(addressDatabase(), history, { from: DAY });
    after = snapshot(foldOrganisation(change.events, history), DAY);
  });
  const committees = (tier: Tier): number => after.select({ kind: 'peoples-committee', tier }, 'vn' as UnitId).length;

  it('has 34 provinces, no district and 3,321 communes', () => {
    expect([committees('province'), committees('district'), committees('commune')]).toEqual([34, 0, 3_321]);
    expect([...after.units.values()].filter(({ superior }) => superior !== null && !after.units.has(superior))).toEqual([]);
  });

  it('comes from that of 2021 by changes without a problem', () => {
    expect(validateHistory(change.events, history)).toEqual([]);
  });

  it('keeps 11 provinces, and 123 communes that went on alone under their names', () => {
    const kept = [...after.units.values()].filter(({ id, kind }) => kind === 'peoples-committee' && history.lives.has(id));
    expect(Map.groupBy(kept, ({ tier }) => tier).get('province')).toHaveLength(11);
    expect(Map.groupBy(kept, ({ tier }) => tier).get('commune')).toHaveLength(123);
  });

  it('lists the 367 lines and the 215 communes that the sources leave open', () => {
    const counts = [...Map.groupBy(change.unresolved, ({ reason }) => reason)].map(([reason, all]) => [reason, all.length]);
    expect(Object.fromEntries(counts)).toEqual({
      'name-differs': 302,
      'old-unknown': 53,
      'name-shared': 1,
      'other-province': 11,
      'not-mapped': 215,
    });
  });

  it('leaves every other commune a successor', () => {
    const open = new Set(change.unresolved.flatMap(({ unit, reason }) => (reason === 'not-mapped' && unit ? [unit] : [])));
    const old = [...history.lives.values()].filter(({ founded: { tier, id } }) => tier === 'commune' && !after.units.has(id));
    const alone = old.filter(({ founded: { id } }) => (after.succession(id)?.successors ?? []).length === 0);
    expect(old).toHaveLength(10_599 - 123);
    expect(new Set(alone.map(({ founded: { id } }) => id))).toEqual(open);
  });
});
