import { type ProblemCode, WORDING, type Wording } from './wording.js';

/** What is wrong with data that someone gave, where, and how to mend it. A value, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  /** JSON Pointer (RFC 6901) into the data as it was given; empty for the whole. */
  readonly path: string;
  readonly message: Wording;
  readonly mend: Wording;
}

/** What a wording speaks of: one text for both languages, or one for each. */
export type Facts = Readonly<Record<string, string | number | Wording>>;

/** Problems told one by one; past these, only how many more there are. */
export const MAX_PROBLEMS = 1_000;

/** Collects problems in the order in which they are met. */
export class Problems {
  readonly #found: Problem[] = [];
  #untold = 0;

  /** A path that costs something to make is given as a function: past the limit nobody asks. */
  add(code: ProblemCode, path: string | (() => string), facts: Facts = {}): void {
    if (this.#found.length < MAX_PROBLEMS) this.#found.push(problem(code, typeof path === 'string' ? path : path(), facts));
    else this.#untold += 1;
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  /** All of them; where there were too many, the last one says how many are left out. */
  list(): readonly Problem[] {
    return this.#untold === 0 ? [...this.#found] : [...this.#found, problem('data.more-problems', '', { count: this.#untold })];
  }
}

/** A pointer one step deeper, the step escaped as RFC 6901 wants it. */
export const pointer = (path: string, step: string | number): string =>
  `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function problem(code: ProblemCode, path: string, facts: Facts): Problem {
  const { message, mend } = WORDING[code];
  return { code, path, message: fill(message, facts), mend: fill(mend, facts) };
}

const fill = (text: Wording, facts: Facts): Wording => ({ vi: fillIn(text.vi, 'vi', facts), en: fillIn(text.en, 'en', facts) });

const fillIn = (text: string, language: keyof Wording, facts: Facts): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return slot;
    return shortened(typeof fact === 'object' ? fact[language] : String(fact));
  });

/** User text in a message stays readable however long it is. */
const shortened = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);
