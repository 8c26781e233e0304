import { type StuckUnitPlan, StuckUnitPlans } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { styled, type Terminal } from '../terminal.js';
import type { Run } from '../verb.js';

/** `thac clock stuck`. */
export const runStuck: Run = async (typed, terminal) => {
  const stuck = await withOwnDatabase(typed, terminal, ({ pool }) => new StuckUnitPlans(pool).list());
  if (typed.flag('json')) terminal.out(JSON.stringify(stuck, null, 2));
  else for (const line of stuckLines(stuck, terminal)) terminal.out(line);
  return EXIT.ok;
};

/** `thac clock retry [TENANT [STREAM]]`. */
export const runRetryStuck: Run = async (typed, terminal) => {
  const [tenant, stream] = typed.words;
  const count = await withOwnDatabase(typed, terminal, ({ pool }) => new StuckUnitPlans(pool).retry({ tenant, stream }));
  const said = {
    vi: `${count} kế hoạch đơn vị sẽ được đồng hồ xử lý lại.`,
    en: `The clock will deal again with ${count} unit plans.`,
  };
  terminal.out(typed.flag('json') ? JSON.stringify({ retried: count }) : said[terminal.language]);
  return EXIT.ok;
};

/** How many there are; then two lines for each: which it is and since when it has been due, and what it fails with. */
export function stuckLines(stuck: readonly StuckUnitPlan[], terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const head = { vi: `Kế hoạch đơn vị để riêng: ${stuck.length}`, en: `Unit plans set aside: ${stuck.length}` };
  return [
    head[language],
    ...stuck.flatMap(({ tenant, stream, at, reason }) => [
      `${styled(`${tenant} ${stream}`, 'bold', terminal)} · ${{ vi: 'đến hạn', en: 'due' }[language]} ${at}`,
      styled(`  ${reason}`, 'red', terminal),
    ]),
  ];
}
