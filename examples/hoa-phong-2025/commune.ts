import type { UnitKind } from '#engine';

/** Who stands below the committee of a commune: a civil servant's post, a body, a mass organisation. */
export interface Office {
  readonly key: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly aliases?: readonly string[];
}

const post = (key: string, name: string, ...aliases: readonly string[]): Office => ({
  key,
  kind: 'civil-servant',
  name: `Công chức ${name}`,
  aliases: aliases.map((alias) => `Công chức ${alias}`),
});

/**
 * Part III of the plan names six posts of civil servants, the Front and the radio station; part II the health station. The four mass
 * organisations are "the mass organisations of the commune": those that every commune has.
 */
export const OFFICES: readonly Office[] = [
  post('van-phong-thong-ke', 'Văn phòng - Thống kê'),
  post('van-hoa-xa-hoi', 'Văn hóa - Xã hội', 'VH-XH'),
  post('lao-dong-thuong-binh-xa-hoi', 'Lao động - Thương binh và Xã hội', 'LĐTBXH'),
  post('tu-phap-ho-tich', 'Tư pháp - Hộ tịch'),
  post('dia-chinh', 'Địa chính'),
  post('ke-toan-tai-chinh', 'Kế toán - Tài chính', 'Tài chính - Kế toán'),
  { key: 'mat-tran-to-quoc', kind: 'fatherland-front', name: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', aliases: ['MTTQ xã'] },
  { key: 'hoi-nong-dan', kind: 'mass-organisation', name: 'Hội Nông dân xã' },
  { key: 'hoi-phu-nu', kind: 'mass-organisation', name: 'Hội Liên hiệp Phụ nữ xã' },
  { key: 'hoi-cuu-chien-binh', kind: 'mass-organisation', name: 'Hội Cựu chiến binh xã' },
  { key: 'doan-thanh-nien', kind: 'mass-organisation', name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã' },
  { key: 'dai-truyen-thanh', kind: 'broadcaster', name: 'Đài Truyền thanh xã' },
  { key: 'tram-y-te', kind: 'service-centre', name: 'Trạm Y tế xã' },
];

/** The plan says "the hamlets" and neither names nor counts them: five stand for them. */
export const HAMLETS: readonly string[] = ['Trưởng thôn 1', 'Trưởng thôn 2', 'Trưởng thôn 3', 'Trưởng thôn 4', 'Trưởng thôn 5'];

type Ward = readonly [code: string, name: string];

const MY_HAO: Ward = ['12103', 'phường Mỹ Hào'];
const THUONG_HONG: Ward = ['12127', 'phường Thượng Hồng'];
const DUONG_HAO: Ward = ['12133', 'phường Đường Hào'];

/** The ward that each of the town's 13 communes became part of on 1 July 2025. */
export const SUCCESSORS: Readonly<Record<string, Ward>> = {
  '12103': MY_HAO,
  '12106': MY_HAO,
  '12109': MY_HAO,
  '12118': MY_HAO,
  '12112': THUONG_HONG,
  '12115': THUONG_HONG,
  '12124': THUONG_HONG,
  '12127': THUONG_HONG,
  '12121': DUONG_HAO,
  '12130': DUONG_HAO,
  '12133': DUONG_HAO,
  '12136': DUONG_HAO,
  '12139': DUONG_HAO,
};
