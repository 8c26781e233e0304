import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Directory, LocalDate, Tier, UnitId, UnitKind } from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot } from '#organisation';

const text = readFileSync(new URL('organisation.json', import.meta.url), 'utf8');
const PROVINCE = 'vn-10' as UnitId;

function laoCai(): Directory {
  const read = readOrganisationFile(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return snapshot(foldOrganisation(read.events), '2022-06-30' as LocalDate);
}

describe('The organisation of Lào Cai in 2022', () => {
  const directory = laoCai();
  const count = (kind: UnitKind, tier: Tier): number => directory.select({ kind, tier }, PROVINCE).length;

  it('has 9 district and 152 commune committees, 14 provincial agencies, an interior division and a chair per district', () => {
    expect(count('peoples-committee', 'province')).toBe(1);
    expect(count('peoples-committee', 'district')).toBe(9);
    expect(count('peoples-committee', 'commune')).toBe(152);
    expect(count('professional-agency', 'province')).toBe(14);
    expect(count('professional-agency', 'district')).toBe(9);
    expect(count('chair', 'district')).toBe(9);
    expect(directory.units.size).toBe(1 + 14 + 6 + 9 * 3 + 152);
  });

  it.each([
    ['UBND tỉnh Lào Cai', 'vn-10'],
    ['Ủy ban nhân dân tỉnh Lào Cai', 'vn-10'],
    ['Uỷ ban nhân dân tỉnh Lào Cai', 'vn-10'],
    ['Sở Nội vụ', 'vn-10.so-noi-vu'],
    ['Sở Tư pháp', 'vn-10.so-tu-phap'],
    ['Sở Lao động - Thương binh và Xã hội', 'vn-10.so-lao-dong-thuong-binh-va-xa-hoi'],
    ['Sở LĐTBXH', 'vn-10.so-lao-dong-thuong-binh-va-xa-hoi'],
    ['Sở Tài chính', 'vn-10.so-tai-chinh'],
    ['Sở Tài nguyên và Môi trường', 'vn-10.so-tai-nguyen-va-moi-truong'],
    ['Sở Tài nguyên Môi trường', 'vn-10.so-tai-nguyen-va-moi-truong'],
    ['Sở TN&MT', 'vn-10.so-tai-nguyen-va-moi-truong'],
    ['Văn phòng UBND tỉnh', 'vn-10.van-phong-ubnd'],
    ['Thanh tra tỉnh', 'vn-10.thanh-tra'],
    ['Sở Kế hoạch và Đầu tư', 'vn-10.so-ke-hoach-va-dau-tu'],
    ['Sở Y tế', 'vn-10.so-y-te'],
    ['Sở Giáo dục và Đào tạo', 'vn-10.so-giao-duc-va-dao-tao'],
    ['Sở Giáo dục Đào tạo', 'vn-10.so-giao-duc-va-dao-tao'],
    ['Sở Giao thông vận tải - Xây dựng', 'vn-10.so-giao-thong-van-tai-xay-dung'],
    ['Sở Thông tin và Truyền thông', 'vn-10.so-thong-tin-va-truyen-thong'],
    ['Sở Nông nghiệp và Phát triển nông thôn', 'vn-10.so-nong-nghiep-va-phat-trien-nong-thon'],
    ['Sở Công Thương', 'vn-10.so-cong-thuong'],
    ['Trung tâm Phục vụ hành chính công', 'vn-10.trung-tam-phuc-vu-hanh-chinh-cong'],
    ['Bảo hiểm xã hội tỉnh', 'vn-10.bao-hiem-xa-hoi'],
    ['Điện lực Lào Cai', 'vn-10.dien-luc'],
    ['Công an tỉnh', 'vn-10.cong-an'],
    ['Tòa án nhân dân tỉnh', 'vn-10.toa-an'],
    ['Tòa án tỉnh', 'vn-10.toa-an'],
    ['Toà án tỉnh', 'vn-10.toa-an'],
    ['Đài Truyền thanh - Truyền hình', 'vn-10.dai-truyen-thanh-truyen-hinh'],
    ['UBND huyện Bảo Thắng', 'vn-10.086'],
    ['Chủ tịch UBND huyện Bảo Thắng', 'vn-10.086.chu-tich'],
    ['UBND thị xã Sa Pa', 'vn-10.088'],
  ])('finds %s', (name, id) => {
    expect(directory.find(name, PROVINCE)?.id).toBe(id);
  });

  it('has one interior division in each district, found by its local name', () => {
    for (const district of directory.select({ kind: 'peoples-committee', tier: 'district' }, PROVINCE)) {
      expect(directory.local(district.id, 'Phòng Nội vụ')).toMatchObject({
        id: `${district.id}.phong-noi-vu`,
        superior: district.id,
      });
      expect(directory.find('Phòng Nội vụ', district.id)?.id).toBe(`${district.id}.phong-noi-vu`);
    }
    expect(directory.find('Phòng Nội vụ', PROVINCE)).toBeUndefined();
  });
});
