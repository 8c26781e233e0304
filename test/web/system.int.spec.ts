import type { Instant } from '#engine';
import { PostgresClock } from '#persistence';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { houseOf, PASSWORD } from '../../apps/api/test/entering.js';
import { PROVINCE, PROVINCE_TEXT, TENANT } from '../../apps/api/test/world.js';
import { expectWorded, faultsOn } from './every-page.js';
import { axeFindings, LANGUAGES, overflow, strayWords, WIDTHS } from './house.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture } from './picture.js';
import { SYSTEM_WORDS as WORDS } from './system-words.js';

const DISTRICT = 'vn-10.086';
const LATER = '2022-07-12T09:00:00+07:00' as Instant;

/** Unit plans set aside for those who look in both languages at both widths. */
const EACH_WAY = LANGUAGES.length * WIDTHS.length;
const { house, enter } = lodge(LATER);
beforeAll(async () => {
  const { post } = house().world;
  const rename = [{ id: DISTRICT, name: 'UBND thị xã Bảo Thắng' }];
  await post('/api/v1/organisation/changes', { body: { actor: PROVINCE, from: '2027-01-01', rename } });
  const { rows } = await house().pool.query('select stream, at from wake_up order by stream limit $1', [2 + EACH_WAY]);
  const clock = new PostgresClock(house().pool);
  await clock.setAside(
    TENANT,
    rows.map((row) => ({ ...(row as { stream: string; at: Instant }), reason: 'TypeError: x' })),
  );
  await house().pool.query(
    `insert into delivery (tenant, id, channel, recipient, subject, plan, unit, obligation, step, generation, due, at, state, attempts, last_error)
     select $1, 'd' || n, 'mail', 'so-' || n, 'notify', 'p', $2, 'item 1', 'after-1d', 1, '2022-07-29', '2022-07-30T00:00:00+07:00', 'dead', 7,
       'ECONNREFUSED' from generate_series(1, 2) as n`,
    [TENANT, DISTRICT],
  );
}, LONG_MS);

const IN_A_WEEK = ['13/7/2022', '20/7/2022'] as const;

const operations = async () => (await house().world.get('/api/v1/operations')).body;

/** Chooses a unit by a part of its name, until it is chosen: answers that come meanwhile change what is offered. */
const chooserOf =
  (page: Page) =>
  async (label: string, typed: string, name: RegExp): Promise<void> => {
    const box = page.getByRole('combobox', { name: label, exact: true });
    do {
      await box.fill(typed);
      await page.getByRole('option', { name }).first().click();
    } while (!name.test(await box.inputValue()));
  };

describe.each(LANGUAGES)('A system administrator who reads %s', (language) => {
  const words = WORDS[language];
  it.each(WIDTHS)(
    'sees what stands still, has one unit plan tried again, and lets somebody in, at %i px',
    async (width) => {
      const { page, go } = await enter({ language, width });
      await go('/system');
      await page.getByText(words.still).waitFor();
      const { stuck } = await operations();
      await page.getByRole('heading', { name: words.aside(stuck) }).waitFor();
      await page.getByRole('button', { name: words.again }).last().click();
      await page.getByRole('heading', { name: words.aside(stuck - 1) }).waitFor();
      expect((await operations()).stuck).toBe(stuck - 1);
      await page.getByRole('link', { name: words.people }).click();
      await page.getByRole('button', { name: words.add }).click();
      const adding = page.getByRole('dialog');
      await adding.getByLabel(words.name).fill(`${language}.${width}`);
      await adding.getByLabel(words.shown).fill('Văn thư');
      await adding.getByLabel(words.house).check();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await adding.getByRole('button', { name: words.letIn }).click();
      await adding.getByText(/sign-in#link=/).waitFor();
      const { items } = (await house().world.get('/api/v1/users?limit=200')).body;
      expect(items.map(({ name }: { name: string }) => name)).toContain(`${language}.${width}`);
    },
    LONG_MS,
  );
});

describe('A system administrator', () => {
  it(
    'sees that nobody keeps the clock and what is stuck, and has it tried again',
    async () => {
      const { page, go } = await enter({});
      await go('/system');
      await page.getByText('Thời hạn và đôn đốc đứng yên.').waitFor();
      await page.getByText('Thay đổi tổ chức').waitFor();
      await page.getByText(/^UBND .* · kế hoạch 239\/KH-UBND$/).waitFor(); // by name, not by id
      await page.getByRole('heading', { name: '2 kế hoạch đơn vị bị để riêng' }).waitFor();
      await picture(page, 'system-now.vi');
      await page
        .getByRole('button', { name: /^Xử lý lại: / })
        .first()
        .click();
      await page.getByRole('heading', { name: '1 kế hoạch đơn vị bị để riêng' }).waitFor();
      await page.getByRole('button', { name: 'Xử lý lại tất cả' }).click();
      await page.getByRole('heading', { name: '0 kế hoạch đơn vị bị để riêng' }).waitFor();
      expect((await operations()).stuck).toBe(0);
    },
    LONG_MS,
  );

  it(
    'has one notice sent again that could not be delivered, and lets the other go',
    async () => {
      const { page, go } = await enter({ language: 'en', width: 360 });
      await go('/system');
      await page.getByRole('heading', { name: '2 notices not delivered' }).waitFor();
      await page.getByRole('button', { name: 'Send again to so-1' }).click();
      await page.getByRole('heading', { name: '1 notice not delivered' }).waitFor();
      await page.getByRole('button', { name: 'Let the notice to so-2 go' }).click();
      await page.getByRole('heading', { name: /not delivered/ }).waitFor({ state: 'detached' });
      const { rows } = await house().pool.query('select id, state from delivery order by id');
      expect(rows).toEqual([
        { id: 'd1', state: 'again' },
        { id: 'd2', state: 'lapsed' },
      ]);
    },
    LONG_MS,
  );

  it(
    'looks at the organisation on a day to come, in English at 360 px',
    async () => {
      const { page, go } = await enter({ language: 'en', width: 360 });
      await go('/system/organisation?on=2026-12-31');
      await page.getByText('Renamed: UBND huyện Bảo Thắng becomes UBND thị xã Bảo Thắng').waitFor();
      await page.getByText(/^UBND huyện Bảo Thắng/).waitFor();
      await picture(page, 'system-organisation.en');
      await page.getByLabel('On', { exact: true }).fill('1/1/2027');
      await page.getByLabel('On', { exact: true }).press('Enter');
      await page.getByText(/^UBND thị xã Bảo Thắng · District/).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
    LONG_MS,
  );

  it(
    'sees what a merger will do before recording it, and what it did',
    async () => {
      const { page, go } = await enter({});
      const { post } = house().world;
      const sameNumber = PROVINCE_TEXT.replace('ban hành ngày 30/6/2022', 'ban hành ngày 01/7/2022');
      const { body: rules } = await post('/api/v1/rules', { body: { text: sameNumber, actor: PROVINCE } });
      expect((await post('/api/v1/plans', { body: { rules: rules.hash, actor: PROVINCE } })).status).toBe(201);
      await go('/system/organisation');
      await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
      const choose = chooserOf(page);
      const add = page.getByRole('button', { name: 'Thêm thay đổi' });
      await page.getByLabel('Từ ngày', { exact: true }).fill('12/7/2022');
      await page.getByLabel('Từ ngày', { exact: true }).press('Enter');
      await page.getByLabel('Thay đổi', { exact: true }).selectOption('found');
      await page.getByLabel('Tên đơn vị mới').fill('UBND xã Phong Quang');
      await choose('Cấp trên', 'bac ha', /^UBND huyện Bắc Hà/);
      await add.click();
      await page.getByLabel('Thay đổi', { exact: true }).selectOption('merge');
      await choose('Nhập vào', 'phong quang', /^UBND xã Phong Quang/);
      for (const [typed, name] of [
        ['xuan quang', /^UBND xã Xuân Quang/] as const,
        ['phong nien', /^UBND xã Phong Niên/] as const,
      ]) {
        await choose('Đơn vị', typed, name);
        await add.click();
      }
      await page.getByText('UBND xã Phong Niên nhập vào UBND xã Phong Quang').waitFor();
      await page.getByLabel('Thay đổi', { exact: true }).selectOption('dissolve');
      await choose('Đơn vị', 'thai nien', /^UBND xã Thái Niên/);
      await add.click();
      const head = await house().world.workflow.store.head(TENANT);
      await page.getByRole('button', { name: 'Xem trước' }).click();
      const foreseen = page.getByRole('region', { name: 'Nếu ghi bây giờ' });
      await foreseen.getByText('Giải thể; UBND xã Phong Quang tiếp nhận').first().waitFor();
      const ways = foreseen.getByRole('table', { name: 'Việc còn dở đi đâu' });
      const rows = await ways.locator('.rows-row').count();
      const byUnit = ways.getByRole('button', { name: 'Đơn vị' });
      for (let times = 0; times < 2; times++) await byUnit.click();
      expect(await ways.locator('.rows-row').count()).toBe(rows); // both plans are 239/KH-UBND
      const handed = await foreseen.getByText(/nghĩa vụ được chuyển$/).textContent();
      const lost = await foreseen.getByRole('heading', { name: /không ai nhận được$/ }).textContent();
      expect(await house().world.workflow.store.head(TENANT)).toBe(head);
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, 'system-record.vi', 900);
      await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Ghi vào sổ' }).click();
      await page.getByRole('heading', { name: 'Đã ghi.' }).waitFor();
      expect(await page.getByText(/nghĩa vụ được chuyển$/).textContent()).toBe(handed);
      expect(await page.getByRole('heading', { name: /không ai nhận được$/ }).textContent()).toBe(lost);
      await page.getByRole('button', { name: 'Các đơn vị ngày 12/7/2022' }).click();
      await page.getByRole('heading', { name: 'Các đơn vị ngày 12/7/2022' }).waitFor();
      const { body } = await house().world.get('/api/v1/units/vn-10.085.ubnd-xa-phong-quang');
      expect(body.name).toBe('UBND xã Phong Quang');
    },
    LONG_MS,
  );

  it(
    'is told what does not fit where it was written, in English at 360 px',
    async () => {
      const { page, go } = await enter({ language: 'en', width: 360, theme: 'dark' });
      await go('/system/organisation');
      await page.getByRole('button', { name: 'Record a change' }).click();
      await page.getByLabel('From', { exact: true }).fill('1/1/2027');
      await page.getByLabel('From', { exact: true }).press('Enter');
      await page.getByLabel('Change', { exact: true }).selectOption('dissolve');
      await chooserOf(page)('Unit', 'bac ha', /^UBND huyện Bắc Hà/);
      await page.getByRole('button', { name: 'Add the change' }).click();
      await page.getByRole('button', { name: 'See what it does' }).click();
      await page
        .getByRole('alert')
        .getByText(/UBND huyện Bắc Hà.*Phòng Nội vụ huyện Bắc Hà/)
        .waitFor();
      expect(await page.getByRole('alert').textContent()).not.toMatch(/\d{4}-\d\d-\d\d/); // days as all of the page has them
      expect(await page.getByRole('button', { name: 'Record it' }).count()).toBe(0);
      expect([await axeFindings(page), await overflow(page)]).toEqual([[], 0]);
    },
    LONG_MS,
  );

  it(
    'looks on the time line as far ahead as something has been recorded for',
    async () => {
      const { page, go } = await enter({});
      await page.clock.setFixedTime(LATER);
      await go('/audit/time?by=effect');
      await page.locator('.slider').getByText('01/01/2027').waitFor();
      await go('/audit/time');
      await page.locator('.slider > .hint').last().getByText('12/7/2022').waitFor();
    },
    LONG_MS,
  );

  it(
    'publishes a calendar with one more day off',
    async () => {
      const { page, go } = await enter({});
      await go('/system/calendars');
      await page.getByLabel('Ngày cần đổi').fill('3/10/2022');
      await page.getByLabel('Ngày cần đổi').press('Enter');
      await page.getByRole('button', { name: 'Thành ngày nghỉ' }).click();
      for (const times of ['one too many', 'left out again']) {
        await page.getByLabel('Ngày cần đổi').fill('05/01/2099');
        await page.getByLabel('Ngày cần đổi').press('Enter');
        await page.getByRole('button', { name: 'Thành ngày nghỉ' }).click();
        if (times === 'one too many') await page.getByRole('button', { name: 'Bỏ ngày 05/01/2099' }).click();
      }
      await page.getByLabel('Tên lịch mới').fill('lich-thu');
      await picture(page, 'system-calendars.vi');
      await page.getByRole('button', { name: 'Công bố' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Công bố' }).click();
      await page.getByText('Đã công bố; đồng hồ đang tính lại thời hạn.').waitFor();
      const [now] = (await house().world.get('/api/v1/calendars')).body.items;
      expect([now.version, now.years['2022'].off.includes('2022-10-03')]).toEqual(['lich-thu', true]);
      expect(now.years['2099'].off).toEqual(expect.arrayContaining(['2099-01-01', '2099-01-05'])); // what the law gives, and the day
    },
    LONG_MS,
  );

  it(
    'lets somebody in, grants a role, takes it back and keeps them out',
    async () => {
      const { page, go } = await enter({ language: 'en' });
      await go('/system/people');
      await page.getByRole('button', { name: 'Add a user' }).click();
      const adding = page.getByRole('dialog');
      await adding.getByLabel('Account name').fill('van.thu');
      await adding.getByLabel('Shown name').fill('Văn thư huyện');
      const letIn = adding.getByRole('button', { name: 'Let in' });
      expect(await letIn.isDisabled()).toBe(true); // nobody gets the whole house by an empty field
      await adding.getByLabel('the whole house').check();
      await letIn.click();
      await adding.getByText(/sign-in#link=/).waitFor();
      await adding.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('searchbox').fill('nobody at all');
      await page.getByText('No user matches').waitFor();
      await page.getByRole('searchbox').fill('van thu');
      await page.getByRole('button', { name: 'Manage Văn thư huyện' }).click();
      const user = page.getByRole('dialog');
      await user.getByLabel('Role').selectOption('leader');
      expect(await user.getByRole('button', { name: 'Grant' }).isDisabled()).toBe(true);
      await chooserOf(page)('Unit', 'bac ha', /^UBND huyện Bắc Hà/);
      await user.getByRole('button', { name: 'Grant' }).click();
      await user.getByText('Granted.').waitFor();
      await picture(page, 'system-people.en');
      await user.getByRole('button', { name: 'Take back' }).first().click();
      await user.getByRole('button', { name: 'Take back' }).nth(1).waitFor({ state: 'detached' });
      await user.getByRole('button', { name: 'Keep out' }).click();
      await user.getByRole('button', { name: 'Let in again' }).waitFor();
      const { items } = (await house().world.get('/api/v1/users?limit=200')).body;
      const found = items.find(({ name }: { name: string }) => name === 'van.thu');
      expect([found.blocked, found.rights.filter(({ state }: { state: string }) => state === 'now').length]).toEqual([true, 1]);
    },
    LONG_MS,
  );
});

describe('Whoever has an account', () => {
  it(
    'is led to the second factor that their role needs, and back to what they wanted to see',
    async () => {
      const accounts = houseOf(house().world, house().identity);
      await accounts.add('quan.tri.moi', 'system-administrator', null, { signs: true });
      const { page, go } = await enter({});
      const sign = await accounts.browse('quan.tri.moi');
      const [name = '', value = ''] = sign.cookie.split('=');
      await page.context().addCookies([{ name, value, domain: 'localhost', path: '/' }]);
      await go('/system/people');
      await page.getByRole('link', { name: 'Thiết lập xác thực bước hai' }).click();
      await page
        .getByLabel(/^Mật khẩu/)
        .and(page.locator(':visible'))
        .fill(PASSWORD);
      await page.getByRole('button', { name: /^Thiết lập/ }).click();
      const shown = page.locator('#secret', { hasText: /^[A-Z2-7 ]+$/ });
      const secret = ((await shown.textContent()) ?? '').replaceAll(' ', '');
      const code = generateSync({ secret, epoch: Date.parse(house().world.clock.now()) / 1_000 });
      await page
        .getByLabel(/^Mã xác thực, sáu chữ số/)
        .and(page.locator(':visible'))
        .fill(code);
      await page.getByRole('button', { name: /^Xác nhận/ }).click();
      await page.getByRole('button', { name: 'Quản lý quan.tri.moi' }).waitFor();
    },
    LONG_MS,
  );

  it(
    'lends a role for an absence, takes it back, and ends a session that was left open elsewhere',
    async () => {
      const accounts = houseOf(house().world, house().identity);
      await accounts.add('truong.phong', 'official', DISTRICT, { signs: true });
      const other = await accounts.add('pho.phong', 'official', DISTRICT, { signs: true });
      const [elsewhere, here] = [await accounts.browse('truong.phong'), await accounts.browse('truong.phong')];
      const { page, context, go } = await enter({});
      const [name = '', value = ''] = here.cookie.split('=');
      await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
      await go('/desk');
      await page.getByRole('link', { name: 'truong.phong' }).click();
      await page.getByRole('heading', { name: 'Ủy quyền khi vắng mặt' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('Cho', { exact: true }).fill('pho.phong');
      for (const [label, day] of [['Từ ngày', IN_A_WEEK[0]] as const, ['Đến trước ngày', IN_A_WEEK[1]] as const]) {
        await page.getByLabel(label).fill(day);
        await page.getByLabel(label).press('Enter');
      }
      await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
      const loans = page.getByRole('list', { name: 'Đang ủy quyền' });
      await loans.getByText('Cho pho.phong').waitFor();
      const person = await accounts.people.person(TENANT, other);
      expect([...person.borrowed.values()]).toMatchObject([{ ended: null, what: { from: '2022-07-13', until: '2022-07-20' } }]);
      await page.getByRole('button', { name: 'Kết thúc ủy quyền cho pho.phong' }).click();
      await loans.waitFor({ state: 'detached' });
      expect([...(await accounts.people.person(TENANT, other)).borrowed.values()]).toMatchObject([{ ended: expect.any(String) }]);
      expect((await elsewhere.get('/api/v1/session')).body.user).toBe(here.user);
      await page.getByRole('button', { name: /^Kết thúc phiên/ }).click();
      await page.getByRole('button', { name: /^Kết thúc phiên/ }).waitFor({ state: 'detached' });
      expect((await elsewhere.get('/api/v1/session')).body.user).not.toBe(here.user);
      expect((await here.get('/api/v1/session')).body.user).toBe(here.user);
      await go('/system/organisation');
      await page.getByText(/^Ghi thay đổi tổ chức là việc của lãnh đạo hoặc quản trị hệ thống/).waitFor();
      expect(await page.getByRole('button', { name: 'Ghi thay đổi' }).count()).toBe(0);
    },
    LONG_MS,
  );
});

const ROUTES = ['/system', '/system/organisation', '/system/calendars', '/system/people', '/me'];

describe('Every page of a system administrator', () => {
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

  it.each(WIDTHS)(
    'holds such sentences at %i px in the form to record changes, of every kind, and in what they would do',
    async (width) => {
      const visit = await enter({ language: 'qps', width });
      const { page, go } = visit;
      await go('/system/organisation');
      await page.locator('main .button.main').click();
      const form = page.locator('.panel').first();
      const fits = async (): Promise<void> => {
        expect(await strayWords(visit)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(
          await form.evaluate((panel: { scrollWidth: number; clientWidth: number }) => panel.scrollWidth - panel.clientWidth),
        ).toBe(0);
      };
      for (const kind of ['found', 'merge', 'split', 'move', 'dissolve', 'rename']) {
        await form.locator('select').first().selectOption(kind);
        await fits();
      }
      await form.getByRole('textbox').first().fill('1/1/2028');
      await form.getByRole('textbox').first().press('Enter');
      await form.getByRole('combobox').last().fill('gia phu');
      await page.getByRole('option', { name: /^UBND xã Gia Phú/ }).click();
      await form.getByRole('textbox').last().fill('UBND xã Gia Phú và những thôn quanh đó');
      await form.locator('.filters .button').last().click();
      await form.locator('.gathered').waitFor();
      await form.locator('fieldset > p > .button').click();
      await form.locator('.button.main').waitFor();
      await fits();
    },
    LONG_MS,
  );
});
