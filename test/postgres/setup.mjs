import { openTestServer } from './server.mjs';

/** Before all specs that need PostgreSQL; `libs/testing` makes their databases on the server found here. */
export default async function setup() {
  const server = await openTestServer();
  globalThis.thacTestServer = server;
  process.env.THAC_TEST_SERVER = server.url;
  process.env.THAC_TEST_RUN = server.run;
  process.env.THAC_TEST_ROLES = JSON.stringify(server.roles);
}
