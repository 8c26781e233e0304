/** Numbers of plans in texts that are being written. Pure. */

/** The number that a text gives its plan: what it quotes first; empty where it gives none. */
export const numberIn = (text: string): string => /^(?!\s*\/\/)[^"\n]*"([^"]*)"/m.exec(text)?.[1] ?? '';

/** True of a number that a template wrote and nobody has set yet. */
export const isUnset = (number: string): boolean => /^0+\//.test(number);
