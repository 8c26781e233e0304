import { describe, expect, it } from '@jest/globals';
import type { LocalDate, Tier, UnitId, UnitKind } from '#engine';
import { validateHistory } from '#organisation';
import { countryDirectory, countryEvents } from './country.js';

describe('The country', () => {
  const directory = countryDirectory('2022-06-30' as LocalDate);
  const count = (kind: UnitKind, tier: Tier, within = 'vn'): number => directory.select({ kind, tier }, within as UnitId).length;

  it('has 63 provincial, 705 district and 10,599 commune committees', () => {
    expect(count('peoples-committee', 'province')).toBe(63);
    expect(count('peoples-committee', 'district')).toBe(705);
    expect(count('peoples-committee', 'commune')).toBe(10_599);
    expect(count('peoples-committee', 'commune', 'vn-10')).toBe(152);
  });

  it('has 14 agencies in every province, and an interior division and a chair in every district', () => {
    expect(count('professional-agency', 'province')).toBe(63 * 14);
    expect(count('professional-agency', 'district')).toBe(705);
    expect(count('chair', 'district')).toBe(705);
    expect(directory.units.size).toBe(1 + 20 + 63 * (1 + 20) + 705 * 3 + 10_599);
  });

  it('has no problem: no name twice below one superior, no loop', () => {
    expect(validateHistory(countryEvents())).toEqual([]);
  });

  it('finds the agencies of whoever issues a plan', () => {
    const find = (name: string, near: string) => directory.find(name, near as UnitId)?.id;
    expect(find('Sở Nội vụ', 'vn')).toBe('vn.so-noi-vu');
    expect(find('Sở Nội vụ', 'vn-10')).toBe('vn-10.so-noi-vu');
    expect(find('Sở Nội vụ', 'vn-10.086')).toBe('vn-10.so-noi-vu');
    expect(find('Văn phòng UBND thành phố', 'vn-01')).toBe('vn-01.van-phong-ubnd');
  });
});
