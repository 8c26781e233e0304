import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { ETHNIC_AFFAIRS, threeTierOrganisation, UNIFORM_AGENCIES_2014 } from '../three-tier.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/ninh-thuan-2020/organisation.json';

/**
 * Ninh Thuận in 2020: the provincial committee and its 18 agencies, 7 district committees with their interior divisions and chairs,
 * 65 commune committees.
 */
export const makeOrganisation = (): OrganisationFile =>
  threeTierOrganisation({
    organisation: 'Tỉnh Ninh Thuận',
    code: '58',
    from: '2020-05-01',
    source: 'agencies by Decree 24/2014/NĐ-CP',
    bodies: [...UNIFORM_AGENCIES_2014, ETHNIC_AFFAIRS],
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
