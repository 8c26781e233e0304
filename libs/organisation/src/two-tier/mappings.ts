import type { Directory, UnitEntry, UnitId } from '#engine';
import type { AddressDatabase, AddressProvince, AddressWard, WardMapping } from './address-database.js';
import { placeKey } from './place-names.js';

/** Why a line of the source says nothing that can be relied on. */
export type UnresolvedReason =
  /** It names no place of before. */
  | 'old-missing'
  /** No place of before has the code or the name. */
  | 'old-unknown'
  /** The place with the code has another name: it was joined or renamed in the years between. */
  | 'name-differs'
  /** Several places of before have the name. */
  | 'name-shared'
  /** No place of now has the code and name, or the name alone, in the province. */
  | 'new-unknown'
  /** It leads into a province that took over nothing else of the old one. */
  | 'other-province'
  /** No line says what became of it. */
  | 'not-mapped'
  /** It lay below a place that was divided: below which part is not said. */
  | 'place-divided';

/** Something that could not be resolved: listed, never guessed. */
export interface UnresolvedPlace {
  /** The unit of before, where it is known. */
  readonly unit: UnitId | null;
  /** As the source words it. */
  readonly place: string;
  readonly reason: UnresolvedReason;
}

/** One commune of before, and one into which all or a part of it went. */
export interface Resolved {
  readonly old: UnitEntry;
  readonly ward: AddressWard;
}

/** What the lines of the source come to. */
export interface Mappings {
  readonly resolved: readonly Resolved[];
  /** By commune of now, how many lines speak of it, resolved or not. */
  readonly lines: ReadonlyMap<AddressWard, number>;
  /** Of one commune of before, how many communes of now it went into. */
  readonly parts: ReadonlyMap<UnitEntry, number>;
  /** Special zones of which the source says only that no commune became them: districts of islands without any did. */
  readonly zones: readonly AddressWard[];
  /** By province of before, the one that took it over. */
  readonly provinces: ReadonlyMap<UnitId, AddressProvince>;
  readonly unresolved: readonly UnresolvedPlace[];
}

/** Resolves every line against the organisation before. Linear in the lines and the units. */
export function resolveMappings(data: AddressDatabase, before: Directory): Mappings {
  const { found, ...read } = readLines(data, before);
  const provinces = provincesOf(found, data, before);
  const isOwn = ({ old: { id }, ward }: Resolved): boolean =>
    provinces.get(provinceOf(id, before))?.province_code === ward.province_code;
  const astray = found
    .filter((each) => !isOwn(each))
    .map(({ old, ward }) => ({ unit: old.id, place: `${old.name} → ${ward.name}`, reason: 'other-province' }) as const);
  const resolved = found.filter(isOwn);
  const parts = new Map([...Map.groupBy(resolved, ({ old }) => old)].map(([unit, all]) => [unit, all.length]));
  return { ...read, resolved, parts, provinces, unresolved: [...read.unresolved, ...astray] };
}

type Read = Pick<Mappings, 'lines' | 'zones' | 'unresolved'> & { readonly found: readonly Resolved[] };

function readLines(data: AddressDatabase, before: Directory): Read {
  const [old, now] = [new OldPlaces(before), new NewPlaces(data)];
  const unresolved: UnresolvedPlace[] = [];
  const found: Resolved[] = [];
  const lines = new Map<AddressWard, number>();
  const zones: AddressWard[] = [];
  for (const line of data.mappings) {
    const [from, ward] = [old.find(line), now.find(line)];
    if (ward) lines.set(ward, (lines.get(ward) ?? 0) + 1);
    const [unit, reason] = typeof from === 'string' ? [null, from] : [from, 'new-unknown' as const];
    if (unit && ward) found.push({ old: unit, ward });
    else if (reason === 'old-missing' && ward?.name.startsWith('Đặc khu ')) zones.push(ward);
    else unresolved.push({ unit: unit?.id ?? null, place: wordsOf(line), reason });
  }
  return { found, lines, zones, unresolved };
}

const wordsOf = (line: WardMapping): string =>
  `${[line.old_ward_name, line.old_district_name, line.old_province_name].filter(Boolean).join(', ')} → ${line.new_ward_name}`;

/** The provincial committee above a unit, or the unit itself where none is. */
export function provinceOf(unit: UnitId, { units }: Directory): UnitId {
  let at = units.get(unit);
  while (at?.superior && at.tier !== 'province') at = units.get(at.superior);
  return at?.id ?? unit;
}

/** Whole provinces were joined: each went where nearly all of its communes did. */
function provincesOf(
  resolved: readonly Resolved[],
  { provinces }: AddressDatabase,
  before: Directory,
): ReadonlyMap<UnitId, AddressProvince> {
  const byCode = new Map(provinces.map((province) => [province.province_code, province]));
  const votes = Map.groupBy(resolved, ({ old }) => provinceOf(old.id, before));
  const chosen = [...votes].flatMap(([unit, communes]): (readonly [UnitId, AddressProvince])[] => {
    const counts = [...Map.groupBy(communes, ({ ward }) => ward.province_code)].map(([code, all]) => [code, all.length] as const);
    const [code, count] = counts.reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
    const province = byCode.get(code);
    return province && count > communes.length / 2 ? [[unit, province]] : [];
  });
  return new Map(chosen);
}

class OldPlaces {
  readonly #byCode = new Map<string, UnitEntry>();
  readonly #byName: ReadonlyMap<string, readonly UnitEntry[]>;

  constructor(private readonly before: Directory) {
    const communes = [...before.units.values()].filter(({ tier, kind }) => tier === 'commune' && kind === 'peoples-committee');
    for (const commune of communes) this.#byCode.set(commune.id.slice(commune.id.lastIndexOf('.') + 1), commune);
    this.#byName = Map.groupBy(communes, (commune) => this.#fullName(commune));
  }

  find(line: WardMapping): UnitEntry | UnresolvedReason {
    const { old_ward_name: name, old_district_name: district, old_province_name: province } = line;
    if (!name || !district || !province) return 'old-missing';
    const coded = line.old_ward_code ? this.#byCode.get(line.old_ward_code) : undefined;
    if (coded && placeKey(coded.name) === placeKey(name)) return coded;
    if (coded) return 'name-differs';
    const [only, ...others] = this.#byName.get([name, district, province].map(placeKey).join('/')) ?? [];
    if (others.length > 0) return 'name-shared';
    return only ?? 'old-unknown';
  }

  #fullName(unit: UnitEntry): string {
    const district = unit.superior ? this.before.units.get(unit.superior) : undefined;
    const province = district?.superior ? this.before.units.get(district.superior) : undefined;
    return [unit.name, district?.name ?? '', province?.name ?? ''].map(placeKey).join('/');
  }
}

class NewPlaces {
  readonly #byCode: ReadonlyMap<string, AddressWard>;
  readonly #byName: ReadonlyMap<string, readonly AddressWard[]>;

  constructor({ provinces, wards }: AddressDatabase) {
    const names = new Map(provinces.map(({ province_code, name }) => [province_code, name]));
    this.#byCode = new Map(wards.map((ward) => [ward.ward_code, ward]));
    this.#byName = Map.groupBy(wards, ({ name, province_code }) => nameOf(name, names.get(province_code) ?? ''));
  }

  /** By code where the name agrees; some codes of the source lost a digit or are another's. */
  find({ new_ward_code, new_ward_name, new_province_name }: WardMapping): AddressWard | undefined {
    const coded = this.#byCode.get(new_ward_code);
    if (coded && placeKey(coded.name) === placeKey(new_ward_name)) return coded;
    const [only, ...others] = this.#byName.get(nameOf(new_ward_name, new_province_name)) ?? [];
    return others.length === 0 ? only : undefined;
  }
}

const nameOf = (ward: string, province: string): string => `${placeKey(ward)}/${placeKey(province)}`;
