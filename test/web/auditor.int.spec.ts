import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { ExportVerifier, type Verdict } from '#audit';
import type { Instant } from '#engine';
import { advance, logProjection, seal } from '#persistence';
import { knownKey } from '#testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PLAN, TENANT } from '../../apps/api/test/world.js';
import { expectWorded, faultsOn } from './every-page.js';
import { LANGUAGES, overflow, WIDTHS } from './house.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture, pictureInEnglish } from './picture.js';

const COMMUNE = 'vn-10.086.02929';
const LATER = '2022-09-20T09:00:00+07:00' as Instant;
const WORDS = {
  vi: { due: 'Vì sao: Hạn', because: /^Căn cứ/, holds: /nằm đúng như vậy trong sổ/, signed: 'Điểm kiểm có chữ ký đúng của khóa' },
  en: {
    due: 'Why: Due',
    because: /^Because/,
    holds: /stands exactly so in the log/,
    signed: 'The key has signed the checkpoint',
  },
};

const PERSON = 'Người Thử Một';
const { house, enter } = lodge(LATER, async ({ world, identity }) => {
  await identity.persons.put(TENANT, 'u-test', { name: PERSON });
  await world.post(`/api/v1/plans/${PLAN}/units/${COMMUNE}/receive`, { body: { actor: COMMUNE }, ifMatch: '*' });
});
let archiveKey = '';
beforeAll(async () => {
  const { workflow, clock, get } = house().world;
  await workflow.clock.runDue(TENANT, clock.now());
  await advance(house().pool, logProjection(), { tenant: TENANT, limit: 1_500 });
  while ((await seal(house().pool, { tenant: TENANT, key: (tenant) => knownKey(tenant), checkpointMs: 0 })).more);
  archiveKey = (await get('/api/v1/audit/checkpoint')).body.key;
}, LONG_MS);

/** Each way of looking: language and width. */
const PEOPLE = LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const));
/** Of which pictures are taken. */
const SHOWN = { vi: 1280, en: 360 };

describe('An auditor', () => {
  it.each(PEOPLE)(
    'reads %s at %i px: asks why a date is so, opens the event behind it, and has it proved',
    async (language, width) => {
      const words = WORDS[language];
      const { page, go } = await enter({ language, width });
      await go(`/plans/${PLAN}/units/${COMMUNE}/items/1.2`);
      await page.locator('.event a[href^="/audit?event="]').first().waitFor();
      await page.getByRole('button', { name: words.due }).click();
      const panel = page.getByRole('dialog');
      await panel.getByText(words.because).first().waitFor();
      expect(await panel.textContent()).toContain('14/7/2022');
      if (SHOWN[language] === width) await picture(page, `auditor-why.${language}`);
      await page.keyboard.press('Escape');
      await page.locator('.why-button:focus').waitFor(); // where it was before, the first time as well
      await page.getByRole('button', { name: words.due }).click();
      await panel.getByRole('link', { name: /\d+/ }).first().click();
      const event = page.getByRole('dialog');
      await event.getByText(words.holds).waitFor();
      await event.getByText(words.signed).waitFor();
      expect(new URL(page.url()).pathname).toBe('/audit');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
    LONG_MS,
  );

  it(
    'goes through the whole log with few rows in the page, narrows it, and moves through time by keys',
    async () => {
      const { page, go } = await enter({});
      await go('/audit');
      const head = await house().world.workflow.store.head(TENANT);
      await page.locator('.rows-row').first().waitFor();
      expect(await page.locator('.rows-row').first().textContent()).toContain(head.toLocaleString('vi-VN'));
      expect(await page.locator('.rows-row').count()).toBeLessThan(80);
      await page.getByRole('columnheader', { name: 'Ghi sổ lúc' }).waitFor(); // what days are asked by
      await page.getByLabel('Loại').selectOption('escalation');
      await page.getByLabel('Thứ tự').selectOption('oldest');
      await page.getByLabel('Từ ngày').fill('7/7/2022');
      await page.getByLabel('Từ ngày').press('Enter');
      await page.getByLabel('Theo thời gian').selectOption('effect');
      await page.locator('.rows-row', { hasText: '07/7/2022' }).first().waitFor();
      expect(await page.locator('.rows-row').first().textContent()).toContain('07/7/2022');
      await page.route('**/changes/place?*', (route) => route.abort(), { times: 1 });
      await page.getByLabel('Chuyển tới ngày', { exact: true }).fill('1/8/2022');
      await page.getByLabel('Chuyển tới ngày', { exact: true }).press('Enter');
      await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click();
      const begins = page.locator('.rows-row[aria-current]');
      expect(await begins.textContent()).toContain('01/8/2022');
      const row = Number(await begins.getAttribute('aria-rowindex')) - 1;
      const first = '/api/v1/audit/changes/outline?kind=escalation&from=2022-07-06';
      const { count } = (await house().world.get(`${first}&to=2022-07-31`)).body;
      expect(row).toBe(count + 1);
      await page.getByText(`${(await house().world.get(first)).body.count.toLocaleString('vi-VN')} sự kiện.`).waitFor();
      await page.getByLabel('Nghĩa vụ').selectOption('item');
      await page.getByLabel('Số', { exact: true }).fill('3.1');
      await page.getByLabel('Số', { exact: true }).press('Enter');
      await page.getByLabel('Người thực hiện').selectOption('@engine');
      await page.waitForURL(/about=item\+3\.1.*who=%40engine/);
      await page.locator('.rows-row', { hasText: 'Việc 3.1' }).first().waitFor();
      await page.keyboard.press('End');
      await page.locator('.rows-row', { hasNotText: 'Việc 3.1' }).first().waitFor({ state: 'detached' });
      expect(await page.locator('.rows-row').count()).toBeLessThan(80);

      await go('/audit');
      await page.getByLabel('Người thực hiện').selectOption({ label: PERSON });
      await page.waitForURL(/who=u-test/);
      await page.locator('.rows-row', { hasText: `Tiếp nhận kế hoạch · ${PERSON}` }).waitFor();
      const why = { plan: PLAN, unit: COMMUNE, obligation: 'item 1.2', aspect: 'state' };
      await go(`/plans/${PLAN}/units/${COMMUNE}/items/1.2?why=${encodeURIComponent(JSON.stringify(why))}`);
      await page.getByRole('dialog').getByText(PERSON).first().waitFor();
      await page.getByLabel('Hỏi về').selectOption({ label: 'Quá hạn 10 ngày làm việc' });
      await page
        .getByRole('dialog')
        .getByText(/^Việc 1\.2 · Quá hạn 10 ngày làm việc/)
        .waitFor();

      await go(`/audit/time?by=effect&at=2022-07-14`);
      const overdue = page.locator('.tiers').first().locator('tr').last().locator('td').nth(3);
      const before = await overdue.textContent();
      await page.getByRole('slider').focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/at=2022-07-15/);
      await overdue.filter({ hasNotText: new RegExp(`^${before}$`) }).waitFor();
      const { late } = (await house().world.get(`/api/v1/audit/as-of/plans/${PLAN}/late-list?at=2022-07-15`)).body;
      await page.getByText(new RegExp(`^${late.length} việc`)).waitFor();
      await picture(page, 'auditor-time.vi');
      await pictureInEnglish(page, 'auditor-time.en');
    },
    LONG_MS,
  );

  it(
    'compares two moments, asks what another calendar would have made of it, and takes an archive away that holds',
    async () => {
      const { page, go } = await enter({});
      await go('/audit/compare?by=effect&first=2022-07-10&last=2022-07-20');
      const row = page
        .locator('tbody', { hasText: 'Việc' })
        .first()
        .getByRole('row', { name: /^Quá hạn, chưa xong/ });
      expect(await row.locator('td').last().textContent()).toMatch(/^\+\d+$/);
      await go('/audit/what-if');
      const day = page.getByLabel('Ngày', { exact: true });
      await day.fill('14/7/2022');
      await page.getByRole('button', { name: 'Tính thử' }).click();
      await page.getByRole('heading', { name: 'Kết quả' }).waitFor();
      await page.getByRole('heading', { name: /nghĩa vụ sẽ khác/ }).waitFor();
      await picture(page, 'auditor-what-if.vi');
      await go('/audit/what-if?otherwise=organisation');
      const choose = async (label: string, name: string): Promise<void> => {
        await page.getByRole('combobox', { name: label, exact: true }).last().fill(name);
        await page.getByRole('option', { name }).first().click();
      };
      await page.getByLabel('Từ ngày').fill('1/8/2022');
      await page.getByLabel('Từ ngày').press('Enter');
      await choose('Đơn vị', 'UBND xã Xuân Quang');
      await choose('Nhập vào', 'UBND xã Phong Niên');
      await page.getByRole('button', { name: 'Thêm thay đổi' }).click();
      await page.getByText('UBND xã Xuân Quang nhập vào UBND xã Phong Niên').waitFor();
      await page.getByRole('button', { name: 'Tính thử' }).click();
      await page.getByRole('heading', { name: /nghĩa vụ sẽ khác/ }).waitFor();
      expect(await page.locator('.rows-row', { hasText: 'UBND xã Xuân Quang' }).first().textContent()).toContain('không có');

      await go(`/audit/verify?plan=${PLAN}`);
      const taken = async (name: string): Promise<Verdict> => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
        const verifier = new ExportVerifier({ keys: [archiveKey] });
        verifier.push(gunzipSync(readFileSync(await download.path())));
        return verifier.finish();
      };
      const check = async (written: string): Promise<void> => {
        await page.getByLabel('Số thứ tự').fill(written);
        await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
      };
      await check('1.000'); // as the page itself groups it
      await page.getByText('Sự kiện 1.000 nằm đúng như vậy').waitFor();
      expect(await taken('Tải bằng chứng của sự kiện')).toMatchObject({ ok: true, scope: 'event:1000', events: 1 });
      await check('1.0');
      await page.getByText(/nằm đúng như vậy/).waitFor({ state: 'detached' });
      expect(await taken('Tải bản lưu')).toMatchObject({ ok: true, finding: null });
      await page.getByRole('button', { name: 'Tính lại và so' }).click();
      await page.getByText('Sổ đúng như tính lại').waitFor();
    },
    LONG_MS,
  );
});

const ROUTES = [
  '/audit',
  '/audit?event=400',
  '/audit/time?by=effect&at=2022-08-01',
  '/audit/compare?by=effect&first=2022-07-10&last=2022-07-20',
  '/audit/what-if?otherwise=organisation',
  '/audit/verify?position=7',
  `/plans/${PLAN}/tasks`,
];

describe('Every page of an auditor', () => {
  it(
    'is without fault to axe in both themes',
    async () => {
      expect(await faultsOn(await enter({}), ROUTES, ['light', 'dark'])).toEqual({});
    },
    LONG_MS,
  );

  it(
    'says everything by the catalogue, and holds sentences longer by 40 % at 360 px',
    async () => {
      await expectWorded(await enter({ language: 'qps', width: 360 }), ROUTES);
    },
    LONG_MS,
  );
});
