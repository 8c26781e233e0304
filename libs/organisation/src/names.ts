const MISPLACED_TONE = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g;
const TONED_FIRST: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};

/**
 * The form in which names are compared: lower case, NFC, one space between words, any dash as `-` without spaces around it,
 * straight apostrophes, no zero-width characters, and the tone mark of `oa`, `oe`, `uy` on the first vowel (`hoà` = `hòa`,
 * `uỷ` = `ủy`). A key, never shown: in closed syllables the mark stands where nobody would write it.
 */
export const foldName = (name: string): string =>
  name
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(MISPLACED_TONE, (pair) => TONED_FIRST[pair] ?? pair);
