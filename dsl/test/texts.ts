import { workingCalendar, type CalendarData, type PlanRules } from '#engine';
import { check, type CheckEnv, type CheckResult } from '../src/index.js';
import { smallDirectory } from './directory.js';

/** Days off that the tests rely on: National Day 2022 and the weekends. */
const DAYS_OFF = { version: 'test', years: { 2022: { off: ['2022-09-01', '2022-09-02'], makeup: [] } } };
export const calendar = workingCalendar(DAYS_OFF as unknown as CalendarData);

export const env: CheckEnv = { directory: smallDirectory(), calendar };

/** A whole plan that checks without a word. `{}` stands where a test puts lines of its own: in the plan, or at the end. */
export const HEADER = `kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]
  tên: "Kế hoạch mẫu"
  đầu mối: [Sở Nội vụ]
`;
export const GROUPS = `nhóm [Sở] gồm mọi cơ quan chuyên môn cấp tỉnh
nhóm [Huyện] gồm mọi ủy ban nhân dân cấp huyện
nhóm [Xã] gồm mọi ủy ban nhân dân cấp xã
`;

/** A plan with the small groups and further lines. */
export const planWith = (lines: string): string => `${HEADER}\n${GROUPS}\n${lines}\n`;

/** A plan with one task made of the given lines. */
export const taskWith = (lines: string): string => planWith(`nhiệm vụ 1 "Việc"\n${lines}`);

export const CHILD_HEADER = `kế hoạch "9/KH-UBND" ban hành ngày 11/7/2022 của [UBND huyện An]
  tên: "Kế hoạch huyện"
  thực hiện kế hoạch "1/KH-UBND" ngày 30/6/2022 của [UBND tỉnh Mẫu]
`;

export const PARENT_TEXT = planWith(`nhiệm vụ 1 "Tuyên truyền"
  chủ trì: mỗi [Huyện]; mỗi [Xã]
  phối hợp: [Sở Nội vụ]
  hạn: trước ngày 30/9/2022
nhiệm vụ 2 "Thu gom rác"
  chủ trì: mỗi [Xã]
  hạn: thường xuyên
nhiệm vụ 3 "Việc của sở"
  chủ trì: [Sở Tài chính]
  hạn: trong quý IV/2022`);

/** The same plan with what its districts have to report: on one task, and on all. */
export const REPORTING_PARENT_TEXT = `${PARENT_TEXT}
nhiệm vụ 4 "Tổng kết"
  chủ trì: mỗi [Huyện]
  hạn: thường xuyên
  báo cáo về [Sở Nội vụ] trước ngày 30/8/2022
chế độ báo cáo "Kết quả"
  kỳ: năm
  hạn: trước ngày 15 của tháng cuối kỳ báo cáo
  mỗi [Huyện] gửi [UBND tỉnh Mẫu]`;

/** Rules of a text that must check; throws with the codes where it does not. */
export function rulesOf(text: string, against: CheckEnv = env): PlanRules {
  const { rules, diagnostics } = check(text, against);
  if (!rules) throw new Error(diagnostics.map(({ code, place }) => `${code}@${place.line}`).join(' '));
  return rules;
}

/** Codes found, in the order of the text. */
export const codesOf = ({ diagnostics }: CheckResult): readonly string[] => diagnostics.map(({ code }) => code);

/** What a diagnostic marks in its text. */
export const marked = (text: string, { place }: CheckResult['diagnostics'][number]): string => text.slice(place.start, place.end);
