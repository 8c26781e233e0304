import type { Instant } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { PROVINCE } from '../../apps/api/test/world.js';
import { keep, kept, keptWhen, numbered } from './draft.js';
import { axeFindings, overflow, settled, strayWords } from './house.js';
import { tabTo } from './keyboard.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture } from './picture.js';

const { enter } = lodge('2022-07-12T09:00:00+07:00' as Instant);

describe('The editor', () => {
  it(
    'takes Vietnamese as it is composed, tells last days, and keeps the draft through a reload',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      await keep(page, numbered('501/KH-UBND'));
      await go('/editor');
      await page.locator('.thac-date', { hasText: '15/7/2022' }).first().hover();
      await page.locator('.thac-hover', { hasText: '14/7/2022' }).waitFor();
      await page.locator('.cm-content').first().focus();
      await page.keyboard.press('Control+End');
      const keyboard = await page.context().newCDPSession(page);
      const compose = (typed: string): Promise<unknown> =>
        keyboard.send('Input.imeSetComposition', { text: typed, selectionStart: typed.length, selectionEnd: typed.length });
      for (const typed of ['n', 'nh', 'nhi', 'nhie', 'nhiee', 'nhiê', 'nhiêm', 'nhiệm']) await compose(typed);
      expect(await page.locator('.cm-tooltip-autocomplete').count()).toBe(0);
      await keyboard.send('Input.insertText', { text: 'nhiệm' });
      await page.keyboard.insertText(' vụ 9.1 "Việc thêm"');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('chủ trì: [so tai ngu');
      await page.locator('.cm-tooltip-autocomplete [aria-selected]', { hasText: 'Sở Tài nguyên và Môi trường' }).click();
      expect(await kept(page)).toMatch(/\nnhiệm vụ 9\.1 "Việc thêm"\nchủ trì: \[Sở Tài nguyên và Môi trường\]$/);
      await page.reload();
      await settled(page);
      await page.locator('.cm-line', { hasText: 'kế hoạch "501/KH-UBND"' }).waitFor();
      expect(await kept(page)).toContain('Việc thêm');
      await page.getByRole('button', { name: 'Từ khóa tiếng Anh' }).click();
      await keptWhen(page, (text) => text.includes('task 9.1 "Việc thêm"'));
      const handed = Buffer.from(numbered('503/KH-UBND').replaceAll('\n', '\r\n'));
      await page.getByLabel('Mở tệp .thac').setInputFiles({ name: 'x.thac', mimeType: 'text/plain', buffer: handed });
      expect(await keptWhen(page, (text) => text.includes('503/KH-UBND'))).toBe(numbered('503/KH-UBND'));
    },
    LONG_MS,
  );

  it(
    'shows a table that stays in step, takes a paste from Word, and marks what it could not read',
    async () => {
      const { page, go } = await enter({ unit: PROVINCE });
      await keep(page, numbered('502/KH-UBND'));
      await go('/editor');
      await page.getByRole('button', { name: 'Bảng', exact: true }).click();
      const cell = page.getByLabel('Thời hạn của nhiệm vụ 1.1');
      await cell.fill('Trước ngày 20/7/2022');
      await cell.press('Enter');
      await keptWhen(page, (text) => text.includes('hạn: trước ngày 20/7/2022'));
      await page.getByLabel('Chủ trì của nhiệm vụ 1.1').fill('Sở Không Có');
      await page.keyboard.press('Enter');
      await page.getByText('không có đơn vị hay nhóm nào tên “Sở Không Có”').waitFor();
      await page.evaluate(`(() => {
        const data = new DataTransfer();
        data.setData('text/html', '<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời hạn</td></tr>' +
          '<tr><td>I</td><td colspan=3>Phần dán</td></tr><tr><td>1</td><td>Việc dán vào</td><td>UBND cấp xã</td><td>Khi trời đẹp</td></tr></table>');
        document.querySelector('.paste-box textarea').dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      })()`);
      await page.getByText('Đã thêm 1 nhiệm vụ; 1 ô cần xem lại.').waitFor();
      await page.getByText('Không đọc được: “Khi trời đẹp”').waitFor();
      expect(await kept(page)).toContain('// chưa đọc được, hạn: Khi trời đẹp');
      await page.getByRole('row', { name: 'Phần dán', exact: true }).waitFor();
      const unread = page.getByRole('textbox', { name: /^Thời hạn của nhiệm vụ/ }).last();
      expect(await unread.inputValue()).toBe('Khi trời đẹp');
      await picture(page, 'administrator-table.vi');
      expect(await axeFindings(page)).toEqual([]);
      const text = await kept(page);
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await keptWhen(page, (now) => !now.includes('Việc dán vào'));
      expect(text.replace(/\n\nnội dung [\d.]+ "Phần dán"\n\n *nhiệm vụ [\d.]+ "Việc dán vào"[^]*?Khi trời đẹp/, '')).toBe(
        await kept(page),
      );
    },
    LONG_MS,
  );
});

describe('Finding and replacing, by keyboard alone', () => {
  it.each([
    ['vi', /^Văn bản kế hoạch$/, /^Tìm$/, /^Thay bằng$/, /^thay tất cả$/],
    ['en', /^Text of the plan$/, /^Find$/, /^Replace with$/, /^replace all$/],
  ] as const)(
    'in %s',
    async (...[language, text, find, by, all]) => {
      const { page, go } = await enter({ language, unit: PROVINCE });
      const before = numbered('903/KH-UBND');
      await keep(page, before);
      await go('/editor');
      await tabTo(page, text);
      await page.keyboard.press('Control+f');
      await page.getByLabel(find).waitFor();
      await page.keyboard.insertText('[Sở Tư pháp]');
      await tabTo(page, by);
      await page.keyboard.insertText('[Sở Nội vụ]');
      if (language === 'vi') expect(await axeFindings(page)).toEqual([]);
      await tabTo(page, all);
      await page.keyboard.press('Enter');
      const after = await keptWhen(page, (now) => !now.includes('[Sở Tư pháp]'));
      expect(after).toBe(before.replaceAll('[Sở Tư pháp]', '[Sở Nội vụ]'));
      await page.keyboard.press('Escape');
      await page.getByLabel(find).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await keptWhen(page, (now) => now === before);
    },
    LONG_MS,
  );
});

describe('Every part of the editor', () => {
  it.each(['light', 'dark'] as const)(
    'is without fault to axe in its %s theme',
    async (theme) => {
      const { page, go } = await enter({ theme, unit: PROVINCE });
      await keep(page, numbered('901/KH-UBND').replace('[Sở Tư pháp]', '[Sở Tư phap]'));
      await go('/editor');
      await page.locator('.diagnostics .error').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('.diagnostics .error').getByRole('button', { name: /^Sửa/ }).first().click();
      for (const part of theme === 'dark' ? ['Các cấp', 'Lịch', 'Quy tắc'] : ['Lịch']) {
        await page.getByRole('tab', { name: part }).click();
        await settled(page);
        expect([part, await axeFindings(page)]).toEqual([part, []]);
      }
    },
    LONG_MS,
  );

  it(
    'says everything by the catalogue, and holds sentences longer by 40 % at 360 px',
    async () => {
      const visit = await enter({ language: 'qps', width: 360, unit: PROVINCE });
      const { page } = visit;
      await keep(page, numbered('902/KH-UBND'));
      await visit.go('/editor');
      for (const part of [/preview|Các cấp/, /Lịch/, /Quy tắc/, /Bảng/]) {
        await page
          .getByRole(String(part).includes('Bảng') ? 'button' : 'tab', { name: part })
          .first()
          .click();
        await settled(page);
        expect([String(part), await strayWords(visit)]).toEqual([String(part), []]);
        expect([String(part), await overflow(page)]).toEqual([String(part), 0]);
      }
    },
    LONG_MS,
  );
});
