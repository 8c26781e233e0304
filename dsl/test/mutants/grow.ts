import { check, createLanguageService, format, translate } from '../../src/index.js';
import { lex } from '../../src/lexer/lex.js';
import { env } from '../texts.js';
import { mutate } from './mutate.js';
import { victimOf } from './operators.js';
import { oneOf, seeded, seedOf } from './random.js';
import { SHAPES, shaped } from './shapes.js';
import { sources } from './sources.js';
import { WorkCounter } from './work.js';

/** What is done to every text. */
const ACTS: Readonly<Record<string, (text: string) => void>> = {
  check: (text) => check(text, env),
  format: (text) => format(text),
  translate: (text) => translate(text, 'en'),
  complete: (text) => createLanguageService(env).complete(text, text.length),
};

const SMALL = 50;
/** How much longer a text becomes. */
export const TIMES = 8;
const SAMPLE = 40;

/** By how much the work grew for a text eight times as long. */
export interface Grown {
  readonly name: string;
  readonly factor: number;
}

async function growthOf(shape: string, counter: WorkCounter): Promise<readonly Grown[]> {
  const grown: Grown[] = [];
  for (const [name, act] of Object.entries(ACTS)) {
    act(shaped(shape, 2 * SMALL)); // works out what is worked out once for all texts
    const once = await counter.count(() => act(shaped(shape, SMALL)));
    grown.push({ name: `${shape}: ${name}`, factor: (await counter.count(() => act(shaped(shape, TIMES * SMALL)))) / once });
  }
  return grown;
}

async function growthOfMutants(counter: WorkCounter): Promise<readonly Grown[]> {
  const random = seeded(seedOf('longer'));
  const all = sources();
  const grown: Grown[] = [];
  for (let index = 0; index < SAMPLE; index++) {
    const { text } = mutate(victimOf(oneOf(all, random).text), random);
    const work = (times: number): Promise<number> => counter.count(() => void check(`${text}\n`.repeat(times), env));
    await work(2);
    const once = await work(1);
    grown.push({ name: text, factor: (await work(TIMES)) / once });
  }
  return grown;
}

/** Work that does grow faster: it must be seen to. */
async function growthBackAndForth(counter: WorkCounter): Promise<number> {
  const backAndForth = (text: string): void => {
    for (let at = 0; at < text.length; at += 100) lex(text.slice(at));
  };
  const once = await counter.count(() => backAndForth(shaped('tasks only', SMALL)));
  return (await counter.count(() => backAndForth(shaped('tasks only', TIMES * SMALL)))) / once;
}

/** What this process prints: counting needs one in which little else was compiled. */
export interface Growth {
  readonly shapes: readonly Grown[];
  readonly mutants: readonly Grown[];
  readonly backAndForth: number;
}

async function main(): Promise<void> {
  const counter = await WorkCounter.start();
  const shapes: Grown[] = [];
  for (const shape of Object.keys(SHAPES)) shapes.push(...(await growthOf(shape, counter)));
  const growth: Growth = { shapes, mutants: await growthOfMutants(counter), backAndForth: await growthBackAndForth(counter) };
  await counter.stop();
  console.log(JSON.stringify(growth));
}

await main();
