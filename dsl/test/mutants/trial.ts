import { check, createLanguageService, format, translate } from '../../src/index.js';
import { meaningOf } from '../../src/format/same-meaning.js';
import { parse } from '../../src/parser/parse.js';
import { mutate, type Mutant } from './mutate.js';
import { victimOf } from './operators.js';
import { seeded, seedOf, type Random } from './random.js';
import type { Source } from './sources.js';
import { survivalOf, tasksOf } from './survival.js';

/** What many mutants have shown. */
export interface Trial {
  mutants: number;
  /** Tasks that no change has touched, and those of them that were not read any more. */
  untouched: number;
  lost: number;
  /** How often each way of spoiling was used. */
  readonly ways: Map<string, number>;
  /** Mutants that broke a promise, and which. */
  readonly failures: {
    readonly promise: string;
    readonly source: string;
    readonly how: readonly string[];
    readonly text: string;
  }[];
}

export const emptyTrial = (): Trial => ({ mutants: 0, untouched: 0, lost: 0, ways: new Map(), failures: [] });

/** What holds for every text, however spoilt; each is tried on every n-th mutant. Throws, or names what does not hold. */
interface Promised {
  readonly name: string;
  readonly every: number;
  readonly broken: (text: string, source: Source, random: Random) => boolean;
}

const OFTEN = 8;
const SELDOM = 32;
const PROMISES: readonly Promised[] = [
  { name: 'check: rules or errors, in their places', every: 1, broken: checkBroken },
  { name: 'format: a refusal leaves the text', every: OFTEN, broken: formatBroken },
  { name: 'translate: a refusal leaves the text', every: OFTEN, broken: translateBroken },
  { name: 'format: idempotent', every: SELDOM, broken: idempotenceBroken },
  { name: 'translate: there and back', every: SELDOM, broken: roundTripBroken },
  { name: 'services: answers within the text', every: SELDOM, broken: servicesBroken },
];

/** Spoils a text a number of times, and holds what comes of it to every promise. */
export function tryMutants(source: Source, count: number, trial: Trial): void {
  const victim = victimOf(source.text);
  const good = tasksOf(parse(source.text).document);
  const random = seeded(seedOf(source.text));
  for (let index = 0; index < count; index++) {
    const mutant = mutate(victim, random);
    for (const way of mutant.how) trial.ways.set(way, (trial.ways.get(way) ?? 0) + 1);
    trial.mutants += 1;
    hold(mutant, { source, random, index }, trial);
    const { untouched, lost } = survivalOf(good, mutant, tasksOf(parse(mutant.text).document));
    trial.untouched += untouched;
    trial.lost += lost;
  }
}

interface Turn {
  readonly source: Source;
  readonly random: Random;
  readonly index: number;
}

function hold({ text, how }: Mutant, { source, random, index }: Turn, { failures }: Trial): void {
  for (const [turn, { name, every, broken }] of PROMISES.entries()) {
    if ((index + turn) % every !== 0) continue;
    try {
      if (broken(text, source, random)) failures.push({ promise: name, source: source.name, how, text });
    } catch (error) {
      failures.push({ promise: `${name}: threw ${(error as Error).stack}`, source: source.name, how, text });
    }
  }
}

function checkBroken(text: string, { env }: Source): boolean {
  const { diagnostics, rules } = check(text, env);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  const isInside = diagnostics.every(({ place: { start, end } }) => 0 <= start && start <= end && end <= text.length);
  return hasErrors !== (rules === null) || !isInside;
}

function formatBroken(text: string): boolean {
  const formatted = format(text);
  return formatted.refused && formatted.text !== text;
}

function translateBroken(text: string): boolean {
  const translated = translate(text, text.length % 2 === 0 ? 'en' : 'vi');
  return translated.refused && translated.text !== text;
}

function idempotenceBroken(text: string): boolean {
  const { text: tidy } = format(text);
  return format(tidy).text !== tidy;
}

/** What is laid out, and translated whole, says the same in the other language, and comes back from home byte for byte. */
function roundTripBroken(text: string): boolean {
  const { text: tidy } = format(text);
  const there = translate(tidy, 'en');
  if (there.refused || there.untouched.length > 0) return false;
  const home = translate(there.text, 'vi');
  if (home.refused) return false;
  return meaningOf(there.text) !== meaningOf(tidy) || translate(home.text, 'en').text !== there.text;
}

function servicesBroken(text: string, { env }: Source, random: Random): boolean {
  const service = createLanguageService(env);
  const at = random(text.length + 1);
  const spans = [
    ...service.complete(text, at),
    ...service.references(text, at),
    ...service.semanticTokens(text),
    ...service.codeActions(text, { start: at, end: at }).flatMap(({ edits }) => edits),
    ...service.outline(text),
    ...[service.hover(text, at), service.definition(text, at), service.renamable(text, at)].filter((span) => span !== null),
  ];
  service.rename(text, at, '7.7');
  service.folds(text);
  return spans.some(({ start, end }) => !(0 <= start && start <= end && end <= text.length));
}
