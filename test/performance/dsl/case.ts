import { check, compile, parse, type CheckEnv } from '#dsl';
import { workingCalendar, type LocalDate } from '#engine';
import { foldOrganisation, readOrganisationFile, snapshot, VIETNAM_CALENDAR } from '#organisation';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { median } from '../benchmark.js';
import { contentOf, type Content } from './content.js';
import { langiumParse } from './langium-subset.js';
import { peggyParse } from './peggy-subset.js';

const WARM_UP = 12;
const ROUNDS = 15;

/** The work of a case, prepared: what is called over and over is only the reading of the text. */
const CASES: Readonly<Record<string, (content: Content) => Promise<() => unknown>>> = {
  content:
    async ({ json }) =>
    () =>
      JSON.parse(json),
  tree: async ({ text }) => {
    const json = JSON.stringify(parse(text).document);
    return () => JSON.parse(json);
  },
  read:
    async ({ text }) =>
    () =>
      accepted(parse(text).document.items.length > 0),
  editor: async ({ text }) => {
    const env = environment();
    return () => accepted(check(text, env).diagnostics.every(({ severity }) => severity !== 'error'));
  },
  keystroke: async ({ text }) => {
    const env = environment();
    const typed = typing(text);
    return () => accepted(check(typed(), env).rules !== null);
  },
  compile: async ({ text }) => {
    const env = environment();
    return () => accepted(compile(text, env) !== null);
  },
  peggy: async ({ text }) => {
    const read = peggyParse();
    return () => read(text);
  },
  langium: async ({ text }) => {
    const read = await langiumParse();
    return () => read(text);
  },
};

/** A text in the middle of which one letter more is typed at every call, into a title: no two texts are the same. */
function typing(text: string): () => string {
  const at = text.indexOf(' của kế hoạch', text.length / 2);
  let typed = 0;
  return () => `${text.slice(0, at)}${'x'.repeat(++typed)}${text.slice(at)}`;
}

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

/** Processor milliseconds of the process: unlike the clock's, a busy machine hardly stretches them. */
function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Median milliseconds of one case, in this process alone: `node case.js NAME BYTES`. */
async function main([name = '', bytes = '']: readonly string[]): Promise<void> {
  const prepare = CASES[name];
  if (!prepare) throw new Error(`no case ${name}`);
  const work = await prepare(contentOf(Number(bytes)));
  for (let round = 0; round < WARM_UP; round++) work();
  const took = Array.from({ length: ROUNDS }, () => cpuTime(work));
  console.log(JSON.stringify({ ms: median(took) }));
}

await main(process.argv.slice(2));
