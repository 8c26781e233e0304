import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { agency, association, twoTierOrganisation, UNIFORM_AGENCIES } from '../two-tier.js';
import { COMMUNES } from './communes.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/dong-thap-2025/organisation.json';

/** Đồng Tháp after the merger of 1 July 2025: 13 agencies, two associations, 102 commune committees straight below the province. */
export const makeOrganisation = (): OrganisationFile =>
  twoTierOrganisation({
    name: 'tỉnh Đồng Tháp',
    code: '82',
    bodies: [
      ...UNIFORM_AGENCIES,
      agency('ban-quan-ly-khu-kinh-te', 'Ban Quản lý Khu kinh tế', 'Ban Quản lý Khu kinh tế tỉnh Đồng Tháp'),
      association('lien-hiep-hoi', 'Liên hiệp các Hội Khoa học và Kỹ thuật'),
      association('hiep-hoi-doanh-nghiep', 'Hiệp hội Doanh nghiệp'),
    ],
    outside: [agency('bo-khoa-hoc-va-cong-nghe', 'Bộ Khoa học và Công nghệ', 'Bộ KH&CN')],
    source: 'agencies by Decree 150/2025/NĐ-CP, other bodies as plan 552/KH-UBND of 19 November 2025 names them',
    communes: COMMUNES,
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
