const PRIME_LOW = 0x1b3;
const WORD = 2 ** 32;
const utf8 = new TextEncoder();

/** FNV-1a offset basis: the digest of nothing. */
export const EMPTY_DIGEST = 'cbf29ce484222325';

/**
 * FNV-1a, 64 bits, over the UTF-8 bytes of a text, going on from an earlier digest; 16 hexadecimal digits. It names a
 * content, the same on every machine; it is no proof against someone who forges one.
 */
export function digest(text: string, onto: string = EMPTY_DIGEST): string {
  let high = Number.parseInt(onto.slice(0, 8), 16);
  let low = Number.parseInt(onto.slice(8), 16);
  for (const byte of utf8.encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3: both products stay below 2^53, so plain numbers are exact (BigInt is 30 times slower).
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / WORD) + ((low << 8) >>> 0)) % WORD;
    low = product % WORD;
  }
  return hex(high) + hex(low);
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');
