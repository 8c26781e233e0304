import { type LocalDate, parseLocalDate } from '#engine';
import { pointer, type Problems } from './problem.js';
import type { ProblemCode, Wording } from './wording.js';

const TEXT: Wording = { vi: 'một văn bản trong ngoặc kép', en: 'a text in quotes' };
const LIST: Wording = { vi: 'một danh sách […]', en: 'a list […]' };
const OBJECT: Wording = { vi: 'một đối tượng {…}', en: 'an object {…}' };
const DATE: Wording = { vi: 'một ngày "YYYY-MM-DD"', en: 'a date "YYYY-MM-DD"' };

const FOUND: Readonly<Record<string, Wording>> = {
  string: { vi: 'một văn bản', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  boolean: { vi: 'true/false', en: 'true/false' },
  null: { vi: 'null', en: 'null' },
  list: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một đối tượng', en: 'an object' },
};
const ELSE: Wording = { vi: 'một thứ không có trong JSON', en: 'something that JSON does not have' };

/** What one may write at a place: for the message where nothing is written. */
export interface Field {
  readonly expected: Wording;
  readonly optional?: boolean;
}

export const field = {
  text: { expected: TEXT },
  date: { expected: DATE },
  list: { expected: LIST },
  object: { expected: OBJECT },
  optionalText: { expected: TEXT, optional: true },
  optionalDate: { expected: DATE, optional: true },
  optionalList: { expected: LIST, optional: true },
} as const satisfies Readonly<Record<string, Field>>;

/** A place in unknown JSON, read with every complaint noted and none thrown. */
export class Reading {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly problems: Problems,
  ) {}

  /** The properties of an object that are there; those unknown or missing are noted. */
  properties<K extends string>(known: Readonly<Record<K, Field>>): ReadonlyMap<K, Reading> | undefined {
    const object = this.object();
    if (!object) return undefined;
    const names = Object.keys(known) as K[];
    for (const [name, reading] of object) {
      if (!Object.hasOwn(known, name)) reading.complain('data.unknown-property', { name, known: names.join(', ') });
    }
    const read = new Map<K, Reading>();
    for (const name of names) {
      const reading = object.get(name);
      if (reading) read.set(name, reading);
      else if (!known[name].optional) this.complain('data.missing', { name, expected: known[name].expected });
    }
    return read;
  }

  object(): ReadonlyMap<string, Reading> | undefined {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.wrong(OBJECT);
    return new Map(Object.entries(value).map(([name, inner]) => [name, this.inner(name, inner)]));
  }

  list(limit: number): readonly Reading[] | undefined {
    const { value } = this;
    if (!Array.isArray(value)) return this.wrong(LIST);
    if (value.length > limit) return this.complain('data.too-large', { count: value.length, limit });
    return value.map((element: unknown, index) => this.inner(index, element));
  }

  /** One line that people read: no control characters, no square brackets (the language quotes names with them). */
  text(limit = 300): string | undefined {
    const text = this.string(TEXT);
    if (text === undefined) return undefined;
    const fits = text.trim() !== '' && text.length <= limit && !/[\p{Cc}\p{Cs}\u2028\u2029[\]]/u.test(text);
    return fits ? text : this.complain('data.bad-text', { text, limit });
  }

  date(): LocalDate | undefined {
    const text = this.string(DATE);
    return text === undefined ? undefined : (parseLocalDate(text) ?? this.complain('data.no-such-date', { text }));
  }

  string(expected: Wording): string | undefined {
    return typeof this.value === 'string' ? this.value : this.wrong(expected);
  }

  complain(code: ProblemCode, facts: Parameters<Problems['add']>[2] = {}): undefined {
    this.problems.add(code, this.path, facts);
    return undefined;
  }

  private wrong(expected: Wording): undefined {
    const { value } = this;
    const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    return this.complain('data.wrong-type', { expected, found: FOUND[type] ?? ELSE });
  }

  private inner(step: string | number, value: unknown): Reading {
    return new Reading(value, pointer(this.path, step), this.problems);
  }
}
