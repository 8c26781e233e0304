import { loadTypeScript } from '../postgres/load-typescript.mjs';

/** After all specs on the cluster: drops what failures left behind. */
export default async function teardown() {
  const { dropCitusDatabases } = await loadTypeScript('libs/testing/src/citus.ts');
  const dropped = await dropCitusDatabases(process.env.THAC_CITUS_URL, `thac_test_${process.env.THAC_TEST_RUN}_`);
  if (dropped.length > 0) console.log(`Dropped: ${dropped.join(', ')}`);
}
