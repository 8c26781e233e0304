/** One word, number or sign of a phrase. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'end';
  /** What words are compared by: lower case, composed, tone mark apart, slips of the keyboard mended. */
  readonly key: string;
  /** Without any mark. */
  readonly bare: string;
  /** Value of a number, else NaN. */
  readonly value: number;
  readonly digits: number;
}

const END: Token = { kind: 'end', key: '', bare: '', value: Number.NaN, digits: 0 };
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const PIECES = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{M}]/gu;
/** Emphasis and quotes say nothing about time. */
const SILENT = /[*_"“”«»'’‘`´]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const DASHES = /[‐‑‒–—―−﹣－]/g;
/** Words that are written in several ways, by key. */
const SPELLINGS = new Map(
  Object.entries({
    'qui+´': 'quy+´',
    qui: 'quy',
    'ki+`': 'ky+`',
    kƕ: 'ky+`',
    'hang+`': 'hăng+`',
    mung: 'mông+`',
    'mung+`': 'mông+`',
  }),
);
const TONE_SIGN: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0303': '~',
  '\u0309': '?',
  '\u0323': '.',
};
/** Two words run together by haste. */
const GLUED = new Map(
  ['trước ngày', 'trước tháng', 'trong tháng', 'trong năm', 'trong quý', 'hằng năm', 'hằng tháng', 'hằng quý', 'hằng tuần']
    .concat(['hằng ngày', 'thường xuyên', 'định kỳ', 'chậm nhất', 'đến ngày', 'từ ngày', 'kể từ', 'đến hết', 'hàng năm'])
    .map((pair): [string, string[]] => [wordKey(pair.replace(' ', '')), pair.split(' ')]),
);

/**
 * The key of one word. A tone mark counts wherever it is put (`hoà`, `hòa`, `trứơc`), `ưo` and `uơ` count as `ươ`,
 * `ð` as `đ`, and words of two accepted spellings (`quí`/`quý`, `hàng`/`hằng`, `kì`/`kỳ`) have one key.
 */
export function wordKey(word: string): string {
  const apart = word.toLowerCase().replaceAll('ð', 'đ').normalize('NFD');
  const tone = apart.match(TONES)?.at(-1);
  const base = apart.replace(TONES, '').normalize('NFC').replaceAll('ưo', 'ươ').replaceAll('uơ', 'ươ');
  const key = tone === undefined ? base : `${base}+${TONE_SIGN[tone]}`;
  return SPELLINGS.get(key) ?? key;
}

/** A word without its marks. */
const bareWord = (word: string): string => word.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/[đð]/g, 'd');

const bareKey = (key: string): string => bareWord(key.length > 2 && key.at(-2) === '+' ? key.slice(0, -2) : key);

function wordTokens(word: string): Token[] {
  const key = wordKey(word);
  const parts = GLUED.get(key);
  if (parts) return parts.flatMap(wordTokens);
  return [{ kind: 'word', key, bare: bareKey(key), value: Number.NaN, digits: 0 }];
}

function toTokens(piece: string): Token[] {
  if (/^\d/.test(piece)) return [{ kind: 'number', key: piece, bare: piece, value: Number(piece), digits: piece.length }];
  if (/^\p{L}/u.test(piece)) return wordTokens(piece);
  return [{ kind: 'sign', key: piece, bare: piece, value: Number.NaN, digits: 0 }];
}

/** The phrase in pieces; what is only spacing, quoting or emphasis is gone. */
export function tokenise(phrase: string): readonly Token[] {
  const plain = phrase
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SILENT, ' ')
    .replace(DASHES, '-')
    .replace(/->|=>|→/g, '→');
  return (plain.match(PIECES) ?? []).flatMap(toTokens);
}

/** A fixed wording, ready to compare. */
export type Phrase = readonly { readonly key: string; readonly bare: string; readonly exact: boolean }[];

/** Fixed wordings that mean the same to a reader, found by their first word; of one first word the longest comes first. */
export interface Wordings {
  readonly byKey: ReadonlyMap<string, readonly Phrase[]>;
  /** Those whose first word may be typed without its marks. */
  readonly byBare: ReadonlyMap<string, readonly Phrase[]>;
}

/** Fixed wordings from `a b|c d`. */
export function phrases(alternatives: string): Wordings {
  const all = alternatives
    .split('|')
    .map((wording) => wording.trim().split(' ').map(toElement))
    .sort((a, b) => b.length - a.length);
  return {
    byKey: Map.groupBy(all, ([first]) => first?.key ?? ''),
    byBare: Map.groupBy(
      all.filter(([first]) => first?.exact === false),
      ([first]) => first?.bare ?? '',
    ),
  };
}

function toElement(word: string): Phrase[number] {
  const key = wordKey(word);
  return { key, bare: bareKey(key), exact: bareWord(word) === word };
}

/** After "quy" these make a rule, a process, a scale of it ("quy định"): it is not "quý" typed without its mark. */
const AFTER_QUY = new Set('dinh che trinh hoach mo uoc doi tac luat trach'.split(' '));

/** Words passed over at once: more would make reading quadratic, and no phrase that means anything has them. */
export const LONGEST_RUN = 8;

/** The phrase as readers see it: tokens by index, and questions about what stands where. */
export class Text {
  constructor(readonly tokens: readonly Token[]) {}

  at(index: number): Token {
    return this.tokens[index] ?? END;
  }

  /** The index after the longest of these wordings that stands here, or 0. */
  after(index: number, { byKey, byBare }: Wordings): number {
    const token = this.at(index);
    const exact = this.longest(index, byKey.get(token.key));
    const isUnmarked = token.kind === 'word' && token.key === token.bare;
    return isUnmarked ? Math.max(exact, this.longest(index, byBare.get(token.bare))) : exact;
  }

  private longest(index: number, candidates: readonly Phrase[] = []): number {
    const found = candidates.find((phrase) => phrase.every((element, offset) => this.matches(index + offset, element)));
    return found ? index + found.length : 0;
  }

  /** The index after any of these wordings that follow each other; the index itself where none stands here. */
  skip(index: number, wordings: Wordings): number {
    let at = index;
    for (let count = 0; count < LONGEST_RUN; count++) {
      const next = this.after(at, wordings);
      if (next === 0) return at;
      at = next;
    }
    return at;
  }

  isSign(index: number, signs: string): boolean {
    const token = this.at(index);
    return token.kind === 'sign' && signs.includes(token.key);
  }

  isNumber(index: number, from: number, to: number): boolean {
    const { kind, value } = this.at(index);
    return kind === 'number' && value >= from && value <= to;
  }

  /** A number of at most this many digits. */
  isShort(index: number, digits: number): boolean {
    const token = this.at(index);
    return token.kind === 'number' && token.digits <= digits;
  }

  /** A four-digit year. */
  isYear(index: number): boolean {
    return this.at(index).digits === 4 && this.isNumber(index, 1900, 2200);
  }

  /** A word typed without marks stands for the marked one, unless it is a word of its own in the wording asked for. */
  private matches(index: number, element: Phrase[number]): boolean {
    const token = this.at(index);
    if (token.key === element.key) return token.kind !== 'end';
    if (element.exact || token.kind !== 'word' || token.key !== token.bare || token.bare !== element.bare) return false;
    return token.key !== 'quy' || !AFTER_QUY.has(this.at(index + 1).bare);
  }
}
