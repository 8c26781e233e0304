import { writeFileSync } from 'node:fs';
import type { UnitEntry, UnitId } from '#engine';
import type { OrganisationFile } from '#organisation';
import { organisationText } from '../organisation-text.js';
import { ETHNIC_AFFAIRS, FOREIGN_AFFAIRS, threeTierOrganisation, UNIFORM_AGENCIES_2014 } from '../three-tier.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/can-tho-2022/organisation.json';

/** The Fatherland Front of a district, with which the plan asks its chair to work. */
const frontOf = ({ id, name }: UnitEntry) => ({
  id: `${id}.mat-tran-to-quoc` as UnitId,
  name: `Ủy ban MTTQ Việt Nam ${name.replace('UBND ', '')}`,
  aliases: [],
  localName: 'Ủy ban MTTQ Việt Nam',
  kind: 'fatherland-front' as const,
});

/**
 * Cần Thơ in 2022: the city's committee and its 19 agencies, 9 district committees with their interior divisions, chairs and
 * Fatherland Fronts, 83 commune committees.
 */
export const makeOrganisation = (): OrganisationFile =>
  threeTierOrganisation({
    organisation: 'Thành phố Cần Thơ',
    code: '92',
    from: '2021-01-01',
    source: 'agencies by Decree 24/2014/NĐ-CP; Fronts as plan 153/KH-UBND of 12 July 2022 speaks of them',
    bodies: [...UNIFORM_AGENCIES_2014, FOREIGN_AFFAIRS, ETHNIC_AFFAIRS],
    besides: (district) => [frontOf(district)],
  });

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
