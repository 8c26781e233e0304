import { parseInstant, parseLocalDate, type Instant, type LocalDate } from '#engine';
import type { Bilingual } from '#contracts';
import type { ScenarioProblems } from './problems.js';
import type { Range } from './scenario.js';

const EXPECTED = {
  text: { vi: 'một văn bản trong ngoặc kép, không để trống', en: 'a text in quotes, not empty' },
  list: { vi: 'một danh sách […]', en: 'a list […]' },
  object: { vi: 'một đối tượng {…}', en: 'an object {…}' },
  number: { vi: 'một số', en: 'a number' },
  range: { vi: 'một khoảng [từ, đến] gồm hai số nguyên', en: 'a range [from, to] of two whole numbers' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const FOUND: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'một văn bản', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  boolean: { vi: 'true/false', en: 'true/false' },
  null: { vi: 'null', en: 'null' },
  list: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một đối tượng', en: 'an object' },
};
const ELSE: Bilingual = { vi: 'một thứ không có trong JSON', en: 'something that JSON does not have' };

const MAX_TEXT = 2_000;
const MAX_ENTRIES = 10_000;
const MORNING = '08:00:00+07:00';

/** A place in unknown JSON: every complaint is noted, none is thrown. What could not be read is undefined. */
export class JsonPlace {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly problems: ScenarioProblems,
  ) {}

  /** The properties of an object; those unknown, or missing among the first list, are noted. */
  fields(required: readonly string[], optional: readonly string[] = []): Fields | undefined {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.wrong(EXPECTED.object);
    const known = [...required, ...optional];
    const places = new Map<string, JsonPlace>();
    for (const [name, inner] of Object.entries(value)) {
      const place = new JsonPlace(inner, `${this.path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, this.problems);
      if (known.includes(name)) places.set(name, place);
      else place.problems.add('scenario.unknown-property', place.path, { name, known: known.join(', ') });
    }
    for (const name of required) if (!places.has(name)) this.problems.add('scenario.missing', this.path, { name });
    return new Fields(places);
  }

  list(limit = MAX_ENTRIES): readonly JsonPlace[] | undefined {
    const { value, path, problems } = this;
    if (!Array.isArray(value)) return this.wrong(EXPECTED.list);
    if (value.length > limit) return problems.add('scenario.too-many', path, { count: value.length, limit });
    return value.map((element: unknown, index) => new JsonPlace(element, `${path}/${index}`, problems));
  }

  text(): string | undefined {
    const { value } = this;
    if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_TEXT) return this.wrong(EXPECTED.text);
    return value;
  }

  word<T extends string>(known: readonly T[]): T | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const found = known.find((word) => word === text);
    return found ?? this.problems.add('scenario.unknown-word', this.path, { text, known: known.join(', ') });
  }

  date(): LocalDate | undefined {
    const text = this.text();
    return text === undefined ? undefined : (parseLocalDate(text) ?? this.problems.add('scenario.bad-date', this.path, { text }));
  }

  /** A moment; a bare date stands for 08:00 of that day. */
  instant(): Instant | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const day = parseLocalDate(text);
    const instant = day ? (`${day}T${MORNING}` as Instant) : parseInstant(text);
    return instant ?? this.problems.add('scenario.bad-instant', this.path, { text });
  }

  number(from: number, to: number): number | undefined {
    const { value } = this;
    if (typeof value !== 'number') return this.wrong(EXPECTED.number);
    if (value >= from && value <= to) return value;
    return this.problems.add('scenario.bad-number', this.path, { text: String(value), from, to });
  }

  range(from: number, to: number): Range | undefined {
    const { value, path, problems } = this;
    if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isInteger)) return this.wrong(EXPECTED.range);
    const [low, high] = value.map((end: unknown, index) => new JsonPlace(end, `${path}/${index}`, problems).number(from, to));
    if (low === undefined || high === undefined) return undefined;
    return low <= high ? [low, high] : problems.add('scenario.bad-range', path, { from: low, to: high });
  }

  private wrong(expected: Bilingual): undefined {
    const { value } = this;
    const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    return this.problems.add('scenario.wrong-type', this.path, { expected, found: FOUND[type] ?? ELSE });
  }
}

/** The properties that an object has. */
export class Fields {
  constructor(private readonly places: ReadonlyMap<string, JsonPlace>) {}

  get(name: string): JsonPlace | undefined {
    return this.places.get(name);
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  /** What a property reads as: null where it is not there, undefined where it does not read. */
  optional<T>(name: string, read: (place: JsonPlace) => T | undefined): T | null | undefined {
    const place = this.places.get(name);
    return place ? read(place) : null;
  }
}

/** An object whose values have all been read, or undefined. */
export function whole<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T | undefined {
  return Object.values(values).every((value) => value !== undefined) ? (values as T) : undefined;
}

/** A list whose elements have all been read, or undefined. */
export function wholeList<T>(values: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  return values?.every((value) => value !== undefined) ? values : undefined;
}
