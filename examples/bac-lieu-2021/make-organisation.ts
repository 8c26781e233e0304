import { writeFileSync } from 'node:fs';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { threeTierOrganisation, UNIFORM_AGENCIES_2014 } from '../three-tier.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/bac-lieu-2021/organisation.json';

/**
 * Bạc Liêu in 2021: the provincial committee and its 17 agencies, 7 district committees with their interior divisions and chairs,
 * 64 commune committees.
 */
export const makeOrganisation = (): OrganisationFile =>
  threeTierOrganisation({
    organisation: 'Tỉnh Bạc Liêu',
    code: '95',
    from: '2021-01-01',
    source: 'agencies by Decree 24/2014/NĐ-CP',
    bodies: UNIFORM_AGENCIES_2014,
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
