import { parseLocalDate } from '#engine';
import { day } from '../why/words/word.js';
import { statusWord } from '../why/words/step-words.js';

const ENDED: Readonly<Record<string, string>> = { repealed: 'bị bãi bỏ', replaced: 'đã thay thế', withdrawn: 'đã thu hồi' };

/** An argument of a refusal in Vietnamese: a status by its word, a day as documents write it, `05/7/2022`; all else as it is. */
export function vietnamese(name: string, value: string): string {
  if (name === 'status') return ENDED[value] ?? statusWord(value).vi;
  const date = parseLocalDate(value);
  return date ? day(date) : value;
}
