import type { ItemView } from '#contracts';
import type { Instant } from '#engine';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { houseOf } from '../../apps/api/test/entering.js';
import { identityOver, PLAN } from '../../apps/api/test/world.js';
import { expectWorded, faultsOn } from './every-page.js';
import { axeFindings, overflow, settled } from './house.js';
import { tabTo } from './keyboard.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture } from './picture.js';

const DISTRICT = 'vn-10.085';
const COMMUNE = 'vn-10.086.02929';
const SUPERIOR = 'vn-10.086';
const LATER = '2022-07-12T09:00:00+07:00' as Instant;
const WORDS = {
  vi: {
    unit: 'Đơn vị của tôi',
    receiveAll: 'Tiếp nhận tất cả',
    report: 'Báo kết quả',
    done: 'Đã trình kết quả.',
    sent: 'Đã gửi báo cáo.',
    send: 'Gửi báo cáo',
  },
  en: {
    unit: 'My unit',
    receiveAll: 'Acknowledge all',
    report: 'Report the result',
    done: 'The result is handed in.',
    sent: 'The report is sent.',
    send: 'Send the report',
  },
};

const { house, enter } = lodge(LATER);
const unitPlan = async (unit: string) => (await house().world.get(`/api/v1/plans/${PLAN}/units/${unit}`)).body;
const statusOf = async (unit: string, item: string): Promise<string> =>
  (await unitPlan(unit)).items.find(({ id }: { id: string }) => id === item)?.status;

/** Communes of Bảo Thắng, one for each way of looking. */
const PEOPLE = [
  ['vi', 1280, 'vn-10.086.02905', 'pho lu'],
  ['vi', 360, 'vn-10.086.02929', 'son hai'],
  ['en', 1280, 'vn-10.086.02944', 'phu nhuan'],
  ['en', 360, 'vn-10.086.02923', 'gia phu'],
] as const;

/** A line on which each answer takes a third of a second: what one did a moment ago is nobody else's change. */
async function onSlowLine(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const latency = { offline: false, latency: 300, downloadThroughput: -1, uploadThroughput: -1 };
  await browser.send('Network.emulateNetworkConditions', latency);
}

describe('An official, by keyboard alone', () => {
  it.each(PEOPLE)(
    'reads %s at %i px: chooses the unit, acknowledges what is new, and reports in three steps',
    async (...person) => {
      const [language, width, unit, typed] = person;
      const words = WORDS[language];
      const { page, go } = await enter({ language, width });
      if (language === 'vi' && width === 1280) await onSlowLine(page);
      await go('/desk');
      await tabTo(page, new RegExp(words.unit));
      await page.keyboard.type(typed);
      const name = (await house().world.get(`/api/v1/units/${unit}`)).body.name;
      await page.getByRole('option', { name }).waitFor(); // found without marks
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      expect(await page.getByRole('combobox').inputValue()).toBe(name);
      await page
        .getByRole('link', { name: /239\/KH-UBND/ })
        .first()
        .waitFor();
      if (width === 1280) await picture(page, `official-desk.${language}`);
      await tabTo(page, new RegExp(`^${words.receiveAll}$`));
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: words.receiveAll }).waitFor({ state: 'detached' });
      expect(await statusOf(unit, '1.2')).toBe('received');

      await tabTo(page, new RegExp(`^${words.report}: 1\\.2`)); // one: opens the item
      await page.keyboard.press('Enter');
      await page.locator('textarea').first().waitFor();
      await page.keyboard.type('Đã tuyên truyền tại 14 thôn'); // two: writes
      if (width === 1280) await picture(page, `official-result.${language}`);
      await page.keyboard.press('Control+Enter'); // three: sends
      await page.getByText(words.done).waitFor();
      expect(await statusOf(unit, '1.2')).toBe('submitted');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
    LONG_MS,
  );
});

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
      await page.locator('.said-text', { hasText: 'Kết quả 9 tháng' }).waitFor(); // as whoever judges it reads it
      const [report] = (await unitPlan(COMMUNE)).reports;
      expect([report.status, report.content]).toEqual(['submitted', 'Kết quả 9 tháng']);
    },
    LONG_MS,
  );

  it(
    'is shown beside what the server has where somebody was faster, and sent on the new version if wanted',
    async () => {
      const [unit, id] = ['vn-10.080.02653', '3.1'];
      const item = `/plans/${PLAN}/units/${unit}/items/${id}`;
      const { page, go } = await enter({ unit });
      await page.route('**/session/stream', (route) => route.abort()); // nothing tells the page what happens meanwhile
      await go(item);
      await page.locator('textarea').first().fill('Bản của tôi');
      const { version } = await unitPlan(unit);
      const other = await house().world.post(`/api/v1${item}/receive`, { body: { actor: unit }, ifMatch: `"${version}"` });
      expect(other.status).toBe(200);
      await page.getByRole('button', { name: WORDS.vi.report }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Bản của tôi', { exact: true }).waitFor();
      expect(await dialog.textContent()).toContain('đã tiếp nhận');
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Gửi bản của tôi trên bản mới' }).click();
      await page.getByText(WORDS.vi.done).waitFor();
      expect(await statusOf(unit, id)).toBe('submitted');
    },
    LONG_MS,
  );
});

describe('What is being written while another sends', () => {
  it(
    'stays in sight, and says that it was not sent',
    async () => {
      const [unit, id] = ['vn-10.080.02653', '3.1'];
      const item = `/plans/${PLAN}/units/${unit}/items/${id}`;
      const { page, go } = await enter({ unit });
      const act = (verb: string, body: object): Promise<unknown> =>
        house().world.post(`/api/v1${item}/${verb}`, { body, ifMatch: '*' });
      await act('return', { actor: 'vn-10.080', reason: 'Thiếu số liệu' });
      await go(item);
      await page.getByText('Cập nhật trực tiếp').waitFor();
      await page.locator('textarea').first().fill('Bản đang viết dở');
      await act('submit', { actor: unit, note: 'Bản của người khác' });
      await page.getByText(/^Trong lúc bạn viết, đơn vị đã gửi một bản khác/).waitFor();
      await page.locator('.said-text', { hasText: 'Bản đang viết dở' }).waitFor();
      await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
      await page.getByText('Bản đang viết dở').waitFor({ state: 'detached' });
    },
    LONG_MS,
  );
});

describe('What is another’s', () => {
  it(
    'is not shown: the page says why by name, and leads back',
    async () => {
      const people = houseOf(house().world, identityOver(house().pool));
      const token = await people.token(await people.add('van.thu.xa', 'official', COMMUNE));
      const { page, context, go } = await enter({});
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
      await go(`/plans/${PLAN}/units/${DISTRICT}`);
      const notice = page.getByRole('alert');
      await notice.getByText(/“UBND huyện Bắc Hà” nằm ngoài phạm vi của bạn \(UBND xã Sơn Hải\)/).waitFor();
      expect(await page.locator('.main-nav a').allTextContents()).toEqual(['Bàn việc', 'Kế hoạch', 'Soạn thảo']);
      expect(await axeFindings(page)).toEqual([]);
      await notice.getByRole('link', { name: 'Bàn việc' }).click();
      await page.getByRole('heading', { name: 'Bàn việc của UBND xã Sơn Hải' }).waitFor();
      await go(`/plans/${PLAN}/units/${COMMUNE}/own-plan`); // what others of the unit do is said before it is tried
      await page.getByText(/^Thủ trưởng hoặc lãnh đạo đơn vị ban hành/).waitFor();
      expect(await page.getByRole('button', { name: 'Ban hành' }).isDisabled()).toBe(true);
    },
    LONG_MS,
  );
});

describe('A later day', () => {
  it(
    'is asked for by the official, and granted by the head above from their desk',
    async () => {
      const people = houseOf(house().world, identityOver(house().pool));
      const token = await people.token(await people.add('can.bo.xa', 'official', COMMUNE));
      const { items } = await unitPlan(COMMUNE);
      const isOpen = ({ due, status }: ItemView): boolean => due !== null && ['assigned', 'received'].includes(status);
      const { id } = items.find(isOpen);
      const asking = await enter({});
      await asking.context.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
      await asking.go(`/plans/${PLAN}/units/${COMMUNE}/items/${encodeURIComponent(id)}`);
      await asking.page.locator('summary', { hasText: 'Xin gia hạn' }).click();
      await asking.page.getByLabel('Xin gia hạn đến ngày').fill('25/12/2023');
      await asking.page.getByLabel('Lý do xin gia hạn').fill('Chờ số liệu của 3 thôn');
      await asking.page.getByRole('button', { name: 'Xin gia hạn' }).click();
      await asking.page.getByText('Đã xin gia hạn đến 25/12/2023, chờ trả lời').waitFor();
      const decided = asking.page.waitForResponse(/session\/why\?action=rules\.publish/);
      await asking.go(`/plans/${PLAN}/rules`);
      expect((await (await decided).json()).allowed).toBe(false);
      expect(await asking.page.getByRole('link', { name: 'Sửa đổi' }).count()).toBe(0); // they may not write it

      const own = await enter({ unit: COMMUNE });
      await own.go(`/plans/${PLAN}/units/${COMMUNE}/items/${encodeURIComponent(id)}`);
      await own.page.locator('summary', { hasText: 'Gia hạn theo văn bản' }).click();
      await own.page.getByLabel('Hạn mới').waitFor();
      expect(await own.page.getByRole('button', { name: 'Không đồng ý' }).count()).toBe(0); // nobody answers his own request

      const head = await people.token(await people.add('thu.truong', 'unit-head', SUPERIOR));
      const { page, go, context } = await enter({ unit: SUPERIOR });
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${head}` });
      await go('/desk');
      const request = page.getByRole('listitem').filter({ hasText: 'UBND xã Sơn Hải xin gia hạn đến 25/12/2023' });
      expect(await request.textContent()).toContain('Chờ số liệu của 3 thôn');
      await request.locator('summary').click();
      expect(await request.getByLabel('Hạn mới').inputValue()).toBe('25/12/2023');
      await request.getByLabel('Số văn bản').fill('41/UBND');
      await request.getByLabel('Ngày văn bản').fill('11/7/2022');
      expect(await axeFindings(page)).toEqual([]);
      await request.getByRole('button', { name: 'Gia hạn', exact: true }).click();
      await Promise.race([page.getByText('Đã gia hạn.', { exact: true }).waitFor(), page.getByRole('alertdialog').waitFor()]);
      expect(await page.getByRole('alertdialog').allTextContents()).toEqual([]); // nobody was faster
      await request.waitFor({ state: 'detached' });
      await page.locator('.outcome:focus', { hasText: /^Đã gia hạn\.$/ }).waitFor(); // the row that it was done from is gone
      const granted = (await unitPlan(COMMUNE)).items.find((item: ItemView) => item.id === id);
      expect(granted).toMatchObject({ due: '2023-12-25', extension: null });
    },
    LONG_MS,
  );
});

describe('The desk of an official', () => {
  it(
    'changes by itself when the head above sends work back, and is told of their own work alone',
    async () => {
      const [unit, superior] = ['vn-10.082.02686', 'vn-10.082'];
      const { world } = house();
      const people = houseOf(world, identityOver(house().pool));
      const token = await people.token(await people.add('can.bo.vung.cao', 'official', unit));
      const isOpen = ({ due, status }: ItemView): boolean => due !== null && status === 'assigned';
      const { id, title } = (await unitPlan(unit)).items.find(isOpen);
      const act = async (verb: string, body: object): Promise<void> => {
        const { status } = await world.post(`/api/v1/plans/${PLAN}/units/${unit}/items/${id}/${verb}`, { body, ifMatch: '*' });
        expect(status).toBe(200);
      };
      await act('submit', { actor: unit });
      const { page, context, go } = await enter({ unit });
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
      await go('/desk');
      await page.getByText('Cập nhật trực tiếp').waitFor();
      const row = page.getByRole('row').filter({ hasText: title }).filter({ hasText: 'bị trả lại' });
      expect(await row.count()).toBe(0);
      await page.evaluate('window.isSamePage = true');
      await act('return', { actor: superior, reason: 'Thiếu số liệu' });
      await row.first().waitFor();
      expect(await page.evaluate('window.isSamePage')).toBe(true);
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
      await page.getByText('Khớp với kế hoạch cấp trên.').waitFor();
      await page.getByText(/^Đặt số thật cho kế hoạch, thay cho 00\/KH-UBND/).waitFor();
      expect(await issue.isDisabled()).toBe(true);
      const draft = (await area.inputValue()).replace('"00/KH-UBND"', '"77/KH-UBND"');
      await area.fill(draft.replace('chủ trì: mỗi [UBND cấp xã]', 'chủ trì: mỗi [UBND cấp xa lạ]'));
      await page.getByText(/lỗi phải sửa trước khi ban hành/).waitFor();
      expect(await issue.isDisabled()).toBe(true);
      await picture(page, 'official-own-plan.vi');
      await area.fill(draft);
      await page.getByText('Khớp với kế hoạch cấp trên.').waitFor();
      await issue.click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Ban hành' }).click();
      await page.getByText(/Đã ban hành kế hoạch/).waitFor();
      expect((await unitPlan(DISTRICT)).ownPlan).toContain('77-KH-UBND');
      await area.waitFor({ state: 'detached' }); // nobody is offered to issue it once more
      await page.getByRole('link', { name: 'Đã ban hành kế hoạch 77/KH-UBND.' }).waitFor();
      await page.getByRole('link', { name: /Kế hoạch của/ }).click();
      await page.getByRole('button', { name: 'In', exact: true }).waitFor();
    },
    LONG_MS,
  );
});

const ROUTES = [
  '/desk',
  `/plans/${PLAN}/units/${COMMUNE}/items/4.1`,
  `/plans/${PLAN}/units/${COMMUNE}/reports/${encodeURIComponent('1@2022-Y')}`,
  `/plans/${PLAN}/units/vn-10.082/own-plan`,
];

describe('Every page of an official', () => {
  it.each(['light', 'dark'] as const)(
    'is without fault to axe in its %s theme',
    async (theme) => {
      expect(await faultsOn(await enter({ theme, unit: COMMUNE }), ROUTES)).toEqual({});
    },
    LONG_MS,
  );

  it(
    'says everything by the catalogue, and holds sentences longer by 40 % at 360 px',
    async () => {
      await expectWorded(await enter({ language: 'qps', width: 360, unit: COMMUNE }), ROUTES);
    },
    LONG_MS,
  );
});
