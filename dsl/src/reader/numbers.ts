import { phrases, type Text } from './tokens.js';

/** A value read, and the index after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

const DIGITS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((word) => phrases(word));
const LAST_DIGITS = ['một|mốt', 'hai', 'ba', 'bốn|tư', 'lăm|nhăm', 'sáu', 'bảy', 'tám', 'chín'].map((word) => phrases(word));
const TEN = phrases('mười');
const TENS = phrases('mươi');
const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  l: 1,
  ll: 2,
  lll: 3,
  lv: 4,
  lii: 3,
  ill: 3,
  il: 2,
  li: 2,
};
/** Unmarked words that are words of their own: `sau` is "after" before it is a misspelt six. */
const NOT_BARE = new Set(['nam', 'sau', 'tu', 'mot']);

function digitAt(text: Text, at: number, words: typeof DIGITS): number {
  if (NOT_BARE.has(text.at(at).key)) return 0;
  return words.findIndex((word) => text.after(at, word) > 0) + 1;
}

/** A number in words, 1 to 99. */
export function readWordNumber(text: Text, at: number): Read<number> | undefined {
  const afterTen = text.after(at, TEN);
  if (afterTen) {
    const unit = digitAt(text, afterTen, LAST_DIGITS);
    return unit ? { value: 10 + unit, next: afterTen + 1 } : { value: 10, next: afterTen };
  }
  const digit = digitAt(text, at, DIGITS);
  if (digit === 0) return undefined;
  const afterTens = text.after(at + 1, TENS);
  if (!afterTens) return { value: digit, next: at + 1 };
  const unit = digitAt(text, afterTens, LAST_DIGITS);
  return { value: digit * 10 + unit, next: unit ? afterTens + 1 : afterTens };
}

/** A number in digits or in words; the words in brackets after the digits, `05 (năm)`, are passed over. */
export function readNumber(text: Text, at: number): Read<number> | undefined {
  if (text.at(at).kind !== 'number') return readWordNumber(text, at);
  const { value } = text.at(at);
  if (!text.isSign(at + 1, '(')) return { value, next: at + 1 };
  const inWords = readWordNumber(text, at + 2);
  return inWords && text.isSign(inWords.next, ')') ? { value, next: inWords.next + 1 } : { value, next: at + 1 };
}

const QUARTER_WORDS = ['một|nhất', 'hai', 'ba', 'bốn|tư'].map((word) => phrases(word));

/** The number of a quarter: Roman, Arabic or a word. A number that no quarter has gives 0. */
export function readQuarterNumber(text: Text, at: number): Read<number> | undefined {
  const token = text.at(at);
  if (token.kind === 'number') return { value: token.value >= 1 && token.value <= 4 ? token.value : 0, next: at + 1 };
  const roman = ROMAN[token.key];
  if (roman !== undefined) return { value: roman, next: at + 1 };
  if (/^[ivx]+$/.test(token.key)) return { value: 0, next: at + 1 };
  const word = QUARTER_WORDS.findIndex((words) => text.after(at, words) > 0);
  return word < 0 ? undefined : { value: word + 1, next: at + 1 };
}
