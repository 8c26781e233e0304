import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { EntryFault } from './entry-fault.js';
import { weaknessOf } from './passwords.js';

/** Words that people here build passwords of, beside the library's list of common and breached ones. */
const HERE = [
  'anhyeuem',
  'emyeuanh',
  'chaomung',
  'coquan',
  'danang',
  'hanoi',
  'hochiminh',
  'huyen',
  'khongbiet',
  'matkhau',
  'nguyen',
  'phuong',
  'quantri',
  'saigon',
  'tinh',
  'thac',
  'ubnd',
  'uybannhandan',
  'vanthu',
  'vietnam',
  'xinchao',
];
/** Of zxcvbn's five grades (0 to 4), the least that is taken: more than 10^8 guesses. */
const LEAST = 3;
/** Characters that are weighed: the work grows with their square, and nobody needs more to be safe. */
const WEIGHED = 32;

let known: Promise<ZxcvbnFactory> | undefined;

/** Its lists are read when the first password is weighed: no start waits for them. */
async function readLists(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Whether a password is one of those that were breached or are common, or can be guessed from them, from a row of keys, a date or the
 * account's name. Takes some milliseconds of this process.
 */
export async function isGuessable(password: string, name: string): Promise<boolean> {
  known ??= readLists();
  return (await known).check(password.normalize('NFC').slice(0, WEIGHED), [...HERE, name]).score < LEAST;
}

/** @throws EntryFault `account.password-weak`, `account.password-common` */
export async function expectGoodPassword(password: string, name: string): Promise<void> {
  if (weaknessOf(password, name)) throw new EntryFault('account.password-weak');
  if (await isGuessable(password, name)) throw new EntryFault('account.password-common');
}
