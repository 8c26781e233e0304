import { foldName } from '../names.js';

const TYPES = /^(ubnd |ủy ban nhân dân )?(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) /;

/**
 * What a place is called whatever it is: `UBND xã Gia Phú`, `Xã Gia Phú` and `Thị trấn Gia Phú` are `gia phú`; `Phường 05` is `5`.
 * Communes became wards in the years between the sources: the name is what stays.
 */
export const placeKey = (name: string): string =>
  foldName(name)
    .replace(TYPES, '')
    .replace(/^0+(?=\d)/, '');

/** `Phường Cam Đường` within a sentence: `phường Cam Đường`. */
export const inSentence = (name: string): string =>
  name.replace(/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) /, (word) => word.toLowerCase());
