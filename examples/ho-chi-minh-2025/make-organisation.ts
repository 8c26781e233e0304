import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { agency, association, bodyOf, twoTierOrganisation, UNIFORM_AGENCIES } from '../two-tier.js';
import { COMMUNES } from './communes.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/ho-chi-minh-2025/organisation.json';

/** The agencies of the city that are named otherwise than a province's. */
const OF_THE_CITY = [
  agency('so-van-hoa-va-the-thao', 'Sở Văn hóa và Thể thao'),
  agency('so-du-lich', 'Sở Du lịch'),
  agency('so-quy-hoach-kien-truc', 'Sở Quy hoạch - Kiến trúc'),
  agency('thanh-tra', 'Thanh tra Thành phố'),
  agency('van-phong-ubnd', 'Văn phòng UBND Thành phố', 'Văn phòng Ủy ban nhân dân Thành phố'),
];
const PROVINCIAL_ONLY: ReadonlySet<string> = new Set(['so-van-hoa-the-thao-va-du-lich', 'thanh-tra', 'van-phong-ubnd']);

/** Hồ Chí Minh City after the merger of 1 July 2025: 14 agencies, the Front, five unions, 168 commune committees straight below the city. */
export const makeOrganisation = (): OrganisationFile =>
  twoTierOrganisation({
    name: 'Thành phố Hồ Chí Minh',
    code: '79',
    aliases: ['UBND Thành phố'],
    bodies: [
      ...UNIFORM_AGENCIES.filter(({ key }) => !PROVINCIAL_ONLY.has(key)),
      ...OF_THE_CITY,
      bodyOf('fatherland-front')('mat-tran-to-quoc', 'Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố', 'UBMTTQ Thành phố'),
      association('hoi-lien-hiep-phu-nu', 'Hội Liên hiệp Phụ nữ Thành phố'),
      association('doan-thanh-nien', 'Đoàn TNCS Hồ Chí Minh Thành phố'),
      association('hoi-nong-dan', 'Hội Nông dân Thành phố'),
      association('hoi-cuu-chien-binh', 'Hội Cựu chiến binh Thành phố'),
      association('lien-doan-lao-dong', 'Liên đoàn Lao động Thành phố'),
    ],
    outside: [agency('bo-noi-vu', 'Bộ Nội vụ')],
    source: 'agencies by Decree 150/2025/NĐ-CP, other bodies as plan 174/KH-UBND of 18 November 2025 names them',
    communes: COMMUNES,
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
