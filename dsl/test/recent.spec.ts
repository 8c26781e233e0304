import { describe, expect, it } from '@jest/globals';
import { parse } from '../src/parser/parse.js';
import { planWith } from './texts.js';

const text = (index: number): string => planWith(`nhiệm vụ 1 "Việc ${index}"`);

describe('A text that is read again', () => {
  it('is not read a second time while it is among the last', () => {
    const first = parse(text(0));
    for (let index = 1; index < 4; index++) parse(text(index));
    expect(parse(text(0))).toBe(first);
  });

  it('is forgotten after others', () => {
    const first = parse(text(0));
    for (let index = 1; index < 5; index++) parse(text(index));
    expect(parse(text(0))).not.toBe(first);
  });

  it('is not kept where it is very long', () => {
    const long = `${text(0)}${'\n'.repeat(100_000)}`;
    expect(parse(long)).not.toBe(parse(long));
  });
});
