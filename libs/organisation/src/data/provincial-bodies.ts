import type { UnitKind } from '#engine';

/** A body that stands below a provincial committee. In names, `{type}` and `{province}` stand for `tỉnh` and `Lào Cai`. */
export interface ProvincialBody {
  /** Last part of its id: `so-noi-vu`. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
}

const agency = (key: string, name: string, ...aliases: readonly string[]): ProvincialBody => ({
  key,
  name,
  aliases,
  kind: 'professional-agency',
});

/**
 * The provincial bodies that Lào Cai's plan of 30 June 2022 names: 14 specialised agencies of the committee (its departments,
 * office and inspectorate), and six others. Police, court, social insurance and electricity belong to vertical lines: the plan
 * asks them, it does not order them, and here they stand below the committee only because that is where the plan finds them.
 */
export const PROVINCIAL_BODIES: readonly ProvincialBody[] = [
  agency('so-noi-vu', 'Sở Nội vụ'),
  agency('so-tu-phap', 'Sở Tư pháp'),
  agency(
    'so-lao-dong-thuong-binh-va-xa-hoi',
    'Sở Lao động - Thương binh và Xã hội',
    'Sở Lao động, Thương binh và Xã hội',
    'Sở LĐTBXH',
    'Sở LĐ-TB&XH',
  ),
  agency('so-tai-chinh', 'Sở Tài chính'),
  agency('so-tai-nguyen-va-moi-truong', 'Sở Tài nguyên và Môi trường', 'Sở Tài nguyên Môi trường', 'Sở TN&MT', 'Sở TNMT'),
  agency('van-phong-ubnd', 'Văn phòng UBND {type}', 'Văn phòng Ủy ban nhân dân {type}', 'VP UBND {type}'),
  agency('thanh-tra', 'Thanh tra {type}'),
  agency('so-ke-hoach-va-dau-tu', 'Sở Kế hoạch và Đầu tư', 'Sở KH&ĐT', 'Sở KHĐT'),
  agency('so-y-te', 'Sở Y tế'),
  agency('so-giao-duc-va-dao-tao', 'Sở Giáo dục và Đào tạo', 'Sở Giáo dục Đào tạo', 'Sở GD&ĐT', 'Sở GDĐT'),
  agency('so-giao-thong-van-tai-xay-dung', 'Sở Giao thông vận tải - Xây dựng', 'Sở GTVT-XD'),
  agency('so-thong-tin-va-truyen-thong', 'Sở Thông tin và Truyền thông', 'Sở TT&TT', 'Sở TTTT'),
  agency('so-nong-nghiep-va-phat-trien-nong-thon', 'Sở Nông nghiệp và Phát triển nông thôn', 'Sở NN&PTNT'),
  agency('so-cong-thuong', 'Sở Công Thương'),
  { key: 'trung-tam-phuc-vu-hanh-chinh-cong', name: 'Trung tâm Phục vụ hành chính công', aliases: [], kind: 'service-centre' },
  { key: 'bao-hiem-xa-hoi', name: 'Bảo hiểm xã hội {type}', aliases: ['BHXH {type}'], kind: 'social-insurance' },
  { key: 'dien-luc', name: 'Điện lực {province}', aliases: [], kind: 'electricity' },
  { key: 'cong-an', name: 'Công an {type}', aliases: [], kind: 'police' },
  { key: 'toa-an', name: 'Tòa án nhân dân {type}', aliases: ['Tòa án {type}', 'TAND {type}'], kind: 'court' },
  { key: 'dai-truyen-thanh-truyen-hinh', name: 'Đài Truyền thanh - Truyền hình', aliases: [], kind: 'broadcaster' },
];
