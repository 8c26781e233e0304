import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { LAYERS } from '../architecture/layers.js';
import { type Lock, supplyFaults } from './licences.js';

const USAGE = `usage: npm run sbom -- [--out FILE] [--production]
  --out         file for the CycloneDX 1.5 JSON | tệp nhận CycloneDX 1.5 JSON (dist/sbom.cdx.json)
  --production  only what is needed to run | chỉ những gói cần để chạy`;

/** Packages that the web application is made of. */
export const BUNDLED: readonly string[] = (LAYERS.find(({ folder }) => folder === 'apps/web')?.packages ?? []).map((name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/'),
);

/** Those of the lock file whose names fit, `*` for any end. */
export const bundledIn = ({ packages }: Lock): readonly string[] =>
  Object.keys(packages)
    .map((place) => place.replace(/^node_modules\//, ''))
    .filter((name) => BUNDLED.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each)));

/** CycloneDX of what is installed, from the files on this machine alone. */
export async function sbomOf(folder: string, isProduction: boolean): Promise<string> {
  const wanted = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', ...(isProduction ? ['--omit', 'dev'] : [])];
  const { npm_execpath: npm } = process.env;
  const [program, ...start] = npm ? [process.execPath, npm] : ['npm'];
  const ran = await promisify(execFile)(program ?? 'npm', [...start, ...wanted], { cwd: folder, maxBuffer: 64 * 2 ** 20 });
  return ran.stdout;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = {
    out: { type: 'string' },
    production: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
  const faults = supplyFaults(lock, bundledIn(lock));
  for (const fault of faults) console.error(fault);
  const text = await sbomOf('.', values.production);
  const file = path.resolve(values.out ?? 'dist/sbom.cdx.json');
  await writeFile(file, text);
  const { components } = JSON.parse(text) as { components: readonly unknown[] };
  console.log(`${file}: ${components.length} gói · packages`);
  const said = `${faults.length} vi phạm giấy phép hoặc mã kiểm tra · breaches of licences or hashes`;
  console.log(said);
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
