import { describe, expect, it } from '@jest/globals';
import { Lines } from './lines.js';

const text = 'một\r\nhai\n\nbốn';

describe('The lines of a text', () => {
  it('turn offsets into lines and columns from 1', () => {
    const lines = new Lines(text);
    expect(lines.placeOf({ start: 5, end: 8 })).toEqual({ start: 5, end: 8, line: 2, column: 1 });
    expect(lines.placeOf({ start: 11, end: 12 })).toEqual({ start: 11, end: 12, line: 4, column: 2 });
    expect(lines.lineOf(text.length)).toBe(4);
  });

  it('are read without their line breaks', () => {
    const lines = new Lines(text);
    expect([1, 2, 3, 4, 5].map((line) => lines.textOf(line))).toEqual(['một', 'hai', '', 'bốn', '']);
    expect(lines.slice({ start: 5, end: 8 })).toBe('hai');
  });
});
