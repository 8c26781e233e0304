/** Loads the example once in a run, when the first spec asks for it; `example-folder.ts` copies what that left. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';

const LAUNCHER = path.resolve(import.meta.dirname, '../../apps/cli/bin/thac.mjs');

export default async function setup() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'thac-example-'));
  await chmod(folder, 0o755); // the server of the example runs as another user where we are root
  const data = path.join(folder, 'data');
  let loaded;
  const asked = createServer(async (_, response) => {
    const { code, said } = await (loaded ??= load(data));
    response.writeHead(code === 0 ? 200 : 500).end(code === 0 ? data : said);
  });
  await once(asked.listen(0, '127.0.0.1'), 'listening');
  process.env.THAC_TEST_EXAMPLE = `http://127.0.0.1:${asked.address().port}`;
  globalThis.thacTestExample = {
    close: async () => {
      asked.close();
      await loaded;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the program as people do, and stops it with Ctrl-C once it is ready. */
async function load(data) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, 'start', '--port', '0', '--data', data], { env: { PATH, HOME, TMPDIR } });
  let [said, isReady] = ['', false];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more) => {
      said += more;
      if (!isReady && /Ready after/.test(said)) isReady = child.kill('SIGINT');
    });
  const [code] = await once(child, 'close');
  return { code, said };
}
