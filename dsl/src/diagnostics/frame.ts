import { Lines } from '../lexer/lines.js';
import type { Language } from '../vocabulary/concepts.js';
import { describe } from './describe.js';
import type { Severity } from './catalogue/entry.js';
import type { Diagnostic } from './diagnostic.js';

/** How a code frame is drawn. */
export interface FrameOptions {
  readonly language: Language;
  /** Name of the file, as it stands before the place. */
  readonly file: string;
  /** ANSI colours; none unless told. */
  readonly colour?: boolean;
}

const LABELS: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'note' },
};
const HINT: Readonly<Record<Language, string>> = { vi: 'gợi ý', en: 'hint' };
const FIX: Readonly<Record<Language, string>> = { vi: 'sửa nhanh', en: 'fix' };
const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };
const TAB = '    ';

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Columns that a text takes on a terminal: combining marks none, wide characters two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += ZERO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** Longest part of a line that is shown: whoever sends a file on one line still gets a frame that can be read. */
const SHOWN = 160;
/** Kept in sight before the mark. */
const LEAD = 40;
const CUT = '…';
// What would steer a terminal, or reorder what stands beside it.
const STEERING = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Text as a terminal may have it: tabs as blanks, and what would steer the terminal as a sign that stands for it. */
export const harmless = (text: string): string => text.replaceAll('\t', TAB).replace(STEERING, '\uFFFD');

/** A diagnostic with the line it stands on and a mark below its words, for a terminal or a log. */
export function renderFrame(text: string, diagnostic: Diagnostic, options: FrameOptions): string {
  const { language, file, colour = false } = options;
  const { code, severity, place, fix } = diagnostic;
  const { message, hint } = describe(diagnostic);
  const paint = (words: string, style: string): string => (colour ? `\u001b[${style}m${words}\u001b[0m` : words);
  const number = String(place.line);
  const gutter = ' '.repeat(number.length);
  const { shown, before, mark } = markedLine(text, diagnostic);
  return [
    `${paint(`${LABELS[severity][language]} ${code}`, `1;${COLOURS[severity]}`)}: ${harmless(message[language])}`,
    `${gutter}--> ${file}:${place.line}:${place.column}`,
    `${gutter} |`,
    `${number} | ${shown}`,
    `${gutter} | ${before}${paint(mark, COLOURS[severity])}`,
    ...(hint ? [`${gutter} = ${HINT[language]}: ${harmless(hint[language])}`] : []),
    ...(fix ? [`${gutter} = ${FIX[language]}: ${harmless(fix.title[language])}`] : []),
  ].join('\n');
}

function markedLine(
  text: string,
  { place }: Diagnostic,
): { readonly shown: string; readonly before: string; readonly mark: string } {
  const line = new Lines(text).textOf(place.line);
  const at = place.column - 1;
  const from = line.length > SHOWN && at > LEAD ? at - LEAD : 0;
  const to = line.length - from > SHOWN ? from + SHOWN : line.length;
  const head = `${from > 0 ? CUT : ''}${harmless(line.slice(from, at))}`;
  const marked = harmless(line.slice(at, Math.min(to, at + (place.end - place.start))));
  return {
    shown: `${head}${harmless(line.slice(at, to))}${to < line.length ? CUT : ''}`,
    before: ' '.repeat(displayWidth(head)),
    mark: '^'.repeat(Math.max(1, displayWidth(marked))),
  };
}
