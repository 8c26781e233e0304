/**
 * One spelling for comparison. The text itself is never changed: offsets stay those of the source.
 */

/** Both ways of placing a tone mark (`hoá`/`hóa`, `uỷ`/`ủy`) become the older one, as the vocabulary writes it. */
const TONE_PLACES: readonly (readonly [string, string])[] = [
  ...pairs('oà oá oả oã oạ', 'òa óa ỏa õa ọa'),
  ...pairs('oè oé oẻ oẽ oẹ', 'òe óe ỏe õe ọe'),
  ...pairs('uỳ uý uỷ uỹ uỵ', 'ùy úy ủy ũy ụy'),
];
const NEW_PLACE = new Map(TONE_PLACES);
/** Words written with i or y alike. */
const I_OR_Y = new Map([
  ['kì', 'kỳ'],
  ['quí', 'quý'],
  ['qúy', 'quý'],
  ['qui', 'quy'],
]);

const MEMO = new Map<string, string>();
const MEMO_LIMIT = 20_000;

function pairs(from: string, to: string): [string, string][] {
  const targets = to.split(' ');
  return from.split(' ').map((word, index) => [word, targets[index] ?? word]);
}

/** Case, composition, tone placement and i/y folded: what the phrase trie is keyed by. */
export function foldWord(word: string): string {
  const known = MEMO.get(word);
  if (known !== undefined) return known;
  const folded = computeFold(word);
  if (MEMO.size < MEMO_LIMIT) MEMO.set(word, folded);
  return folded;
}

function computeFold(word: string): string {
  const lower = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const variant = I_OR_Y.get(lower);
  if (variant !== undefined) return variant;
  const place = lower.startsWith('qu') ? undefined : NEW_PLACE.get(lower.slice(-2));
  return place === undefined ? lower : lower.slice(0, -2) + place;
}

/** A name for comparison: composed, lower case, single spaces, tone marks placed alike. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .split(/[\s\u200b\ufeff]+/)
    .filter((word) => word !== '')
    .map(foldWord)
    .join(' ');

/** Without tone marks and diacritics, `đ` as `d`: what a person types in haste. */
export const stripMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
