import type { Bilingual } from '#contracts';
import type { Terminal } from './terminal.js';

/** An option of a verb. Every verb also knows `--language` and `--help`. */
export interface VerbOption {
  readonly type: 'boolean' | 'string';
  /** What its value stands for, as help writes it: `PORT`. */
  readonly value?: string;
  readonly text: Bilingual;
}

/** What was typed after a verb, once it has been understood. */
export interface Typed {
  readonly words: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
}

export type Run = (typed: Typed, terminal: Terminal) => Promise<number>;

/** A verb of the command line: what help shows, and where its work is loaded from when it is used. */
export interface Verb {
  /** `plan tree` has two words. */
  readonly name: string;
  readonly usage: string;
  readonly text: Bilingual;
  /** What its word may be, as help lists it. */
  readonly choices?: readonly (readonly [word: string, text: Bilingual])[];
  readonly options: Readonly<Record<string, VerbOption>>;
  /** Least and most words after the verb. */
  readonly words: readonly [least: number, most: number];
  readonly load: () => Promise<Run>;
}
