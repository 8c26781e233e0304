/** True where two ways of writing say the same: composed, without regard to capitals and to how words are spaced. */
export const sameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b);

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
