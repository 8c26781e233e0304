import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { agency, association, bodyOf, twoTierOrganisation, UNIFORM_AGENCIES } from '../two-tier.js';
import { COMMUNES } from './communes.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/son-la-2025/organisation.json';

/** Sơn La after 1 July 2025: 13 agencies, eight other bodies that the plan names, 75 commune committees straight below the province. */
export const makeOrganisation = (): OrganisationFile =>
  twoTierOrganisation({
    name: 'tỉnh Sơn La',
    code: '14',
    bodies: [
      ...UNIFORM_AGENCIES,
      agency('so-ngoai-vu', 'Sở Ngoại vụ'),
      bodyOf('police')('cong-an', 'Công an tỉnh'),
      bodyOf('service-centre')('trung-tam-xuc-tien', 'Trung tâm Xúc tiến đầu tư, thương mại và du lịch'),
      bodyOf('service-centre')('cong-thong-tin-dien-tu', 'Cổng Thông tin điện tử tỉnh'),
      bodyOf('broadcaster')('bao-va-phat-thanh-truyen-hinh', 'Báo và Phát thanh, Truyền hình Sơn La'),
      association('lien-minh-hop-tac-xa', 'Liên minh Hợp tác xã tỉnh'),
      association('doan-thanh-nien', 'Đoàn TNCS Hồ Chí Minh tỉnh'),
      association('hoi-nong-dan', 'Hội Nông dân tỉnh'),
      association('hiep-hoi-doanh-nghiep', 'Hiệp hội Doanh nghiệp tỉnh'),
    ],
    source: 'agencies by Decree 150/2025/NĐ-CP, other bodies as decision 2954/QĐ-UBND of 20 November 2025 names them',
    communes: COMMUNES,
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
