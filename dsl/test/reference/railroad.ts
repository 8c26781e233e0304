/**
 * Railroad diagrams as static SVG: a small algebra of parts, each of which knows its size and draws itself on a rail. The picture
 * brings its own paper in light and in dark, and uses neither script nor any other file. Lengths are CSS pixels.
 */

/** A part of a diagram. Its rail enters at the left and leaves at the right, at the same height. */
export interface Track {
  readonly width: number;
  /** Room above the rail. */
  readonly up: number;
  /** Room below it. */
  readonly down: number;
  /** SVG of the part whose rail enters at this point. */
  draw(x: number, y: number): string;
}

/** A diagram as a picture. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly track: Track;
}

const ARC = 9;
const GAP = 14;
const ROW = 10;
const PADDING = 11;
const LINE = 15;
const MARGIN = 14;
/** Longest row, so that a page shows it without making it small. */
const WIDEST = 760;
/** Room that a letter takes, generously: the reader's font is not known. */
const LETTER = 7.9;

/** What stands in a box: a word of the language, a kind of value, or another rule. */
export type BoxKind = 'word' | 'value' | 'rule';

/** A box with one line of text, or with further lines in smaller letters below it. */
export function box(kind: BoxKind, lines: readonly string[]): Track {
  const width = Math.ceil(Math.max(...lines.map((line) => [...line.normalize('NFC')].length)) * LETTER) + 2 * PADDING;
  const half = (lines.length * LINE + 9) / 2;
  const text = (line: string, index: number, [x, y]: readonly [number, number]): string =>
    `<text class="${index === 0 ? kind : 'second'}" x="${round(x + width / 2)}" y="${round(y - half + 4.5 + LINE * index + 11)}">${escaped(line)}</text>`;
  return {
    width,
    up: half,
    down: half,
    draw: (x, y) =>
      [
        `<rect class="${kind}" x="${round(x)}" y="${round(y - half)}" width="${width}" height="${round(2 * half)}" rx="${kind === 'rule' ? 0 : half / 2}"/>`,
        ...lines.map((line, index) => text(line, index, [x, y])),
      ].join(''),
  };
}

/** Nothing at all: the rail goes through. */
export const skip: Track = { width: 0, up: 0, down: 0, draw: () => '' };

/** One after the other; what is wider than a page goes on in the next row. */
export function sequence(parts: readonly Track[]): Track {
  const rows: Track[][] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    if (row && row.reduce((sum, { width }) => sum + width + GAP, part.width) <= WIDEST) row.push(part);
    else rows.push([part]);
  }
  return rows.length > 1 ? stack(rows.map(inRow)) : inRow(parts);
}

function inRow(parts: readonly Track[]): Track {
  const [first, ...rest] = parts;
  if (!first) return skip;
  if (rest.length === 0) return first;
  return {
    width: parts.reduce((sum, { width }) => sum + width, GAP * rest.length),
    up: Math.max(...parts.map(({ up }) => up)),
    down: Math.max(...parts.map(({ down }) => down)),
    draw(x, y) {
      let at = x;
      return parts
        .map((part, index) => {
          const rail = index === 0 ? '' : line(at - GAP, y, GAP);
          const drawn = rail + part.draw(at, y);
          at += part.width + GAP;
          return drawn;
        })
        .join('');
    },
  };
}

/** Rows below each other: the rail runs back to the left between two, and from the end of the last up to its height. */
function stack(rows: readonly Track[]): Track {
  const inner = Math.max(...rows.map(({ width }) => width));
  const width = inner + 6 * ARC;
  const drops = [0];
  for (const [index, row] of rows.slice(1).entries()) {
    drops.push((drops[index] ?? 0) + (rows[index]?.down ?? 0) + 2 * ROW + row.up + 2 * ARC);
  }
  const last = drops.at(-1) ?? 0;
  const turn = (index: number, { x, y }: { readonly x: number; readonly y: number }): string => {
    const next = drops[index + 1] ?? 0;
    const between = next - (rows[index + 1]?.up ?? 0) - ROW - ARC;
    return path(
      `M${round(x + 2 * ARC + inner)} ${round(y + (drops[index] ?? 0))}${arc(1, [1, 1])}V${round(y + between - ARC)}${arc(1, [-1, 1])}` +
        `H${round(x + 2 * ARC)}${arc(0, [-1, 1])}V${round(y + next - ARC)}${arc(0, [1, 1])}`,
    );
  };
  return {
    width,
    up: rows[0]?.up ?? 0,
    down: last + (rows.at(-1)?.down ?? 0),
    draw: (x, y) => {
      const right = x + 2 * ARC + inner;
      return (
        line(x, y, 2 * ARC) +
        rows
          .map((row, index) => {
            const at = y + (drops[index] ?? 0);
            const drawn = row.draw(x + 2 * ARC, at) + line(x + 2 * ARC + row.width, at, inner - row.width);
            return index < rows.length - 1 ? drawn + turn(index, { x, y }) : drawn;
          })
          .join('') +
        path(`M${round(right)} ${round(y + last)}h${2 * ARC}${arc(0, [1, -1])}V${round(y + ARC)}${arc(1, [1, -1])}`)
      );
    },
  };
}

/** One of several, below each other; the first lies on the rail. */
export function choice(parts: readonly Track[]): Track {
  const [first = skip, ...others] = parts;
  if (others.length === 0) return first;
  const inner = Math.max(...parts.map(({ width }) => width));
  const width = inner + 4 * ARC;
  const drops: number[] = [];
  let floor = first.down;
  for (const { up, down } of others) {
    const drop = Math.max(floor + ROW + up, (drops.at(-1) ?? 0) + 2 * ARC);
    drops.push(drop);
    floor = drop + down;
  }
  return {
    width,
    up: first.up,
    down: floor,
    draw: (x, y) =>
      line(x, y, 2 * ARC) +
      centred(first, { x: x + 2 * ARC, y, room: inner }) +
      line(x + width - 2 * ARC, y, 2 * ARC) +
      others.map((part, index) => branch(part, { x, y, room: inner, drop: drops[index] ?? 0 })).join(''),
  };
}

/** It, or nothing. */
export const optional = (part: Track): Track => choice([skip, part]);

/** Once or more; what stands between two rounds lies on the way back. */
export function loop(part: Track, between: Track = skip): Track {
  const inner = Math.max(part.width, between.width);
  const width = inner + 4 * ARC;
  const drop = Math.max(part.down + ROW + between.up, 2 * ARC);
  const back = ({ x, y }: { readonly x: number; readonly y: number }): string =>
    path(`M${round(x + width - 2 * ARC)} ${round(y)}${arc(1, [1, 1])}v${round(drop - 2 * ARC)}${arc(1, [-1, 1])}`) +
    centred(between, { x: x + 2 * ARC, y: y + drop, room: inner }) +
    path(`M${round(x + 2 * ARC)} ${round(y + drop)}${arc(1, [-1, -1])}v${round(2 * ARC - drop)}${arc(1, [1, -1])}`) +
    `<path class="arrow" d="M${round(x + 2 * ARC + 3)} ${round(y + drop)}l6 -4v8z"/>`;
  return {
    width,
    up: part.up,
    down: drop + between.down,
    draw: (x, y) =>
      line(x, y, 2 * ARC) +
      centred(part, { x: x + 2 * ARC, y, room: inner }) +
      line(x + width - 2 * ARC, y, 2 * ARC) +
      back({ x, y }),
  };
}

/** A part on its rail, in the middle of a wider room. */
function centred(part: Track, { x, y, room }: { readonly x: number; readonly y: number; readonly room: number }): string {
  const before = Math.floor((room - part.width) / 2);
  const after = room - part.width - before;
  return line(x, y, before) + part.draw(x + before, y) + line(x + before + part.width, y, after);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly drop: number;
}

function branch(part: Track, { x, y, room, drop }: Place): string {
  const right = x + room + 4 * ARC;
  const fall = round(drop - 2 * ARC);
  return (
    path(`M${round(x)} ${round(y)}${arc(1, [1, 1])}v${fall}${arc(0, [1, 1])}`) +
    centred(part, { x: x + 2 * ARC, y: y + drop, room }) +
    path(`M${round(right)} ${round(y)}${arc(0, [-1, 1])}v${fall}${arc(1, [-1, 1])}`)
  );
}

const arc = (sweep: 0 | 1, [across, down]: readonly [number, number]): string =>
  `a${ARC} ${ARC} 0 0 ${sweep} ${across * ARC} ${down * ARC}`;
const path = (d: string): string => `<path d="${d}"/>`;
const line = (x: number, y: number, length: number): string =>
  length > 0 ? path(`M${round(x)} ${round(y)}h${round(length)}`) : '';
const round = (value: number): number => Math.round(value * 10) / 10;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
.paper{fill:#fff;stroke:#d0d7de}path{fill:none;stroke:#57606a;stroke-width:1.6}.arrow{fill:#57606a;stroke:none}
rect.word{fill:#dafbe1;stroke:#1a7f37}rect.value{fill:#fff8c5;stroke:#9a6700;stroke-dasharray:4 2}rect.rule{fill:#ddf4ff;stroke:#0969da}
text{font:600 13px system-ui,"Segoe UI","Noto Sans",sans-serif;text-anchor:middle;fill:#1f2328}
text.second{font-weight:400;font-size:12px;fill:#424a53}
@media(prefers-color-scheme:dark){.paper{fill:#0d1117;stroke:#30363d}path{stroke:#9198a1}.arrow{fill:#9198a1}
rect.word{fill:#12361f;stroke:#3fb950}rect.value{fill:#3a2d0c;stroke:#d29922}rect.rule{fill:#122d4f;stroke:#58a6ff}
text{fill:#f0f6fc}text.second{fill:#c9d1d9}}
`.replaceAll('\n', '');

/** The picture as an SVG file. */
export function svg({ title, description, track }: Picture): string {
  const [width, height] = [track.width + 2 * (MARGIN + GAP), track.up + track.down + 2 * MARGIN].map(Math.ceil);
  const [x, y] = [MARGIN, MARGIN + track.up];
  const end = x + 2 * GAP + track.width;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc><style>${STYLE}</style>`,
    `<rect class="paper" x="0.5" y="0.5" width="${(width ?? 0) - 1}" height="${(height ?? 0) - 1}" rx="6"/>`,
    path(`M${x} ${round(y - 8)}v16`) + line(x, y, GAP) + track.draw(x + GAP, y),
    line(end - GAP, y, GAP) + path(`M${end} ${round(y - 8)}v16`),
    '</svg>\n',
  ].join('\n');
}
