import { randomBytes } from 'node:crypto';
import { loadTypeScript } from '../postgres/load-typescript.mjs';
import { makeTestRoles } from '../postgres/server.mjs';

/** Before all specs on the cluster: says what they run on. `libs/testing` makes their databases there. */
export default async function setup() {
  const { clusterFacts } = await loadTypeScript('libs/testing/src/citus.ts');
  process.env.THAC_TEST_RUN ??= randomBytes(4).toString('hex');
  process.env.THAC_TEST_ROLES = JSON.stringify(await makeTestRoles(process.env.THAC_CITUS_URL, process.env.THAC_TEST_RUN));
  const { citus, postgres, holders, nodes } = await clusterFacts(process.env.THAC_CITUS_URL);
  console.log(`\nCitus ${citus} on PostgreSQL ${postgres}: ${nodes.join(', ')}; ${holders} of them hold data.`);
}
