import { readdirSync } from 'node:fs';
import path from 'node:path';
import { logReader, recompute } from '#workflow';
import { liveThrough } from './explained.js';

/*
 * node dist/test/audit/recompute-all.js [EXAMPLE…]: lives through the year of each example, and recomputes every event that the engine
 * caused in it. Exit code 1 where one differs.
 */
const examples = path.resolve(import.meta.dirname, '../../../examples');
const all = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all.map(({ name }) => name);
for (const name of wanted) {
  const { events, tenant, end } = await liveThrough(path.join(examples, name));
  const { recomputed, acts, difference } = await recompute(logReader(events), tenant, { until: end });
  console.log(
    `${name}: ${events.length} events, ${recomputed} recomputed, ${acts} acts hold: ${difference?.said.en ?? 'no difference'}`,
  );
  if (difference) process.exitCode = 1;
}
