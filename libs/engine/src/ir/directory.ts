import type { LocalDate } from '../time/local-date.js';

/** Identity of a unit over its whole life, e.g. `vn-10.086.02905`; never a bare administrative code, which is reused. */
export type UnitId = string & { readonly __brand: 'UnitId' };

/** Level of government. Data, not code: two tiers and four work the same way. */
export type Tier = 'central' | 'province' | 'district' | 'commune' | 'hamlet';

/** All tiers, from the top down. */
export const TIERS: readonly Tier[] = ['central', 'province', 'district', 'commune', 'hamlet'];

/** What a unit is. `professional-agency` covers a committee's departments, its office and its inspectorate, at any tier. */
export type UnitKind =
  | 'peoples-committee'
  | 'professional-agency'
  | 'chair'
  | 'police'
  | 'court'
  | 'social-insurance'
  | 'electricity'
  | 'broadcaster'
  | 'service-centre'
  | 'mass-organisation'
  | 'hamlet-leader'
  | 'residential-group-leader'
  | 'civil-servant'
  | 'school'
  | 'enterprise'
  | 'military'
  | 'fatherland-front'
  | 'party-committee';

/** All kinds of units, the usual ones first. */
export const UNIT_KINDS = [
  'peoples-committee',
  'professional-agency',
  'chair',
  'police',
  'court',
  'social-insurance',
  'electricity',
  'broadcaster',
  'service-centre',
  'mass-organisation',
  'hamlet-leader',
  'residential-group-leader',
  'civil-servant',
  'school',
  'enterprise',
  'military',
  'fatherland-front',
  'party-committee',
] as const satisfies readonly UnitKind[];

/** A unit as it stands on one date. */
export interface UnitEntry {
  readonly id: UnitId;
  /** Full official name, unique in its superior, e.g. `UBND xã Gia Phú`. */
  readonly name: string;
  /** Other names that texts use for it, abbreviations included. */
  readonly aliases: readonly string[];
  /** Name within its superior, e.g. `Phòng Nội vụ` of every district: what "via" clauses say. */
  readonly localName: string | null;
  readonly tier: Tier;
  readonly kind: UnitKind;
  /** Direct superior; null at the top. */
  readonly superior: UnitId | null;
}

/** A set of units by what they are, resolved against the organisation on a date. */
export interface UnitClass {
  readonly kind: UnitKind;
  readonly tier: Tier;
}

/** What became of a unit that is no more. */
export interface Succession {
  /** As it stood on its last day. */
  readonly last: UnitEntry;
  /** Who took over and stands on the date asked about, followed through their own ends, in the order named. Empty: nobody. */
  readonly successors: readonly UnitId[];
  /** What lay below it on its last day, itself included. Costs a look at the whole organisation, once a day asked about. */
  branch(): readonly UnitId[];
}

/** The organisation on one date. Implemented by libs/organisation; read-only. */
export interface Directory {
  readonly date: LocalDate;
  /** Version of the organisation's history that this snapshot was taken from. */
  readonly version: string;
  readonly units: ReadonlyMap<UnitId, UnitEntry>;
  /**
   * By name or alias (NFC, case folded). When several bear it, the one nearest to `near`'s branch, else undefined. A place above
   * may follow behind a comma: `UBND xã Tân Thành, huyện Cao Lộc`.
   */
  find(name: string, near?: UnitId): UnitEntry | undefined;
  /** Members of a class in the subtree of a unit (that unit included), in the order of their ids. */
  select(unitClass: UnitClass, within: UnitId): readonly UnitEntry[];
  /** The unit of that local name directly below `superior`. */
  local(superior: UnitId, localName: string): UnitEntry | undefined;
  /** True where `unit` is `ancestor` or lies below it. */
  isWithin(unit: UnitId, ancestor: UnitId): boolean;
  /** What became of a unit that existed before the date and no longer does; undefined for any other. */
  succession(unit: UnitId): Succession | undefined;
}
