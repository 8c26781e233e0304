import { randomBytes } from 'node:crypto';
import { loadTypeScript } from '../postgres/load-typescript.mjs';

/** Before all specs on the cluster: says what they run on. `libs/testing` makes their databases there. */
export default async function setup() {
  const { clusterFacts } = await loadTypeScript('libs/testing/src/citus.ts');
  process.env.THAC_TEST_RUN ??= randomBytes(4).toString('hex');
  const { citus, postgres, holders, nodes } = await clusterFacts(process.env.THAC_CITUS_URL);
  console.log(`\nCitus ${citus} on PostgreSQL ${postgres}: ${nodes.join(', ')}; ${holders} of them hold data.`);
}
