import type { Workflow } from '#workflow';
import type { Instant, UnitId } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { provinceOf } from '#testing';
import { seconds } from './benchmark.js';

const TOP = 'top' as UnitId;
const TOP_NAME = 'UBND tỉnh Đo Lường';
export const ISSUED = '2022-06-30T08:00:00+07:00' as Instant;

/** One province with so many communes below it, and a calendar. */
export async function prepare({ organisation }: Workflow, tenant: string, count: number): Promise<void> {
  await organisation.record(tenant, provinceOf(TOP, TOP_NAME, count), ISSUED);
  await organisation.publishCalendar(tenant, VIETNAM_CALENDAR, ISSUED);
}

/** @returns seconds that issuing the plan took, with its cascade to every commune */
export async function issue({ rules, plans }: Workflow, tenant: string, text: string): Promise<number> {
  const { published } = await rules.publish(tenant, { text, actor: TOP }, ISSUED);
  return seconds(() => plans.issue(tenant, { hash: published.hash, actor: TOP }, ISSUED));
}

/** A plan of so many tasks for every commune, and so many steps of its ladder. */
export function planOf({ tasks: count, steps }: { readonly tasks: number; readonly steps: number }): string {
  const tasks = Array.from({ length: count }, (_, n) => {
    const [day, month] = [String(1 + (n % 27)).padStart(2, '0'), String(8 + (n % 5)).padStart(2, '0')];
    return `nhiệm vụ ${n + 1} "Việc ${n + 1}"\n  chủ trì: mỗi [UBND cấp xã]\n  hạn: trước ngày ${day}/${month}/2022\n`;
  });
  const ladder = Array.from({ length: steps }, (_, n) => `  quá hạn ${n + 1} ngày thì nhắc chủ trì`);
  return `kế hoạch "1/KH" ban hành ngày 30/6/2022 của [${TOP_NAME}]
  tên: "Đo quy tắc"
  đầu mối: [${TOP_NAME}]

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

${tasks.join('\n')}
xử lý quá hạn
${ladder.join('\n')}
`;
}
