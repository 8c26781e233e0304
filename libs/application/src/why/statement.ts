import type { Bilingual } from '#contracts';
import type { AnyStatement, Code, Evidence } from './explanation.js';
import { SAYINGS, type Facts } from './words/facts.js';

/** What a statement stands on; what is missing is left out. */
export interface Grounds {
  readonly evidence?: readonly (Evidence | undefined)[];
  readonly because?: readonly (AnyStatement | undefined | null)[];
}

/** A statement with its sentences. */
export function say<C extends Code>(code: C, facts: Facts[C], { evidence = [], because = [] }: Grounds = {}): AnyStatement {
  return {
    code,
    facts,
    text: begun(SAYINGS[code](facts)),
    evidence: evidence.filter((each) => each !== undefined),
    because: because.filter((each) => each !== undefined && each !== null),
  } as unknown as AnyStatement;
}

/** With a capital. */
const begun = ({ vi, en }: Bilingual): Bilingual => ({ vi: capital(vi), en: capital(en) });
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
