import { describe, expect, it } from '@jest/globals';
import { grammarPictures } from './grammar-page.js';
import { box, choice, loop, optional, sequence, skip, svg, type Track } from './railroad.js';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WORDS: readonly Track[] = ['một', 'hai', 'ba bốn'].map((word) => box('word', [word, 'in English']));
const [one = skip, two = skip, three = skip] = WORDS;
const drawn = (track: Track): string => svg({ title: 'thử', description: 'một = "hai"', track });

/** Boxes of a picture, without its paper. */
const boxesOf = (picture: string): readonly Rect[] =>
  [...picture.matchAll(/<rect class="(?!paper)\w+" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }),
  );

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

const paperOf = (picture: string): { readonly width: number; readonly height: number } => {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
  return { width: Number(width), height: Number(height) };
};

type Point = readonly [x: number, y: number];

/** Where a command of a path leaves the pen. */
const MOVES: Readonly<Record<string, (from: Point, numbers: readonly number[]) => Point>> = {
  M: (_, [x = 0, y = 0]) => [x, y],
  h: ([x, y], [by = 0]) => [x + by, y],
  v: ([x, y], [by = 0]) => [x, y + by],
  H: ([, y], [to = 0]) => [to, y],
  V: ([x], [to = 0]) => [x, to],
  a: ([x, y], numbers) => [x + (numbers[5] ?? 0), y + (numbers[6] ?? 0)],
};

/** Where the pen is at the end of each path. */
const penEnds = (picture: string): readonly Point[] =>
  [...picture.matchAll(/<path d="([^"]+)"/g)].map(([, d = '']) =>
    [...d.matchAll(/([MhvaVH])([^MhvaVH]*)/g)].reduce<Point>(
      (at, [, command = '', list = '']) => MOVES[command]!(at, list.trim().split(/\s+/).map(Number)),
      [0, 0],
    ),
  );

describe('A part of a diagram', () => {
  it('stands beside the one before it in a sequence, at the same height', () => {
    const [first, second, third] = boxesOf(drawn(sequence([one, two, three])));
    expect(second!.x).toBeGreaterThan(first!.x + first!.width);
    expect(third!.x).toBeGreaterThan(second!.x + second!.width);
    expect(new Set([first!.y, second!.y, third!.y]).size).toBe(1);
  });

  it('stands below the one before it in a choice', () => {
    const [first, second, third] = boxesOf(drawn(choice([one, two, three])));
    expect(second!.y).toBeGreaterThan(first!.y + first!.height);
    expect(third!.y).toBeGreaterThan(second!.y + second!.height);
  });

  it('lies below the rail where it may be left out', () => {
    const track = optional(one);
    expect(boxesOf(drawn(track))[0]!.y - (14 + track.up)).toBeGreaterThan(0);
    expect(track.up).toBe(0);
  });

  it('lies on the way back where it stands between two rounds', () => {
    const [forth, back] = boxesOf(drawn(loop(one, two)));
    expect(back!.y).toBeGreaterThan(forth!.y + forth!.height);
    expect(drawn(loop(one, two))).toContain('class="arrow"');
  });

  it('goes on in the next row where the page ends, and the rail comes back to its height', () => {
    const wide = sequence(Array.from({ length: 30 }, () => one));
    const picture = drawn(wide);
    expect(wide.width).toBeLessThan(900);
    expect(new Set(boxesOf(picture).map(({ y }) => y)).size).toBeGreaterThan(2);
    const rail = 14 + wide.up;
    expect(penEnds(picture)).toContainEqual([14 + 14 + wide.width, rail]);
  });

  it('escapes what would end the text', () => {
    expect(drawn(box('value', ['<a & "b">']))).toContain('>&lt;a &amp; &quot;b&quot;&gt;</text>');
  });
});

describe('Every picture of the grammar', () => {
  const pictures = Object.entries(grammarPictures());

  it.each(pictures)('%s keeps its boxes apart and on the paper', (_, picture) => {
    const boxes = boxesOf(picture);
    const { width, height } = paperOf(picture);
    expect(boxes.length).toBeGreaterThan(0);
    expect(width).toBeLessThan(1000);
    expect(
      boxes.filter((each) => each.x < 0 || each.y < 0 || each.x + each.width > width || each.y + each.height > height),
    ).toEqual([]);
    expect(penEnds(picture).filter(([x, y]) => x < 0 || y < 0 || x > width || y > height)).toEqual([]);
    expect(boxes.filter((each, index) => boxes.slice(index + 1).some((other) => overlap(each, other)))).toEqual([]);
  });

  it.each(pictures)('%s is whole, needs nothing else and is readable by day and by night', (_, picture) => {
    const opened = [...picture.matchAll(/<([a-z]+)\b(?:[^>]*[^/>])?>/g)].map(([, tag]) => tag).toSorted();
    const closed = [...picture.matchAll(/<\/([a-z]+)>/g)].map(([, tag]) => tag).toSorted();
    expect(opened).toEqual(closed);
    expect(picture.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/<script|href|url\(|https?:|@import/);
    expect(picture).toContain('@media(prefers-color-scheme:dark)');
    expect(picture).toMatch(/role="img".*<title>.+<\/title><desc>.+<\/desc>/s);
  });
});
