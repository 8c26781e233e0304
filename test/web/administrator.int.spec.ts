import type { Instant } from '#engine';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PROVINCE, PROVINCE_TEXT } from '../../apps/api/test/world.js';
import { keep, kept, numbered } from './draft.js';
import { axeFindings, overflow, settled } from './house.js';
import { tabTo } from './keyboard.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture } from './picture.js';

const LATER = '2022-07-12T09:00:00+07:00' as Instant;
const PLAN = '239-KH-UBND_2022-06-30_vn-10';
const WORDS = {
  vi: {
    title: 'Soạn kế hoạch',
    review: 'Xem lại và ban hành',
    issue: 'Ban hành',
    done: /Đã ban hành kế hoạch/,
    totals: /^(\d+) đơn vị nhận kế hoạch: ([\d.]+) việc, ([\d.]+) báo cáo/,
    cascade: 'Các cấp',
    calendar: 'Lịch',
    rules: 'Quy tắc',
    noErrors: /^Không có lỗi/,
    month: 'Tháng 7/2022',
  },
  en: {
    title: 'Write a plan',
    review: 'Review and issue',
    issue: 'Issue',
    done: /has been issued/,
    totals: /^(\d+) units get a plan: ([\d,]+) items, ([\d,]+) reports/,
    cascade: 'Levels',
    calendar: 'Calendar',
    rules: 'Rules',
    noErrors: /^No errors/,
    month: 'Month 7/2022',
  },
};

const numberOf = (language: 'vi' | 'en', width: number): string => `40${language === 'vi' ? 1 : 2}/KH-${width}`;

const { house, enter } = lodge(LATER);

async function typeLines(page: Page, lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(line);
  }
}

describe('An administrator, by keyboard alone', () => {
  it(
    'writes a small plan, sees a slip, mends it, looks at the preview and issues it',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      const words = WORDS.vi;
      await go('/editor');
      await tabTo(page, /^Văn bản kế hoạch$/);
      await page.keyboard.press('Control+a');
      await typeLines(page, [
        'kế hoạch "301/KH-UBND" ban hành ngày 12/7/2022 của [UBND tỉnh Lào Cai]',
        'tên: "Rà soát thủ tục"',
        'nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã',
        'nhiệm vụ 1 "Rà soát ở tỉnh"',
        'chủ trì: [Sở Nội vu]',
        'hạn: trước ngày 15/8/2022',
        'nhiệm vụ 2 "Rà soát ở xã"',
        'chủ trì: mỗi [UBND cấp xã]',
        'hạn: trong 10 ngày làm việc kể từ ngày ban hành',
      ]);
      await page.locator('.diagnostics .error', { hasText: 'Sở Nội vu' }).waitFor();
      await page.keyboard.press('Control+.');
      await page.getByText(words.noErrors).waitFor();
      expect(await kept(page)).toContain('chủ trì: [Sở Nội vụ]\n');
      await page.keyboard.press('Shift+Alt+F');
      expect(await kept(page)).toContain('\n\nnhiệm vụ 2 "Rà soát ở xã"\n  chủ trì: mỗi [UBND cấp xã]\n');
      await page.keyboard.press('Escape');
      await tabTo(page, /^Kiểm tra$/);
      await page.keyboard.press('ArrowRight');
      await page.getByText(/^153 đơn vị nhận kế hoạch: 153 việc/).waitFor();
      await page.getByRole('button', { name: words.review, disabled: false }).waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText(/Máy chủ tính: 153 đơn vị nhận mới/).waitFor();
      await tabTo(page, /^Ban hành$/);
      await page.keyboard.press('Enter');
      await page.getByText(words.done).waitFor();
      const { status, body } = await house().world.get('/api/v1/plans/301-KH-UBND_2022-07-12_vn-10');
      expect([status, body.unitPlans]).toEqual([200, 153]);
      expect(await kept(page)).toBe('');
    },
    LONG_MS,
  );
});

describe.each(['vi', 'en'] as const)('An administrator who reads %s', (language) => {
  const words = WORDS[language];
  it.each([1280, 360] as const)(
    'sees beside the text what the server will derive, and issues it, at %i px',
    async (width) => {
      const { page, go } = await enter({ language, width, unit: PROVINCE });
      const text = numbered(numberOf(language, width));
      await keep(page, text);
      await go('/editor');
      await page.getByText(words.noErrors).waitFor();
      await page.getByRole('tab', { name: words.cascade }).click();
      const said = page.getByText(words.totals);
      await said.waitFor();
      const numbers = words.totals
        .exec((await said.textContent()) ?? '')!
        .slice(1)
        .map((number) => Number(number.replaceAll(/[.,]/g, '')));
      const { body } = await house().world.post('/api/v1/rules/preview', { body: { text } });
      expect(numbers).toEqual([body.derived, body.items, body.reports]);
      await page.locator('.preview-tree [data-unit="vn-10"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('.preview-tree [aria-expanded="true"]').count()).toBe(2);
      if (width === 1280) await picture(page, `administrator-preview.${language}`);
      await page.getByRole('tab', { name: words.calendar }).click();
      await page.getByRole('heading', { name: words.month }).waitFor();
      if (language === 'en' && width === 1280) await picture(page, 'administrator-calendar.en');
      await page.getByRole('tab', { name: words.rules }).click();
      expect(await page.locator('.said-rules li').count()).toBeGreaterThan(39);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: words.review }).click();
      const issue = page.getByRole('alertdialog').getByRole('button', { name: words.issue, exact: true });
      await issue.and(page.locator(':enabled')).click();
      await page.getByText(words.done).waitFor();
      const { items: plans } = (await house().world.get('/api/v1/plans?limit=200')).body;
      expect(plans.map(({ number }: { number: string }) => number)).toContain(numberOf(language, width));
    },
    LONG_MS,
  );
});

describe('Issuing', () => {
  it(
    'shows what changes against the plan that is replaced, in the text and for whom',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      await go(`/plans/${PLAN}/rules`);
      await page.getByRole('link', { name: 'Thay bằng bản mới' }).click();
      await settled(page);
      await page.getByText('Đặt số thật cho kế hoạch').waitFor();
      const name = `editor replace ${PLAN}`;
      const before = PROVINCE_TEXT;
      await page.evaluate(
        `localStorage.setItem('thac.draft ${name}', ${JSON.stringify(
          JSON.stringify({
            at: '2022-07-12T02:00:00Z',
            text: before
              .replace('"239/KH-UBND" ban hành ngày 30/6/2022', '"640/KH-UBND" ban hành ngày 30/6/2022')
              .replace('hạn: trước ngày 15/7/2022', 'hạn: trước ngày 25/8/2022')
              .replace(
                '  đầu mối: [Sở Nội vụ]',
                '  đầu mối: [Sở Nội vụ]\n  thay thế kế hoạch "239/KH-UBND" ngày 30/6/2022 của [UBND tỉnh Lào Cai]',
              ),
          }),
        )})`,
      );
      await page.reload();
      await settled(page);
      await page.getByRole('button', { name: 'Tìm và thay' }).click();
      await page.locator('.cm-search').waitFor();
      const find = await page.locator('.cm-search').boundingBox();
      await page.getByRole('button', { name: WORDS.vi.review }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.locator('.cm-deletedChunk', { hasText: '239/KH-UBND' }).first().waitFor();
      // What the editor lays over its text lies below what lies over the page.
      expect(await page.evaluate(`document.elementFromPoint(${find!.x + 4}, ${find!.y + 4}).closest('.cm-search')`)).toBe(null);
      await dialog.locator('.changes li', { hasText: '14/7/2022 → 24/8/2022' }).waitFor();
      await picture(page, 'administrator-difference.vi');
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Viết tiếp' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    LONG_MS,
  );

  it(
    'shows both texts where somebody else has issued the same number meanwhile, and keeps one’s own',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      const number = '701/KH-UBND';
      await keep(page, numbered(number));
      await go('/editor');
      await page.getByRole('button', { name: WORDS.vi.review }).click();
      const issue = page.getByRole('alertdialog').getByRole('button', { name: WORDS.vi.issue, exact: true });
      await issue.and(page.locator(':enabled')).waitFor();
      const { world } = house();
      const theirs = numbered(number).replace('hạn: trước ngày 05/7/2022', 'hạn: trước ngày 06/7/2022');
      const { body } = await world.post('/api/v1/rules', { body: { text: theirs, actor: PROVINCE } });
      expect((await world.post('/api/v1/plans', { body: { rules: body.hash, actor: PROVINCE } })).status).toBe(201);
      await issue.click();
      const both = page.getByRole('alertdialog', { name: 'Có người vừa ban hành kế hoạch cùng số, cùng ngày' });
      await both.locator('.cm-mergeViewEditor .cm-line', { hasText: '06/7/2022' }).waitFor();
      await both.locator('.cm-mergeViewEditor .cm-line', { hasText: '05/7/2022' }).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await both.getByRole('button', { name: 'Viết tiếp' }).click();
      expect(await kept(page)).toBe(numbered(number));
    },
    LONG_MS,
  );

  it(
    'amends a plan: a task is put off, and the old text stays on record',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      await go(`/editor/amend/${PLAN}`);
      await page.getByRole('heading', { level: 1, name: 'Sửa đổi kế hoạch 239/KH-UBND' }).waitFor();
      const draft = await page.locator('.cm-content').first().innerText();
      const text = draft
        .replaceAll('\n\n\n', '\n\n')
        .replace('00/KH-UBND', '801/KH-UBND')
        .replace(/\/\/ gia hạn nhiệm vụ 1 đến ngày \S+/, 'gia hạn nhiệm vụ 1.2 đến ngày 30/9/2022');
      await page.locator('.cm-content').first().focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      await page.getByText(WORDS.vi.noErrors).waitFor();
      await page.getByRole('button', { name: WORDS.vi.review }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText(/^Gia hạn nhiệm vụ 1\.2 đến ngày 30\/9\/2022/).waitFor();
      await dialog.getByText(/việc chưa xong của mọi đơn vị/).waitFor(); // not: nobody is touched
      await dialog.getByRole('button', { name: WORDS.vi.issue, exact: true }).click();
      await page.getByText(WORDS.vi.done).waitFor();
      const unitPlan = `/api/v1/plans/${PLAN}/units/vn-10.086.02929`;
      await house().world.post(`${unitPlan}/receive`, { body: { actor: 'vn-10.086.02929' }, ifMatch: '*' });
      const commune = (await house().world.get(unitPlan)).body;
      expect(commune.items.find(({ id }: { id: string }) => id === '1.2').due).toBe('2022-09-30');
    },
    LONG_MS,
  );
});
