/** After all specs, passed or failed. */
export default async function teardown() {
  await globalThis.thacTestExample?.close();
}
