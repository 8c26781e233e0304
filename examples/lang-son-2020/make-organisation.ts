import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { ETHNIC_AFFAIRS, FOREIGN_AFFAIRS, threeTierOrganisation, UNIFORM_AGENCIES_2014 } from '../three-tier.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/lang-son-2020/organisation.json';

/**
 * Lạng Sơn in 2020: the provincial committee and its 19 agencies, 11 district committees with their interior divisions and chairs,
 * 200 commune committees.
 */
export const makeOrganisation = (): OrganisationFile =>
  threeTierOrganisation({
    organisation: 'Tỉnh Lạng Sơn',
    code: '20',
    from: '2020-06-01',
    source: 'agencies by Decree 24/2014/NĐ-CP',
    bodies: [...UNIFORM_AGENCIES_2014, FOREIGN_AFFAIRS, ETHNIC_AFFAIRS],
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
