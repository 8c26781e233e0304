import fc from 'fast-check';
import { type Description, type Parameter, resolved, type Route, type Schema } from './description.js';

/** A request to a route. */
export interface FuzzRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
  /** Which of the askers sends it. */
  readonly asker: string;
}

/** What exists, by the name of the field or parameter that it goes into. */
export type Existing = Readonly<Record<string, readonly string[]>>;

export interface FuzzWorld {
  readonly description: Description;
  readonly existing: Existing;
  readonly askers: readonly string[];
}

/** Text that has gone wrong somewhere. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '../..',
  "' or 1=1 --",
  '%',
  '%00',
  '*',
  '\ud800',
  '\u202e',
  '\ufeff',
  '𝕏'.repeat(200),
  '0',
  '-1',
  '1e9',
  'null',
  'true',
  '[]',
  '{}',
  'NaN',
  '2022-02-30',
  '2022-13-01',
  '9999-12-31',
  '0000-01-01',
  '2022-07-05T25:00:00+07:00',
  '9007199254740993',
  '99999999999999999999',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  'vn-10/../vn-11',
  'a/b/c',
];
const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: 'binary', maxLength: 60 }));
const json: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, 0, -1, 1.5, 2 ** 53, 1e300, true, [], {}, [[]], { __proto__: null }, { constructor: 1 }),
);

/** Mostly the first. */
const mostly = <T>(first: fc.Arbitrary<T>, other: fc.Arbitrary<T>, times = 4): fc.Arbitrary<T> =>
  fc.oneof({ weight: times, arbitrary: first }, { weight: 1, arbitrary: other });

/** Makes requests to a route: whole ones as the description has it, and such as lack a part, or have a wrong one. */
export function requestsTo(route: Route, world: FuzzWorld): fc.Arbitrary<FuzzRequest> {
  const { method, path, operation } = route;
  const parameters = operation.parameters ?? [];
  const body = operation.requestBody?.content['application/json']?.schema;
  const values = new Values(world);
  return fc
    .record({
      places: fc.tuple(...parameters.filter(({ in: place }) => place === 'path').map((each) => values.place(each))),
      query: queryOf(parameters, values),
      headers: headersOf(parameters, values),
      payload: method === 'POST' ? bodyOf(body, values) : fc.constant(undefined),
      type: mostly(
        fc.constant('application/json'),
        fc.constantFrom('text/plain', 'application/xml', 'application/json; charset=x'),
        30,
      ),
      asker: fc.constantFrom(...world.askers),
    })
    .map(({ places, query, headers, payload, type, asker }) => {
      let next = 0;
      const place = path.replaceAll(/\{\w+\}/g, () => encoded(places[next++] || 'x'));
      const url =
        query.length === 0 ? place : `${place}?${query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`;
      return {
        method,
        url,
        asker,
        headers: { ...headers, ...(payload !== undefined && { 'content-type': type }) },
        ...(payload !== undefined && { payload }),
      };
    });
}

const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

/** Values of fields and parameters, as their schemas have them. */
class Values {
  constructor(private readonly world: FuzzWorld) {}

  place({ name, schema = {} }: Parameter): fc.Arbitrary<string> {
    return mostly(this.valid(schema, name).map(String), text, 12);
  }

  valid(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { type, enum: words, items, properties, ...facts } = resolved(schema, this.world.description);
    if (words) return fc.constantFrom(...words);
    if (properties) return this.fields({ properties, ...facts });
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer') return this.number(facts, name);
    const shown = facts.example === undefined ? [] : [fc.constant(facts.example)];
    if (type === 'array') return fc.oneof(...shown, fc.array(this.valid(items ?? {}, name), { maxLength: 3 }));
    if (type === 'object')
      return fc.oneof(...shown, fc.dictionary(fc.constantFrom('id', 'from', 'years', 'x'), json, { maxKeys: 3 }));
    if (facts.format === 'date') return fc.oneof(...shown, fc.constantFrom('2022-07-01', '2022-09-30', '2025-07-01'));
    const known = this.world.existing[name] ?? [];
    const existing = known.length > 0 ? [{ weight: 16, arbitrary: fc.constantFrom(...known) }] : [];
    const asShown = shown.map((arbitrary) => ({ weight: existing.length > 0 ? 1 : 12, arbitrary }));
    return fc.oneof(...existing, ...asShown, { weight: 1, arbitrary: fc.constantFrom('vn-10', 'một hai ba', 'x') });
  }

  /** A body whose fields are as they should be; those that may be missing sometimes are. */
  fields({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => {
        const value = this.valid(schema, name);
        return [name, required.includes(name) ? value : mostly(value, fc.constant(null), 10)];
      }),
    );
    return fc.record(fields, { requiredKeys: [...required] });
  }

  /** A position that is waited for costs two seconds: only those that are there, or soon. */
  private number({ minimum = 0, maximum = 1_000 }: Schema, name: string): fc.Arbitrary<number> {
    const near = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 60) });
    return name === 'minPosition' ? near.map((value) => value % 5) : mostly(near, fc.constantFrom(minimum, maximum), 6);
  }
}

type Pair = readonly [name: string, value: string];

function queryOf(parameters: readonly Parameter[], values: Values): fc.Arbitrary<readonly Pair[]> {
  const each = parameters
    .filter(({ in: place }) => place === 'query')
    .map((parameter) => {
      const value = values.place(parameter).map((given): readonly Pair[] => [[parameter.name, given]]);
      const none = fc.constant<readonly Pair[]>([]);
      return parameter.required ? mostly(value, none, 12) : mostly(none, value, 3);
    });
  const more = fc.constantFrom<readonly Pair[]>(
    [['zzz', '1']],
    [
      ['limit', '1'],
      ['limit', '2'],
    ],
    [['after[x]', '1']],
    [['__proto__', '1']],
  );
  return fc.tuple(...each, mostly(fc.constant<readonly Pair[]>([]), more, 12)).map((pairs) => pairs.flat());
}

const isHeader = (value: string): boolean => /^[\x20-\x7E]*$/.test(value);
const HEADERS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Idempotency-Key': mostly(fc.uuid(), text.filter(isHeader), 8),
  'If-Match': mostly(fc.constantFrom('*', '"1"', '"2"'), text.filter(isHeader), 8),
  'Accept-Language': fc.constantFrom('vi', 'en', 'fr;q=x,,;', ''),
  'X-Thac-Tenant': mostly(fc.constantFrom('lao-cai'), fc.oneof(fc.constant('yen-bai'), text.filter(isHeader)), 8),
};

function headersOf(parameters: readonly Parameter[], values: Values): fc.Arbitrary<Record<string, string>> {
  const named = parameters
    .filter(({ in: place }) => place === 'header')
    .map((each): [string, fc.Arbitrary<string>] => [
      each.name.toLowerCase(),
      HEADERS[each.name] ?? values.place(each).filter(isHeader),
    ]);
  const some = fc.record(Object.fromEntries(named), { requiredKeys: [] });
  const all = fc.record(Object.fromEntries(named.filter(([name]) => name !== 'x-thac-tenant')));
  return mostly(all, some as typeof all, 3);
}

/** A body as it should be; with a field that is wrong, missing or one too many; or something else altogether. */
function bodyOf(schema: Schema | undefined, values: Values): fc.Arbitrary<string> {
  const whole = (schema ? values.valid(schema, 'body') : fc.constant({})) as fc.Arbitrary<Record<string, unknown>>;
  const bent = fc.tuple(whole, fc.nat(), fc.option(json, { nil: undefined })).map(([body, at, value]) => {
    const names = Object.keys(body);
    return { ...body, [names[at % Math.max(1, names.length)] ?? 'zzz']: value };
  });
  const longer = whole.map((body) => ({ ...body, zzz: 1 }));
  return fc.oneof(
    { weight: 12, arbitrary: whole.map((body) => JSON.stringify(body)) },
    { weight: 5, arbitrary: bent.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: longer.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: text },
  );
}
