import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '#engine';
import { advance, dailyProjection } from '#persistence';
import { describe, expect, it } from '@jest/globals';
import { PLAN, TENANT } from '../../apps/api/test/world.js';
import { API_TYPES, apiTypes } from './api-types.js';
import { expectWorded, faultsOn } from './every-page.js';
import { axeFindings, LANGUAGES, overflow, settled, WIDTHS } from './house.js';
import { summerOf } from './life.js';
import { lodge, LONG_MS } from './lodging.js';
import { picture, pictureInEnglish, TAKES_PICTURES } from './picture.js';

const DISTRICT = 'vn-10.086';
const LATER = '2022-09-20T09:00:00+07:00' as Instant;
const WORDS = {
  vi: {
    overdue: 'Quá hạn, chưa xong',
    commune: 'Cấp xã',
    missing: 'Báo cáo còn thiếu',
    line: /^dòng \d+, kế hoạch 239\/KH-UBND$/,
    found: /Tìm thấy 1 đơn vị/,
  },
  en: {
    overdue: 'Overdue, not done',
    commune: 'Commune',
    missing: 'Missing reports',
    line: /^line \d+, plan 239\/KH-UBND$/,
    found: /Found 1 unit/,
  },
};

/** Of the first picture that is seen of the application, in CSS pixels: down to the days. */
const WITH_DAYS = 1190;
/** Of the table of tasks, with the first of its rows. */
const WITH_HEAT = 660;
const { house, enter } = lodge(LATER, async ({ world, pool }) => {
  if (TAKES_PICTURES) await summerOf(world);
  while ((await advance(pool, dailyProjection(), { tenant: TENANT })).more);
});

describe.each(LANGUAGES)('A leader who reads %s', (language) => {
  const words = WORDS[language];

  it.each(WIDTHS)(
    'finds who is late, and why, at %i px',
    async (width) => {
      const { page, go } = await enter({ language, width });
      if (TAKES_PICTURES) await page.clock.setFixedTime(LATER); // the days of the chart are those before today
      await go('/');
      await page.getByRole('link', { name: /239\/KH-UBND/ }).click();
      await settled(page);
      const progress = (await house().world.get(`/api/v1/plans/${PLAN}/progress`)).body;
      expect(progress.items.overdue).toBeGreaterThan(200);
      if (width === 1280) await picture(page, `leader-overview.${language}`, WITH_DAYS);
      await page
        .getByRole('link', { name: new RegExp(`${words.commune}: ${words.overdue}`) })
        .first()
        .click();
      await settled(page);
      expect(new URL(page.url()).search).toBe('?standing=overdue&tier=commune');
      expect(await page.locator('.rows-row').count()).toBeLessThan(120); // of hundreds: only what is in sight stands in the page
      expect(await page.locator('.rows-row .tag.bad').count()).toBe(await page.locator('.rows-row').count());
      await page.locator('.rows-row a').first().click();
      await settled(page);
      await page.getByRole('link', { name: words.line }).first().click();
      await settled(page);
      expect(await page.locator('.line.named').textContent()).toMatch(/kế hoạch "239\/KH-UBND"|nhiệm vụ/);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    },
    LONG_MS,
  );
});

describe('A number of the overview', () => {
  it(
    'opens the reports of a tier that it counts, and the steps',
    async () => {
      await house().world.workflow.clock.runDue(TENANT, LATER);
      const { page, go } = await enter({});
      const { byTier, escalations } = (await house().world.get(`/api/v1/plans/${PLAN}/progress`)).body;
      await go(`/plans/${PLAN}`);
      const names = { onTime: 'Đúng hạn', late: 'Xong trễ', overdue: 'Quá hạn, chưa xong', open: 'Chưa đến hạn' };
      const counted = byTier.commune.reports as Record<keyof typeof names, number>;
      const standing = (['late', 'overdue', 'onTime', 'open'] as const).find((each) => counted[each] > 0)!;
      await page.getByRole('link', { name: new RegExp(`danh sách báo cáo: Cấp xã: ${names[standing]}`) }).click();
      await page.getByRole('heading', { name: new RegExp(`^Báo cáo: ${names[standing]}`) }).waitFor();
      await page.getByText(new RegExp(`^Đang hiện ${Math.min(200, counted[standing])} dòng`)).waitFor();
      expect(await axeFindings(page)).toEqual([]);

      const [step, count] = Object.entries<number>(escalations)[0]!;
      await go(`/plans/${PLAN}`);
      await page.locator(`a.step-count[href*="step=${step}"]`).click();
      await page.getByRole('heading', { name: /^Đã thực hiện: / }).waitFor();
      await page.getByText(new RegExp(`^${count} lần`)).waitFor();
      const rows = page.getByRole('table', { name: 'Bậc xử lý đã thực hiện' }).locator('.rows-row');
      expect(await rows.count()).toBeGreaterThan(0);
      expect(await rows.count()).toBeLessThanOrEqual(count);
      await rows.getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
    LONG_MS,
  );
});

describe('The trend', () => {
  it(
    'tells the numbers of the day that is pointed at, in both plots',
    async () => {
      const { page, go } = await enter({});
      const until = '2022-09-20';
      await go(`/plans/${PLAN}?asOf=${until}`);
      const { body } = await house().world.get(`/api/v1/plans/${PLAN}/trend?from=2022-03-25&until=${until}`);
      const last = body.days.at(-1).items as { overdue: number };
      expect(last.overdue).toBeGreaterThan(0);
      const plot = page.locator('.u-over').first();
      await plot.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await plot.boundingBox())!;
      await page.mouse.move(x + width - 1, y + height / 2);
      const values = page.locator('.u-legend .u-value');
      await values.filter({ hasText: '20/9/2022' }).nth(1).waitFor();
      expect((await values.allTextContents())[1]).toBe(last.overdue.toLocaleString('vi-VN'));
    },
    LONG_MS,
  );
});

describe('The cascade', () => {
  it(
    'is found without marks, walked by keys, and leads to each unit’s plan',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/cascade`);
      const tree = page.getByRole('treegrid');
      await tree.locator('[data-unit="vn-10"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const expanded = tree.locator('[role="row"][aria-expanded="true"]');
      expect(await expanded.count()).toBe(2);
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-level")')).toBe('3');
      await picture(page, 'leader-cascade.vi');
      await page.getByRole('searchbox').fill('uy ban khong co');
      await page.getByRole('searchbox').fill('xa son hai');
      await page.getByText(WORDS.vi.found).waitFor();
      await tree.locator('[data-unit]').first().focus();
      await page.context().setOffline(true);
      await page.keyboard.press('Enter');
      await page.getByText('Không có kết nối', { exact: true }).waitFor();
      await page.getByText(/^Không có kết nối mạng/).waitFor();
      await page.context().setOffline(false); // and the page shows itself what it could not before
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(page.url()).toContain('/units/vn-10.086.02929');
      await page.goBack();
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Theo nhiệm vụ' }).click(); // a part that was not loaded so far
      await page.getByText(/^Không tải được phần này của ứng dụng/).waitFor();
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: 'Việc theo đơn vị và nhiệm vụ' }).waitFor();
    },
    LONG_MS,
  );

  it(
    'is taken anew once by itself where the server has a newer application, and then when one says so',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}`);
      let pages = 0;
      page.on('load', () => pages++);
      await page.route(/\/assets\/cascade-/, (route) => route.abort()); // an older build’s, gone since
      await page.route(/:\d+\/$/, (route) => route.fulfill({ body: '<script type="module" src="/assets/index-newer.js">' }));
      await page.getByRole('link', { name: 'Các cấp', exact: true }).click();
      await page.getByRole('heading', { name: 'Ứng dụng đã có bản mới' }).waitFor();
      expect(pages).toBe(1);
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Tải lại trang' }).click();
      await page.getByRole('treegrid').waitFor();
    },
    LONG_MS,
  );

  it(
    'counts what the server counts',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/cascade`);
      const { items } = (await house().world.get(`/api/v1/plans/${PLAN}/progress`)).body;
      const cells = page.locator('[data-unit="vn-10"] [role="gridcell"]');
      const numbers = (await cells.allTextContents()).slice(0, 4).map((text) => Number(text.replaceAll('.', '')));
      expect(numbers).toEqual([items.total, items.onTime, items.late, items.overdue]);
    },
    LONG_MS,
  );
});

describe('The heat table', () => {
  it(
    'opens the reports that are missing behind a cell, and the tier below behind a name',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/reports`);
      const row = page.locator('table.heat').getByRole('row', { name: /UBND huyện Bảo Thắng/ });
      await row.locator('.heat-cell a').first().click();
      await page.getByRole('heading', { name: WORDS.vi.missing }).waitFor();
      const { body } = await house().world.get(`/api/v1/plans/${PLAN}/missing-reports?within=${DISTRICT}&period=2022-9M`);
      await page.getByText(new RegExp(`: ${body.total} báo cáo còn thiếu`)).waitFor();
      await row.getByRole('link', { name: 'UBND huyện Bảo Thắng' }).click();
      await page
        .locator('table.heat')
        .getByRole('row', { name: /UBND xã Sơn Hải/ })
        .waitFor();
    },
    LONG_MS,
  );

  it(
    'opens all reports that a cell counts, each with its standing',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/reports`);
      const row = page.locator('table.heat').getByRole('row', { name: /UBND huyện Bảo Thắng/ });
      await row.locator('.heat-cell a').last().click();
      const { body } = await house().world.get(`/api/v1/reports?plan=${PLAN}&within=${DISTRICT}&standing=total&limit=200`);
      expect(body.items.length).toBeGreaterThan(10);
      await page.getByRole('table', { name: 'Danh sách báo cáo' }).waitFor();
      await page.getByText(`Đang hiện ${body.items.length} dòng`).waitFor();
    },
    LONG_MS,
  );
});

/** As Vietnamese offices write a day: `05/7/2022`. */
const dayText = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};

describe('The list of items', () => {
  it(
    'is sorted by deadline by the server, and narrowed to a day of the trend',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/items`);
      const sorter = page.getByRole('button', { name: /^Hạn/ });
      for (const [direction, order] of [
        ['ascending', 'due'],
        ['descending', '-due'],
      ] as const) {
        await sorter.click();
        await page.locator(`[aria-sort="${direction}"]`).waitFor();
        await page.waitForURL(new RegExp(`order=${order}`));
        const { body } = await house().world.get(`/api/v1/items?plan=${PLAN}&order=${order}&limit=1`);
        const [first] = body.items as { due: string; unit: { name: string } }[];
        const top = page.locator('.rows-row').first();
        await top
          .filter({ hasText: first!.unit.name })
          .filter({ hasText: dayText(first!.due) })
          .waitFor();
      }
      await go(`/plans/${PLAN}/items?due=2022-07-14`);
      const { body } = await house().world.get(`/api/v1/items?plan=${PLAN}&due=2022-07-14&limit=200`);
      expect(body.items.length).toBeGreaterThan(10);
      await page.getByText('Đến hạn ngày 14/7/2022').waitFor();
      expect(await page.locator('.rows-row').first().textContent()).toContain('14/7/2022');
      await page.getByRole('button', { name: 'Mọi ngày' }).click();
      await page.waitForURL((url) => !url.searchParams.has('due'));
    },
    LONG_MS,
  );
});

describe('The table of tasks', () => {
  it(
    'opens the items behind a cell, and from there the reason',
    async () => {
      const { page, go } = await enter({});
      await go(`/plans/${PLAN}/tasks`);
      const row = page.locator('table.tasks').getByRole('row', { name: /UBND huyện Bảo Thắng/ });
      await picture(page, 'leader-tasks.vi', WITH_HEAT);
      await pictureInEnglish(page, 'leader-tasks.en', WITH_HEAT);
      const { tasks } = (await house().world.get(`/api/v1/plans/${PLAN}/tasks`)).body;
      const behind = tasks.map(({ counts }: { counts: { overdue: number } }) => counts.overdue);
      const worst = page.locator('.worst section').first().locator('li').first();
      expect(await worst.textContent()).toContain(` ${Math.max(...behind)} quá hạn`);
      const head = page.locator('table.tasks').getByRole('columnheader', { name: /^1\.2 / });
      expect(await head.getByRole('link').getAttribute('href')).toMatch(/\/items\?.*task=1\.2/);
      await page.locator('table.tasks tbody tr').last().scrollIntoViewIfNeeded();
      expect((await head.boundingBox())?.y).toBeGreaterThanOrEqual(0); // in sight below the last row as well
      await page.getByLabel('số quá hạn').check();
      const cell = row.locator('.heat-cell.shade-0 a').first();
      const counted = Number(await cell.locator('strong').textContent());
      expect(counted).toBeGreaterThan(5);
      await cell.click();
      await page.locator('.rows-row').first().waitFor();
      expect(await page.locator('.rows-row .tag.bad').count()).toBe(counted);
      await page
        .getByRole('button', { name: /^Vì sao: UBND/ })
        .first()
        .click();
      await page.getByRole('dialog').locator('.why-statement').first().waitFor();
    },
    LONG_MS,
  );
});

describe('Who watches over a part of a plan', () => {
  it(
    'is led to that part instead of being refused',
    async () => {
      const { page, go } = await enter({ unit: DISTRICT });
      await page.route('**/session/why?*', (route) =>
        route.fulfill({ json: { allowed: new URL(route.request().url()).searchParams.get('unit') === DISTRICT } }),
      );
      await go(`/plans/${PLAN}/late`);
      await page.waitForURL(/within=vn-10\.086$/);
      const { body } = await house().world.get(`/api/v1/plans/${PLAN}/late-list?within=${DISTRICT}`);
      expect(body.total).toBeGreaterThan(10);
      await page.getByText(`${body.total} việc, báo cáo, kế hoạch trễ hạn`).waitFor();
      const views = page.getByRole('navigation', { name: 'Phần của kế hoạch' });
      await views.getByRole('link', { name: 'Tổng quan' }).click();
      const { body: own } = await house().world.get(`/api/v1/plans/${PLAN}/progress?within=${DISTRICT}`);
      await page
        .getByRole('link', { name: new RegExp(`Tất cả: Quá hạn.* ${own.items.overdue}`) })
        .first()
        .waitFor();
      await views.getByRole('link', { name: 'Các cấp' }).click();
      await page.locator(`[data-unit="${DISTRICT}"][aria-level="1"]`).waitFor();
      await views.getByRole('link', { name: 'Theo nhiệm vụ' }).click();
      await page
        .locator('table.tasks')
        .getByRole('row', { name: /UBND xã Sơn Hải/ })
        .waitFor();
      await views.getByRole('link', { name: 'Báo cáo' }).click();
      await page.getByText('Trong UBND huyện Bảo Thắng').waitFor();
    },
    LONG_MS,
  );
});

const ROUTES = [
  '/',
  ...['', '/cascade', '/reports', '/late', '/items', '/rules'].map((view) => `/plans/${PLAN}${view}`),
  `/plans/${PLAN}/units/${DISTRICT}`,
  '/nothing/at/all',
];

describe('Every page', () => {
  it.each(['light', 'dark'] as const)(
    'is without fault to axe in its %s theme',
    async (theme) => {
      expect(await faultsOn(await enter({ theme }), ROUTES.slice(0, -1))).toEqual({});
    },
    LONG_MS,
  );

  it(
    'says everything by the catalogue, and holds sentences longer by 40 % at 360 px',
    async () => {
      await expectWorded(await enter({ language: 'qps', width: 360 }), ROUTES.slice(0, -1));
    },
    LONG_MS,
  );

  it('is not there where no route leads', async () => {
    expect((await house().world.get(ROUTES.at(-1)!)).status).toBe(404);
  });
});

describe('The bundle', () => {
  const assets = path.join(import.meta.dirname, '../../apps/web/dist/assets');
  const sizeOf = (file: string): number => readFileSync(path.join(assets, `${file}.gz`)).length;

  it.each(['vi', 'en'])('gives the desk in at most 220 KB of script, gzipped, with the sentences of %s', (language) => {
    const index = readFileSync(path.join(assets, '../index.html'), 'utf8');
    const first = [...index.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file]) => file!);
    const sentences = readdirSync(assets).filter((file) => new RegExp(`^${language}-.*\\.js$`).test(file));
    expect([first.length > 0, sentences.length]).toEqual([true, 1]);
    expect([...first, ...sentences].reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThanOrEqual(220_000);
  });

  it('lies compressed beside itself', () => {
    const files = readdirSync(assets);
    const plain = files.filter((file) => /\.(js|css)$/.test(file));
    expect(plain.filter((file) => !files.includes(`${file}.br`) || !files.includes(`${file}.gz`))).toEqual([]);
  });

  it(
    'knows the API as it is described (else: node dist/test/web/make-api-types.js)',
    async () => {
      expect(readFileSync(path.join(import.meta.dirname, '../..', API_TYPES), 'utf8')).toBe(await apiTypes());
    },
    LONG_MS,
  );
});
