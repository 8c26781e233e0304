/** What a character is to the scanner. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** A sign that means something: `"`, `[`, `:`. */
export const SIGN = 4;
/** Anything else. */
export const OTHER = 0;

/** Letters of words, as part of a character class. Combining marks to the dot below spell Vietnamese as well. */
export const LETTERS = 'A-Za-zÀ-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ\\u0300-\\u0323';

const CLASSES: readonly (readonly [number, RegExp])[] = [
  [SPACE, /[\s\u200b-\u200d\u2060\ufeff]/],
  [LETTER, new RegExp(`[${LETTERS}]`)],
  [DIGIT, /\d/],
  [SIGN, /["“”[:;,%/]/],
];

const classify = (code: number): number => CLASSES.find(([, pattern]) => pattern.test(String.fromCharCode(code)))?.[0] ?? OTHER;

/** The last space of the table; beyond it there is nothing but the byte order mark. */
const LAST = 0x3000;
const TABLE = Uint8Array.from({ length: LAST + 1 }, (_, code) => classify(code));

/** What a UTF-16 unit is: {@link SPACE}, {@link LETTER}, {@link DIGIT}, {@link SIGN} or {@link OTHER}. */
export const classOf = (code: number): number => (code <= LAST ? (TABLE[code] as number) : classify(code));
