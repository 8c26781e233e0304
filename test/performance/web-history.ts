import path from 'node:path';
import type { Instant, UnitId } from '#engine';
import { advance, logProjection, openAskedPool } from '#persistence';
import type { Page } from 'playwright-core';
import { listen } from '../../apps/api/src/listen.js';
import { createWorld } from '../../apps/api/test/world.js';
import { seconds } from './benchmark.js';
import type { BenchServer } from './server.js';
import { quarterEnd, TENANT } from './storm/quarter-end.js';

/** The event log of one plan of the country, asked of the real API over a real database. */
export interface ServedHistory {
  readonly origin: string;
  readonly plan: string;
  /** Events of the plan. */
  readonly events: number;
}

/** Of each commune: a step for each, with the events that give and receive the work, is 53,000 events. */
const TASKS = 3;
const AT_ONCE = 500;
const RECEIVED = '2022-07-01T09:00:00+07:00' as Instant;
const LATER = '2022-10-10T09:00:00+07:00' as Instant;
const PERSON = { person: 'u-1', role: 'official', grant: null };

/** Has a plan lived through by the application itself, then serves it. */
export function onHistory<T>(server: BenchServer, root: string, work: (served: ServedHistory) => Promise<T>): Promise<T> {
  return server.fresh('web_history', 'migrated', async (pool, { url }) => {
    const { workflow, plan } = await quarterEnd(pool, TASKS);
    const { units } = await workflow.knowledge.of(TENANT).directory('2022-07-01' as never);
    const communes = [...units.values()].filter(({ tier, kind }) => tier === 'commune' && kind === 'peoples-committee');
    for (let first = 0; first < communes.length; first += AT_ONCE) {
      const requests = communes.slice(first, first + AT_ONCE).map(({ id }) => {
        const unit = id as UnitId;
        return { plan, unit, actor: unit, command: { type: 'ReceiveUnitPlan' } as const };
      });
      await workflow.unitPlans.executeBatch(TENANT, requests, RECEIVED, { by: PERSON });
    }
    await workflow.clock.runUntil(TENANT, LATER);
    while ((await advance(pool, logProjection(), { tenant: TENANT })).more);
    const asked = await openAskedPool(pool, url);
    const world = await createWorld(pool, {
      asked,
      isFounded: true,
      tenant: TENANT,
      webFolder: path.join(root, 'apps/web/dist'),
      baseUrl: '',
    });
    const origin = `http://localhost:${await listen(world.app, { port: 0 })}`;
    const { count } = (await world.get(`/api/v1/audit/changes/outline?plan=${plan}`)).body as { count: number };
    try {
      return await work({ origin, plan, events: count });
    } finally {
      await world.close();
      await asked.end();
    }
  });
}

type Note = (name: string, took: number) => void;
const rows = 'document.querySelectorAll(".rows-row").length';

/** What an auditor does with it. @returns the most rows that stood in the page */
export async function history(page: Page, { origin, plan, events }: ServedHistory, note: Note): Promise<number> {
  const at = (query: string): string => `${origin}/audit?plan=${plan}&by=effect&order=oldest${query}`;
  const most: number[] = [];
  const measured = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    note(`history: ${name}`, await seconds(work));
    most.push(await page.evaluate<number>(rows));
  };
  const row = (text: string) => page.locator('.rows-row', { hasText: text }).first();
  await measured('first page', async () => {
    await page.goto(at(''));
    await row('Ban hành kế hoạch').waitFor();
  });
  await measured('end of the log', async () => {
    await page.keyboard.press('End');
    await page
      .locator(`.rows-row[aria-rowindex="${events + 1}"] a`)
      .first()
      .waitFor();
  });
  await measured('gone to a day', async () => {
    await page.getByLabel('Chuyển tới ngày', { exact: true }).fill('1/7/2022');
    await page.getByLabel('Chuyển tới ngày', { exact: true }).press('Enter');
    await page.locator('.rows-row[aria-current]', { hasText: '01/7/2022' }).waitFor();
  });
  await page.evaluate('scrollTo(0, 0)');
  await measured('filtered by sort', async () => {
    await page.getByLabel('Loại').selectOption('escalation');
    await row('bậc xử lý').waitFor();
  });
  await measured('filtered by obligation', async () => {
    await page.getByLabel('Nghĩa vụ').selectOption('item');
    await page.getByLabel('Số', { exact: true }).fill('2');
    await page.getByLabel('Số', { exact: true }).press('Enter');
    await page.waitForURL(/about=item/);
    await page.getByText('10.599 sự kiện.').waitFor();
    await row('Việc 2').waitFor();
  });
  await measured('filtered to people', async () => {
    await page.goto(at('&who=@people'));
    await row('Tiếp nhận').waitFor();
  });
  return Math.max(...most);
}
