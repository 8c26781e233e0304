const SPACES = /[\s\u200b-\u200d\u2060\ufeff]+/g;

/** Composed, with single spaces: two ways of typing one text give one value. */
export const tidy = (text: string): string => (isTidy(text) ? text : text.normalize('NFC').replace(SPACES, ' ').trim());

const SPACE = 0x20;
const DELETE = 0x7f;
const NO_BREAK_SPACE = 0xa0;
/** Below the first combining mark every character is composed already. */
const FIRST_MARK = 0x300;

/** True where it is plain to see that there is nothing to do: Latin and Vietnamese letters, signs, single spaces within. */
function isTidy(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE ? before === SPACE : !isPlain(code)) return false;
    before = code;
  }
  return before !== SPACE || text.length === 0;
}

/** A composed letter or a sign, and no space of any kind. */
const isPlain = (code: number): boolean =>
  code < FIRST_MARK
    ? code > SPACE && (code < DELETE || code > NO_BREAK_SPACE)
    : (code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0x2010 && code <= 0x2027);
