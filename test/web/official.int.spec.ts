import type { Instant } from '#engine';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { PLAN } from '../../apps/api/test/world.js';
import { type House, type Look, openHouse, settled, type Visit } from './house.js';

const LONG_MS = 180_000;
const DISTRICT = 'vn-10.085';
const COMMUNE = 'vn-10.086.02929';
const LATER = '2022-07-12T09:00:00+07:00' as Instant;
const WORDS = { vi: { send: 'Gửi báo cáo', sent: 'Đã gửi báo cáo.' } };

let house: House;
let open: Visit | undefined;
beforeAll(async () => {
  house = await openHouse();
  house.world.clock.advanceTo(LATER);
}, LONG_MS);
afterAll(() => house?.close(), LONG_MS);
afterEach(async () => {
  const broken = open?.broken ?? [];
  await open?.context.close();
  open = undefined;
  expect(broken).toEqual([]);
});

const enter = async (look: Look): Promise<Visit> => (open = await house.visit(look));
const unitPlan = async (unit: string) => (await house.world.get(`/api/v1/plans/${PLAN}/units/${unit}`)).body;

describe('What is being written', () => {
  it(
    'is kept through a reload and a lost connection, and sent once',
    async () => {
      const { page, context, go } = await enter({ unit: COMMUNE });
      await go(`/plans/${PLAN}/units/${COMMUNE}/reports/${encodeURIComponent('1@2022-9M')}`);
      const area = page.locator('textarea').first();
      await area.fill('Kết quả 9 tháng');
      await page.reload();
      await settled(page);
      expect(await area.inputValue()).toBe('Kết quả 9 tháng');
      await context.setOffline(true);
      await page.getByRole('button', { name: WORDS.vi.send }).click();
      await page.getByText('Không có mạng: bản nháp được giữ, gửi lại khi có mạng.').waitFor();
      expect(await area.inputValue()).toBe('Kết quả 9 tháng');
      await context.setOffline(false);
      await page.getByRole('button', { name: WORDS.vi.send }).click();
      await page.getByText(WORDS.vi.sent).waitFor();
      const [report] = (await unitPlan(COMMUNE)).reports;
      expect(report.status).toBe('submitted');
    },
    LONG_MS,
  );
});

describe('A unit’s own plan', () => {
  it(
    'is a ready draft, held against the plan above as it is written, and issued',
    async () => {
      const { page, go } = await enter({ unit: DISTRICT });
      await go(`/plans/${PLAN}/units/${DISTRICT}/own-plan`);
      const area = page.locator('textarea');
      const issue = page.getByRole('button', { name: 'Ban hành' });
      await page.getByText('Khớp với kế hoạch cấp trên; có thể ban hành.').waitFor();
      const draft = (await area.inputValue()).replace('"00/KH-UBND"', '"77/KH-UBND"');
      await area.fill(draft.replace('chủ trì: mỗi [UBND cấp xã]', 'chủ trì: mỗi [UBND cấp xa lạ]'));
      await page.getByText(/lỗi phải sửa trước khi ban hành/).waitFor();
      expect(await issue.isDisabled()).toBe(true);
      await area.fill(draft);
      await page.getByText('Khớp với kế hoạch cấp trên; có thể ban hành.').waitFor();
      await issue.click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Ban hành' }).click();
      await page.getByText(/Đã ban hành kế hoạch/).waitFor();
      expect((await unitPlan(DISTRICT)).ownPlan).toContain('77-KH-UBND');
    },
    LONG_MS,
  );
});
