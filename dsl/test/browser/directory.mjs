/** A small organisation as a page would hold it: plain data, and the few questions that the language asks of it. */
const ROWS = [
  ['p', 'UBND tỉnh Mẫu', 'province', 'peoples-committee', null],
  ['p.nv', 'Sở Nội vụ', 'province', 'professional-agency', 'p'],
  ['p.tc', 'Sở Tài chính', 'province', 'professional-agency', 'p'],
  ['p.a', 'UBND huyện An', 'district', 'peoples-committee', 'p'],
  ['p.a.1', 'UBND xã Ánh', 'commune', 'peoples-committee', 'p.a'],
];

const all = ROWS.map(([id, name, tier, kind, superior]) => ({ id, name, aliases: [], localName: null, tier, kind, superior }));
const units = new Map(all.map((unit) => [unit.id, unit]));
const folded = (name) => name.normalize('NFC').toLowerCase();

const isWithin = (unit, ancestor) => {
  for (let id = unit; id !== null; id = units.get(id)?.superior ?? null) if (id === ancestor) return true;
  return false;
};

export const env = {
  directory: {
    date: '2022-06-30',
    version: 'page',
    units,
    find: (name) => all.find((unit) => folded(unit.name) === folded(name)),
    select: ({ kind, tier }, within) =>
      all.filter((unit) => unit.kind === kind && unit.tier === tier && isWithin(unit.id, within)),
    local: () => undefined,
    isWithin,
    succession: () => undefined,
  },
};

export const PLAN = `kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]
  tên: "Kế hoạch mẫu"
  đầu mối: [Sở Nội vụ]

nhiệm vụ 1 "Việc thứ nhất"
  chủ trì: [Sở Nội vu]
  hạn: trước ngày 15/7/2022
`;
