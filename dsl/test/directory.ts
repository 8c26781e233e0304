import type { Directory, LocalDate, Tier, UnitClass, UnitEntry, UnitId, UnitKind } from '#engine';
import { foldName } from '../src/vocabulary/fold.js';

/** A small organisation for tests: one province, two districts, three communes, and what stands around them. */

type Row = readonly [id: string, name: string, tier: Tier, kind: UnitKind, superior: string | null, localName?: string];

const ROWS: readonly Row[] = [
  ['p', 'UBND tỉnh Mẫu', 'province', 'peoples-committee', null],
  ['p.nv', 'Sở Nội vụ', 'province', 'professional-agency', 'p'],
  ['p.tc', 'Sở Tài chính', 'province', 'professional-agency', 'p'],
  ['p.tt', 'Thanh tra tỉnh', 'province', 'professional-agency', 'p'],
  ['p.ca', 'Công an tỉnh', 'province', 'police', 'p'],
  ['p.a', 'UBND huyện An', 'district', 'peoples-committee', 'p'],
  ['p.a.ct', 'Chủ tịch UBND huyện An', 'district', 'chair', 'p.a'],
  ['p.a.nv', 'Phòng Nội vụ huyện An', 'district', 'professional-agency', 'p.a', 'Phòng Nội vụ'],
  ['p.a.1', 'UBND xã Ánh', 'commune', 'peoples-committee', 'p.a'],
  ['p.a.2', 'UBND xã Ấm', 'commune', 'peoples-committee', 'p.a'],
  ['p.b', 'UBND huyện Bình', 'district', 'peoples-committee', 'p'],
  ['p.b.nv', 'Phòng Nội vụ huyện Bình', 'district', 'professional-agency', 'p.b', 'Phòng Nội vụ'],
  ['p.b.1', 'UBND xã Biên', 'commune', 'peoples-committee', 'p.b'],
];

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'p.nv': ['SNV'],
  // A name that two units share.
  'p.a.2': ['UBND xã Đôi', 'UBND xã Đôi, huyện An'],
  'p.b.1': ['UBND xã Đôi', 'UBND xã Đôi, huyện Bình'],
};

const entryOf = ([id, name, tier, kind, superior, localName]: Row): UnitEntry => ({
  id: id as UnitId,
  name,
  aliases: ALIASES[id] ?? [],
  localName: localName ?? null,
  tier,
  kind,
  superior: superior as UnitId | null,
});

/** The small organisation on a date. */
export const smallDirectory = (date = '2022-06-30'): Directory => directoryOf(ROWS.map(entryOf), date);

/** An organisation of some units, as simple as can be: a name means the only unit that bears it. */
export function directoryOf(all: readonly UnitEntry[], date: string): Directory {
  const units = new Map(all.map((entry) => [entry.id, entry]));
  const isWithin = (unit: UnitId, ancestor: UnitId): boolean => {
    for (let id: UnitId | null = unit; id !== null; id = units.get(id)?.superior ?? null) if (id === ancestor) return true;
    return false;
  };
  return {
    date: date as LocalDate,
    version: 'small',
    units,
    find: (name) => {
      const bearers = all.filter((entry) => [entry.name, ...entry.aliases].some((known) => foldName(known) === foldName(name)));
      return bearers.length === 1 ? bearers[0] : undefined;
    },
    select: ({ kind, tier }: UnitClass, within: UnitId) =>
      all.filter((entry) => entry.kind === kind && entry.tier === tier && isWithin(entry.id, within)),
    local: (superior, localName) => all.find((entry) => entry.superior === superior && entry.localName === localName),
    isWithin,
    succession: () => undefined,
  };
}
