import { check, compile, type CheckEnv } from '#dsl';
import { workingCalendar, type LocalDate } from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot, VIETNAM_CALENDAR } from '#organisation';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { median } from '../benchmark.js';
import { contentOf, type Content } from './content.js';
import { langiumParse } from './langium-subset.js';
import { peggyParse } from './peggy-subset.js';

const ROUNDS = 9;

/** The work of a case, prepared: what is called over and over is only the reading of the text. */
const CASES: Readonly<Record<string, (content: Content) => Promise<() => unknown>>> = {
  json:
    async ({ json }) =>
    () =>
      JSON.parse(json),
  editor: async ({ text }) => {
    const env = environment();
    return () => accepted(check(text, env).diagnostics.filter(({ severity }) => severity === 'error').length === 0);
  },
  compile: async ({ text }) => {
    const env = environment();
    return () => accepted(compile(text, env) !== null);
  },
  peggy: async ({ text }) => {
    const parse = peggyParse();
    return () => parse(text);
  },
  langium: async ({ text }) => {
    const parse = await langiumParse();
    return () => parse(text);
  },
};

function accepted(isAccepted: boolean): void {
  if (!isAccepted) throw new Error('the measured text does not check');
}

function environment(): CheckEnv {
  const file = path.join(import.meta.dirname, '../../../../examples/lao-cai-2022/organisation.json');
  const read = readOrganisationFile(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error('the example’s organisation does not read');
  const directory = snapshot(foldOrganisation(read.events), '2022-06-30' as LocalDate);
  return { directory, calendar: workingCalendar(VIETNAM_CALENDAR) };
}

/** Median milliseconds of one case, in this process alone: `node case.js NAME BYTES`. */
async function main([name = '', bytes = '']: readonly string[]): Promise<void> {
  const prepare = CASES[name];
  if (!prepare) throw new Error(`no case ${name}`);
  const work = await prepare(contentOf(Number(bytes)));
  for (let warmUp = 0; warmUp < 3; warmUp++) work();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    took.push(performance.now() - start);
  }
  console.log(JSON.stringify({ ms: median(took) }));
}

await main(process.argv.slice(2));
