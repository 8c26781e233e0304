import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';

/** Where Linux distributions and other systems put a Chromium of theirs. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const UNPACK_MS = 60_000;
const FILES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
/** Unpacks into the folder for temporary files. */
const UNPACK =
  "import { inflate } from '@sparticuz/chromium'; await Promise.all(process.argv.slice(1).map((file) => inflate(file)));";
const run = promisify(execFile);

/** A program to start, and what it needs of the environment. */
interface Program {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A Chromium of its own, without a window: the one that THAC_CHROMIUM names, else one that is installed, else the one that comes
 * with the dependencies (Linux on x64), which needs nothing but the C library. Works as root and as any user, without a network.
 * Close it in `afterAll`.
 * @throws Error where the system has none and the packed one cannot run on it
 */
export async function browser(): Promise<Browser> {
  const { executablePath, env } = await program();
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env, ...env } });
}

async function program(): Promise<Program> {
  const named = process.env['THAC_CHROMIUM'];
  if (named === 'packed') return packed();
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  for (const executablePath of INSTALLED) if (await isExecutable(executablePath)) return { executablePath, env: {} };
  return packed();
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Unpacks the browser once for each user and version (200 MB), beside where it shall be, so that nobody meets half of it. */
async function packed(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium found. Install one, or set THAC_CHROMIUM to the path of its program.');
  const home = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(tmpdir(), `thac-chromium-${version}-${userInfo().uid}`);
  if (!(await isOurs(folder))) await unpack(home, folder);
  const env = {
    LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    HOME: folder,
  };
  return { executablePath: path.join(folder, 'chromium'), env };
}

/** Where all may write, somebody else may have put a program under our name. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (found && found.uid !== userInfo().uid)
    throw new Error(`${folder} belongs to somebody else. Remove it, or set THAC_CHROMIUM.`);
  return found !== undefined;
}

async function unpack(home: string, folder: string): Promise<void> {
  const beside = await mkdtemp(`${folder}-`);
  const files = FILES.map((file) => path.join(home, 'bin', file));
  const env = { ...process.env, TMPDIR: beside };
  await run(process.execPath, ['--input-type=module', '-e', UNPACK, ...files], { cwd: home, env, timeout: UNPACK_MS });
  await mkdir(path.join(beside, 'font-cache'));
  await writeFile(path.join(beside, 'fonts.conf'), fontsOf(folder));
  await rename(beside, folder).catch(async (error: unknown) => {
    await rm(beside, { recursive: true, force: true });
    if (!(await isOurs(folder))) throw error; // else another process was faster
  });
}

/** The package's own list of fonts names a folder that is not ours. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
